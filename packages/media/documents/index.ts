export { provenanceLine, sourceTypeUrl, xmpPacket } from './provenance.ts';
export type { Provenance } from './provenance.ts';
