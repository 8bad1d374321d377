export { drawVista, flattenVista, type VistaOptions } from './draw-vista.ts';
export type { FigurePicture } from './figures.ts';
