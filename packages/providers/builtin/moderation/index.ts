export { createBuiltinGuard } from './guard.ts';
export { judgeText } from './judge.ts';
export { judgeLine } from './judge-line.ts';
export type { GuardLine, GuardVerdict } from './judge-line.ts';
export { judgeScene } from './picture.ts';
export { softenWish } from './soften.ts';
