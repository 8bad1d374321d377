import { createHash, randomBytes } from 'node:crypto';
import type { Transaction } from '../db/database.ts';
import type { TokenPurpose } from '../db/tokens.ts';
import { addToken, dropTokens, findToken, takeToken } from '../db/tokens.ts';

/** How long a session lasts, in seconds: 30 days. */
export const sessionSeconds = 30 * 24 * 3600;

/** How long a sign-in link can be used, in seconds: one day. */
export const signInSeconds = 24 * 3600;

/** Makes the secret of a sign-in link for the transaction's user. It works once; only its hash is kept. */
export function openSignIn(tx: Transaction): Promise<string> {
  return issue(tx, { purpose: 'sign-in', seconds: signInSeconds });
}

/**
 * Trades the secret of a sign-in link for a session.
 * @returns The value of the session's cookie, of which only the hash is kept; null when the secret is unknown, used or expired.
 */
export async function closeSignIn(tx: Transaction, token: string): Promise<string | null> {
  const userId = isToken(token) ? await takeToken(tx, { hash: hashToken(token), purpose: 'sign-in' }) : null;
  return userId === tx.userId ? issue(tx, { purpose: 'session', seconds: sessionSeconds }) : null;
}

/** Whether this is the cookie of a session of the transaction's user that has not expired. */
export async function isSession(tx: Transaction, session: string): Promise<boolean> {
  if (!isToken(session)) return false;
  return (await findToken(tx, { hash: hashToken(session), purpose: 'session' })) === tx.userId;
}

/** Ends one session. */
export async function endSession(tx: Transaction, session: string): Promise<void> {
  if (isToken(session)) await takeToken(tx, { hash: hashToken(session), purpose: 'session' });
}

/** Ends all sessions and unused links of the transaction's user. */
export async function endAllSessions(tx: Transaction): Promise<void> {
  await dropTokens(tx, 'session');
  await dropTokens(tx, 'sign-in');
}

async function issue(tx: Transaction, options: { purpose: TokenPurpose; seconds: number }): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await addToken(tx, { hash: hashToken(token), ...options });
  return token;
}

function isToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

/** A token has 256 random bits, so a plain hash can't be guessed back. */
function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
