export { drawingSize, fitPicture, wantedSize } from './fit.ts';
export type { PixelSize } from './fit.ts';
export { fitUploadedPicture } from './fit-upload.ts';
export type { UploadSize } from './decode-upload.ts';
export { cutOutPicture } from './cut-out/cut-out.ts';
export { cutOutHere } from './cut-out/cut.ts';
export type { CutOutMethod, CutOutResult } from './cut-out/cut.ts';
