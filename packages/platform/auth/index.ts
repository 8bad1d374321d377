export { checkOrigin, isLoopback } from './origin.ts';
export type { RequestOrigin } from './origin.ts';
export {
  closeSignIn,
  endAllSessions,
  endSession,
  isSession,
  openSignIn,
  sessionSeconds,
  signInSeconds,
} from './sign-in.ts';
