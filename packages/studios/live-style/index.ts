export { makeLiveStyle } from './pipeline.ts';
export type { LiveStyleContext, LiveStyleInput } from './pipeline.ts';
export { titleOf } from './steps/title.ts';
