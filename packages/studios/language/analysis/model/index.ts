export { askAboutChunk, modelAnalystVersion } from './ask.ts';
export { planChunks } from './chunks.ts';
export type { Chunk } from './chunks.ts';
export type { ModelClaim } from './claim.ts';
export { mergeItems, witnessClaims } from './witness-claims.ts';
