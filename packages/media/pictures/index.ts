export { drawingSize, fitPicture, wantedSize } from './fit.ts';
export type { PixelSize } from './fit.ts';
