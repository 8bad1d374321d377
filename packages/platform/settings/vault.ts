import { KinoraError } from '@kinora/capabilities';
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import path from 'node:path';
import { writeOnce } from '../db/write-once.ts';

/** Seals secrets with a key that only this machine's user can read. */
export type Vault = {
  /** @param purpose What it is for; opening it for anything else fails. */
  seal(text: string, purpose: string): string;
  /** @throws KinoraError `auth.forbidden` when it was sealed with another key, for another purpose, or changed. */
  open(sealed: string, purpose: string): string;
  /**
   * A token that only this vault can make, always the same for the same purpose: HMAC-SHA-256 with a key of its own
   * (RFC 5869), 43 letters of base64url. Nothing about it needs to be stored.
   */
  derive(purpose: string): string;
};

const format = 'v1';

/**
 * Opens the vault of a home: AES-256-GCM with a random key in `secret.key`, made at the first use and readable by its
 * owner alone. A copy of the database without that file gives no secret away.
 */
export async function openVault(home: { path: string }): Promise<Vault> {
  const file = path.join(home.path, 'secret.key');
  const key = Buffer.from(await writeOnce(file, () => randomBytes(32).toString('base64url')), 'base64url');
  if (key.length !== 32)
    throw new KinoraError('home.denied', `${file} is damaged. Remove it and enter the keys of your providers again.`);
  const tokenKey = Buffer.from(hkdfSync('sha256', key, '', 'kinora tokens', 32));
  return {
    derive: (purpose) => createHmac('sha256', tokenKey).update(purpose).digest('base64url'),
    seal(text, purpose) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [format, ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.');
    },
    open(sealed, purpose) {
      const [version, nonce = '', tag = '', text = ''] = sealed.split('.');
      try {
        if (version !== format) throw new Error('unknown format');
        const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'), { authTagLength: 16 });
        decipher.setAAD(Buffer.from(purpose)).setAuthTag(Buffer.from(tag, 'base64url'));
        return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8');
      } catch (cause) {
        throw new KinoraError(
          'auth.forbidden',
          `A stored key can't be read with ${file}; was that file replaced? Enter the key again.`,
          { cause },
        );
      }
    },
  };
}
