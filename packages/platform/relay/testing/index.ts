export { createTestPeer, vp8Packet } from './peer.ts';
export type { TestPeer } from './peer.ts';
export { createReceiver } from './receiver.ts';
export type { Receiver } from './receiver.ts';
