export type { EngineName, PortRange } from './engine.ts';
export { networkAddresses } from './addresses.ts';
export type { EngineChoice, EngineFacts } from './protocol.ts';
export { defaultRelayPorts, openRelay, readPortRange } from './relay.ts';
export type { Relay, RelayOptions } from './relay.ts';
export type { RoomRole, RoomStatus, SessionAnswer } from './room.ts';
