export { drawingSize, fitPicture, wantedSize } from './fit.ts';
export type { PixelSize } from './fit.ts';
export { cutOutPicture } from './cut-out/cut-out.ts';
export { cutOutHere } from './cut-out/cut.ts';
export type { CutOutMethod, CutOutResult } from './cut-out/cut.ts';
