import type { ErrorCode } from '@kinora/capabilities';
import type { EngineName, PortRange } from './engine.ts';
import type { RoomRole, RoomStatus, SessionAnswer } from './room.ts';

/** Which engine to take. `auto`: the native one, and werift where that doesn't load. */
export type EngineChoice = 'auto' | EngineName;

/** What carries the packets now. */
export type EngineFacts = {
  name: EngineName;
  /** UDP ports, first and last. */
  ports: PortRange;
  /** Why not the native one, when that was wanted. */
  note?: string;
};

/** To the relay's process. */
export type ToRelay =
  | {
      type: 'open';
      engine: EngineChoice;
      ports: PortRange;
      reach: 'loopback' | 'network';
      maximumViewers: number;
    }
  | { type: 'publish' | 'watch'; id: number; room: string; offer: string }
  | { type: 'end-session' | 'has-session'; id: number; room: string; role: RoomRole; session: string }
  | { type: 'end-role'; room: string; role: RoomRole }
  | { type: 'end-room'; room: string };

/** From the relay's process. */
export type FromRelay =
  | ({ type: 'opened' } & EngineFacts)
  | { type: 'failed'; code: ErrorCode; message: string }
  | { type: 'answered'; id: number; answer: SessionAnswer }
  | { type: 'found'; id: number; wasThere: boolean }
  | { type: 'refused'; id: number; code: ErrorCode; message: string; retryAfter?: number }
  | { type: 'alive' }
  | { type: 'status'; room: string; status: RoomStatus };
