import { randomUUID, timingSafeEqual } from 'node:crypto';
import { KinoraError } from '@kinora/capabilities';
import { createBroadcast, getBroadcast, listBroadcasts, updateBroadcast } from '@kinora/platform/db';
import type { BroadcastRow, UserDatabase } from '@kinora/platform/db';
import type { Relay, SessionAnswer } from '@kinora/platform/relay';
import type { Vault } from '@kinora/platform/settings';
import { createFollowing } from './following.ts';

/** Who a token is for. */
export type BroadcastRole = 'publisher' | 'viewer';

/** Where viewers' pages can be opened. */
export type WatchOrigins = {
  /** e.g. `http://127.0.0.1:4850`. */
  local: string;
  /** Of the port that is offered to the network; empty when none is. */
  shared: string[];
};

/** A broadcast as its owner sees it. */
export type BroadcastView = {
  id: string;
  title: string;
  createdAt: string;
  endedAt: string | null;
  state: BroadcastState;
  viewers: number;
  publish: { url: string; token: string };
  watch: { links: string[]; token: string };
  isShared: boolean;
};

/** How a broadcast is now. */
export type BroadcastState = 'waiting' | 'live' | 'stalled' | 'ended';

/** What is told while it happens. */
export type BroadcastStatus = { state: BroadcastState; viewers: number; title: string; time: number };

/** Streams that others may watch, over the built-in relay. */
export type Broadcasts = {
  create(input: { title: string }): Promise<BroadcastView>;
  list(): Promise<BroadcastView[]>;
  /** @throws KinoraError `resource.missing`. */
  get(id: string): Promise<BroadcastView>;
  /** Ends it for everybody, for good. */
  end(id: string): Promise<BroadcastView>;
  /** Makes a new token; whoever came by the old one is out at once. */
  renew(id: string, role: BroadcastRole): Promise<BroadcastView>;
  /** @throws KinoraError `resource.missing`, `auth.forbidden` for a wrong token, `broadcast.ended`. */
  authorise(id: string, role: BroadcastRole, token: string): Promise<void>;
  /** Answers a publisher's or a viewer's offer; who asks was authorised before. */
  answer(id: string, role: BroadcastRole, offer: string): Promise<SessionAnswer>;
  /** @returns Whether there was such a session. */
  leave(id: string, role: BroadcastRole, session: string): Promise<boolean>;
  hasSession(id: string, role: BroadcastRole, session: string): Promise<boolean>;
  /**
   * How it is, now and whenever that changes, until it ended or the signal aborts.
   * @param token A viewer's: it also ends when that is renewed.
   */
  follow(id: string, signal: AbortSignal, token?: string): AsyncIterable<BroadcastStatus>;
  /** Tells where it is reachable, once that is known. */
  setOrigins(origins: WatchOrigins): void;
};

/** Makes {@link Broadcasts}. */
export function createBroadcasts(options: {
  database: Pick<UserDatabase, 'transaction'>;
  relay: Relay;
  vault: Pick<Vault, 'derive'>;
}): Broadcasts {
  const { database, relay, vault } = options;
  const following = createFollowing((id) => read(id));
  let origins: WatchOrigins = { local: '', shared: [] };
  relay.subscribe((room) => following.wake(room));

  const tokenOf = (row: BroadcastRow, role: BroadcastRole) =>
    vault.derive(
      `broadcast ${row.id} ${role} ${role === 'publisher' ? row.publisherGeneration : row.viewerGeneration}`,
    );

  const stateOf = (row: BroadcastRow): BroadcastState => (row.endedAt === null ? relay.status(row.id).state : 'ended');

  const view = (row: BroadcastRow): BroadcastView => {
    const token = tokenOf(row, 'viewer');
    const all = [...origins.shared, origins.local];
    return {
      id: row.id,
      title: row.title,
      createdAt: row.createdAt.toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
      state: stateOf(row),
      viewers: relay.status(row.id).viewers,
      publish: { url: `/whip/${row.id}`, token: tokenOf(row, 'publisher') },
      // Behind the hash: it is in no server's log and in no referrer.
      watch: { links: all.map((origin) => `${origin}/watch/${row.id}#${token}`), token },
      isShared: origins.shared.length > 0,
    };
  };

  const read = (id: string) => database.transaction((tx) => getBroadcast(tx, id), { isIdempotent: true });
  const status = (row: BroadcastRow): BroadcastStatus => ({
    state: stateOf(row),
    viewers: relay.status(row.id).viewers,
    title: row.title,
    time: Date.now(),
  });

  return {
    create: async ({ title }) =>
      view(await database.transaction((tx) => createBroadcast(tx, { id: randomUUID(), title }))),
    list: async () => (await database.transaction((tx) => listBroadcasts(tx), { isIdempotent: true })).map(view),
    get: async (id) => view(await read(id)),
    async end(id) {
      const row = await database.transaction((tx) => updateBroadcast(tx, id, { end: true }));
      relay.endRoom(id);
      following.wake(id);
      return view(row);
    },
    async renew(id, role) {
      const row = await database.transaction((tx) => updateBroadcast(tx, id, { renew: role }));
      relay.endRole(id, role);
      following.wake(id);
      return view(row);
    },
    async authorise(id, role, token) {
      const row = await read(id);
      if (!isEqual(token, tokenOf(row, role))) {
        throw new KinoraError(
          'auth.forbidden',
          role === 'viewer'
            ? 'This link no longer works. Ask for a new one.'
            : 'This token doesn’t allow to publish here. Copy it again from the page that goes live.',
        );
      }
      if (row.endedAt !== null) throw new KinoraError('broadcast.ended', 'This broadcast has ended.');
    },
    answer: (id, role, offer) => (role === 'publisher' ? relay.publish(id, offer) : relay.watch(id, offer)),
    leave: (id, role, session) => relay.endSession(id, role, session),
    hasSession: (id, role, session) => relay.hasSession(id, role, session),
    async *follow(id, signal, token) {
      for await (const row of following.follow(id, signal)) {
        if (token !== undefined && !isEqual(token, tokenOf(row, 'viewer'))) return;
        yield status(row);
        if (row.endedAt !== null) return;
      }
    },
    setOrigins(next) {
      origins = next;
    },
  };
}

function isEqual(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
