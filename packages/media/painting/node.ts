export { loadPaintingModules } from './wasm/load-node.ts';
