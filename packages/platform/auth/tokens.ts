import { createHash, randomBytes } from 'node:crypto';
import type { Database, UserDatabase } from '../db/database.ts';
import { addToken, dropTokens, findToken, takeToken } from '../db/tokens.ts';
import { localOwnerId } from '../db/users.ts';

/** How long a session lasts, in seconds: 30 days. */
export const sessionSeconds = 30 * 24 * 3600;

/** How long a sign-in link can be used, in seconds: one day. */
export const signInSeconds = 24 * 3600;

/** Makes the secret of a sign-in link for a user. It works once. Only its hash is kept. */
export async function createSignInToken(database: UserDatabase): Promise<string> {
  return issue(database, { purpose: 'sign-in', seconds: signInSeconds });
}

/** Makes the value of a session cookie for a user. Only its hash is kept. */
export async function createSession(database: UserDatabase): Promise<string> {
  return issue(database, { purpose: 'session', seconds: sessionSeconds });
}

/** Trades the secret of a sign-in link for a session; null when it is unknown, used or expired. */
export async function redeemSignInToken(
  database: Database,
  token: string,
): Promise<{ userId: string; session: string } | null> {
  const userId = await database
    .as(localOwnerId)
    .transaction((tx) => takeToken(tx, { hash: hashToken(token), purpose: 'sign-in' }));
  return userId === null ? null : { userId, session: await createSession(database.as(userId)) };
}

/** Whose session this is; null when it is unknown or expired. */
export async function findSession(database: Database, session: string): Promise<string | null> {
  if (!isToken(session)) return null;
  return database.as(localOwnerId).transaction((tx) => findToken(tx, { hash: hashToken(session), purpose: 'session' }));
}

/** Ends one session. */
export async function endSession(database: Database, session: string): Promise<void> {
  await database.as(localOwnerId).transaction((tx) => takeToken(tx, { hash: hashToken(session), purpose: 'session' }));
}

/** Ends all sessions and unused links of a user. */
export async function endAllSessions(database: UserDatabase): Promise<void> {
  await database.transaction(async (tx) => {
    await dropTokens(tx, 'session');
    await dropTokens(tx, 'sign-in');
  });
}

async function issue(
  database: UserDatabase,
  { purpose, seconds }: { purpose: 'sign-in' | 'session'; seconds: number },
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await database.transaction((tx) => addToken(tx, { hash: hashToken(token), purpose, seconds }));
  return token;
}

function isToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

/** A token has 256 random bits, so a plain hash can't be guessed back. */
function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
