export { checkOrigin, isLoopback } from './origin.ts';
export type { RequestOrigin } from './origin.ts';
export {
  createSession,
  createSignInToken,
  endAllSessions,
  endSession,
  findSession,
  redeemSignInToken,
  sessionSeconds,
  signInSeconds,
} from './tokens.ts';
