export { openKinora, version } from './compose.ts';
export type { Kinora, KinoraOptions } from './compose.ts';
export { diagnose } from './doctor.ts';
export type { Finding } from './doctor.ts';
export { judgeLine } from '@kinora/providers/builtin';
export { defaultPort, printSignInLink, startServer } from './listen.ts';
export type { RunningServer } from './listen.ts';
export { openStoryteller } from './storyteller.ts';
export type { Storyteller } from './storyteller.ts';
