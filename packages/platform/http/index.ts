export type { Resolve } from './dialling.ts';
export { createOutgoing } from './outgoing.ts';
export type { Outgoing, OutgoingOptions } from './outgoing.ts';
export type { ProxySettings } from './proxy.ts';
