export { loadPaintingModules } from './wasm/load-node.ts';
export { createWasmPainter } from './wasm/painter.ts';
