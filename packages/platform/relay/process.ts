/** The relay's own process: a crash of native code ends streams, and nothing else. */
import { isKinoraError } from '@kinora/capabilities';
import { openEngine } from './open-engine.ts';
import type { FromRelay, ToRelay } from './protocol.ts';
import { createRoom } from './room.ts';
import type { Room, RoomStatus } from './room.ts';

/** Missing packets and keyframes are looked after this often, in ms. */
const tickMs = 20;
/** What changed in a room is told this often, in ms. */
const tellMs = 250;

process.title = 'kinora relay';
// Ctrl-C reaches every process of the terminal; the server decides what ends when.
process.on('SIGINT', () => {});
process.once('message', (message: ToRelay) => {
  if (message.type === 'open') void serve(message);
});

process.on('disconnect', () => setTimeout(() => process.exit(), 500).unref());

async function serve(options: ToRelay & { type: 'open' }): Promise<void> {
  const opened = await openEngine(options.engine, options).catch((error: unknown) => {
    const { code, message } = describe(error);
    send({ type: 'failed', code, message });
    return null;
  });
  if (opened === null) return;
  const { engine, note } = opened;
  const rooms = new Map<string, Room>();
  const told = new Map<string, string>();

  const roomOf = (name: string) => {
    const room = rooms.get(name) ?? createRoom(engine, { maximumViewers: options.maximumViewers });
    rooms.set(name, room);
    return room;
  };
  const tell = () => {
    const now = performance.now();
    for (const [name, room] of rooms) {
      const status = room.status(now);
      const text = JSON.stringify(coarse(status));
      if (told.get(name) === text) continue;
      told.set(name, text);
      send({ type: 'status', room: name, status });
    }
  };

  process.on('message', (message: ToRelay) => {
    if (message.type === 'publish' || message.type === 'watch') {
      const { type, id, offer } = message;
      const room = roomOf(message.room);
      const answering = type === 'publish' ? room.publish(offer) : room.watch(offer);
      answering
        .then((answer) => send({ type: 'answered', id, answer }))
        .catch((error: unknown) => send({ type: 'refused', id, ...describe(error) }));
    } else if (message.type === 'end-session' || message.type === 'has-session') {
      const { id, role, session } = message;
      const room = rooms.get(message.room);
      const wasThere = (message.type === 'end-session' ? room?.endSession : room?.hasSession)?.(role, session) ?? false;
      send({ type: 'found', id, wasThere });
      tell();
    } else if (message.type === 'end-role') {
      rooms.get(message.room)?.endRole(message.role);
      tell();
    } else if (message.type === 'end-room') {
      rooms.get(message.room)?.end();
      tell();
    }
  });

  process.on('disconnect', () => {
    for (const room of rooms.values()) room.end();
    // Goodbyes are sent by other threads.
    setTimeout(() => process.exit(), 150);
  });
  setInterval(() => {
    const now = performance.now();
    for (const room of rooms.values()) room.tick(now);
  }, tickMs);
  setInterval(() => send({ type: 'alive' }), 1000);
  setInterval(() => {
    tell();
    for (const [name, room] of rooms) {
      if (!room.isEmpty() || told.get(name) !== JSON.stringify(coarse(room.status(performance.now())))) continue;
      rooms.delete(name);
      told.delete(name);
    }
  }, tellMs);
  send({ type: 'opened', name: engine.name, ports: engine.ports, ...(note !== undefined && { note }) });
}

/** Rates change all the time; they are told in steps a person would see. */
function coarse({ bitsPerSecond, fps, loss, ...rest }: RoomStatus) {
  return { ...rest, kilobits: Math.round(bitsPerSecond / 20_000), fps: Math.round(fps), loss: Math.round(loss * 50) };
}

function describe(error: unknown): {
  code: (FromRelay & { type: 'refused' })['code'];
  message: string;
  retryAfter?: number;
} {
  if (isKinoraError(error)) return { code: error.code, message: error.message, retryAfter: error.retryAfter };
  return { code: 'internal.bug', message: error instanceof Error ? error.message : String(error) };
}

function send(message: FromRelay): void {
  process.send?.(message, undefined, undefined, () => {});
}
