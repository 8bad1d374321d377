import { z } from 'zod';

/** Text without control characters and halves of characters, which can be neither seen nor stored; so nobody misses them. */
export const visible = (text: string) => text.toWellFormed().replace(/[^\P{Cc}\n\t]/gu, ' ');

/** A field of text that people write: visible, trimmed, at most so many characters. */
export const writtenText = (maximum: number) =>
  z.string().overwrite(visible).trim().max(maximum, `At most ${maximum} characters.`);

/** A stored file that was uploaded before, by the SHA-256 of its bytes. */
export const uploadedFile = z.object({
  asset: z.string().regex(/^[0-9a-f]{64}$/, 'An asset is named by 64 hexadecimal digits.'),
  mediaType: z.string().min(1).max(100),
  bytes: z.number().int().min(1),
});
