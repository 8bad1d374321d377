export { createOutgoing } from './outgoing.ts';
export type { Outgoing, OutgoingOptions, Resolve } from './outgoing.ts';
export type { ProxySettings } from './proxy.ts';
