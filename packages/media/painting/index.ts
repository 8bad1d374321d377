export type { Painter, PainterSize, PaintStyle } from './painter.ts';
export { createStyleBlend } from './style-blend.ts';
export type { StyleBlend } from './style-blend.ts';
export { createWasmPainter } from './wasm/painter.ts';
export { fetchPaintingModules } from './wasm/load-browser.ts';
export type { PaintingModules } from './wasm/modules.ts';
export { createGlPainter } from './webgl/painter.ts';
export type { GlPainter } from './webgl/painter.ts';
