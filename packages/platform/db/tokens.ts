import { and, eq, sql } from './drizzle.ts';
import type { Transaction } from './database.ts';
import { tokens } from './schema.ts';

/** What a token is for. */
export type TokenPurpose = 'sign-in' | 'session';

/** Keeps the hash of a token for the transaction's user, and clears away expired ones. */
export async function addToken(
  tx: Transaction,
  token: { hash: string; purpose: TokenPurpose; seconds: number },
): Promise<void> {
  await tx.drizzle.delete(tokens).where(sql`${tokens.expiresAt} < now()`);
  await tx.drizzle.insert(tokens).values({
    tokenHash: token.hash,
    ownerId: tx.userId,
    purpose: token.purpose,
    expiresAt: sql`now() + make_interval(secs => ${token.seconds})`,
  });
}

/** Whose token this is; null when it is unknown or expired. */
export async function findToken(
  tx: Transaction,
  token: { hash: string; purpose: TokenPurpose },
): Promise<string | null> {
  await showToken(tx, token.hash);
  const [row] = await tx.drizzle.select({ ownerId: tokens.ownerId }).from(tokens).where(isValid(token));
  return row?.ownerId ?? null;
}

/** Whose token this is, and that it can't be used again; null when it is unknown, used or expired. */
export async function takeToken(
  tx: Transaction,
  token: { hash: string; purpose: TokenPurpose },
): Promise<string | null> {
  await showToken(tx, token.hash);
  const [row] = await tx.drizzle.delete(tokens).where(isValid(token)).returning({ ownerId: tokens.ownerId });
  return row?.ownerId ?? null;
}

/** Ends all tokens of a kind of the transaction's user. */
export async function dropTokens(tx: Transaction, purpose: TokenPurpose): Promise<void> {
  await tx.drizzle.delete(tokens).where(and(eq(tokens.ownerId, tx.userId), eq(tokens.purpose, purpose)));
}

/** Row-level security shows a token to whoever holds it. */
async function showToken(tx: Transaction, hash: string): Promise<void> {
  await tx.client.query(`select set_config('app.token_hash', $1, true)`, [hash]);
}

function isValid(token: { hash: string; purpose: TokenPurpose }) {
  return and(eq(tokens.tokenHash, token.hash), eq(tokens.purpose, token.purpose), sql`${tokens.expiresAt} > now()`);
}
