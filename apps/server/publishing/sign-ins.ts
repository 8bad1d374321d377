import { setTimeout as sleep } from 'node:timers/promises';
import { isKinoraError, KinoraError } from '@kinora/capabilities';
import type { DeviceSignIn, SignIn } from '@kinora/capabilities/publishing';
import { signInField } from '@kinora/providers/youtube';
import type { Setup } from '../setup/index.ts';
import type { Destinations } from './destinations.ts';
import type { Publishing } from './publishing.ts';

type SignIns = Pick<Publishing['youtube'], 'connection' | 'signIn' | 'finishSignIn' | 'signOut'>;

/** A sign-in by the browser is to be finished within this time. */
const browserMs = 600_000;
/** Sign-ins that are waited for at a time; the oldest is forgotten. */
const mostPending = 20;

/** Signs in to YouTube and out again. What is under way is kept in memory alone: after a restart it is begun again. */
export function createSignIns({
  setup,
  destinations,
  stopping,
}: {
  setup: Pick<Setup, 'providers' | 'saveProvider'>;
  destinations: Pick<Destinations, 'youtube'>;
  stopping: AbortSignal;
}): SignIns {
  const pending = new Map<string, { signIn: SignIn; until: number }>();
  let device: { signIn: DeviceSignIn; expiresAt: number; controller: AbortController; problem: string | null } | null =
    null;

  const find = async () => (await setup.providers()).providers.find(({ id }) => id === 'youtube');

  /** Keeps the token sealed like every key; an empty one removes it. */
  async function keep(token: string): Promise<void> {
    const view = await find();
    if (view === undefined)
      throw new KinoraError('resource.missing', 'YouTube was removed from the services meanwhile.');
    const { kind, title, isOn, childConsent, settings, budget } = view;
    await setup.saveProvider('youtube', {
      kind,
      title,
      isOn,
      childConsent,
      budget,
      settings: { ...settings, [signInField]: token },
    });
  }

  /** Asks until the person has agreed on the other device, or it is too late. */
  async function wait(waiting: NonNullable<typeof device>): Promise<void> {
    const signal = AbortSignal.any([waiting.controller.signal, stopping]);
    let { interval } = waiting.signIn;
    while (Date.now() < waiting.expiresAt) {
      await sleep(interval * 1000, undefined, { signal });
      const youtube = await destinations.youtube({ signal });
      const token = await youtube.pollDeviceSignIn(waiting.signIn, { signal }).catch((error: unknown) => {
        if (!isKinoraError(error) || !error.isRetryable) throw error;
        // RFC 8628, 3.5: from now on, not just once.
        interval += error.retryAfter ?? 0;
        return null;
      });
      if (token === null) continue;
      await keep(token);
      if (device === waiting) device = null;
      return;
    }
    throw new KinoraError('auth.forbidden', 'The code is too old. Begin the sign-in again.');
  }

  return {
    async connection({ signal }) {
      const view = await find();
      const none = { channel: null, device: null, problem: null };
      if (view === undefined || !view.isOn) return { ...none, state: 'off' };
      if (view.problem !== undefined) return { ...none, state: 'off', problem: view.problem };
      const told = device && {
        url: device.signIn.url,
        userCode: device.signIn.userCode,
        expiresAt: new Date(device.expiresAt).toISOString(),
      };
      if (device !== null && device.problem === null) return { ...none, state: 'waiting', device: told };
      const problem = device?.problem ?? null;
      if (view.secrets[signInField] === 'missing') return { ...none, state: 'signed-out', problem };
      try {
        const youtube = await destinations.youtube({ signal });
        return { ...none, state: 'signed-in', channel: await youtube.channel({ signal }) };
      } catch (error) {
        signal.throwIfAborted();
        if (!isKinoraError(error)) throw error;
        return { ...none, state: error.code === 'auth.required' ? 'signed-out' : 'signed-in', problem: error.message };
      }
    },

    async signIn(method, { origin, signal }) {
      const youtube = await destinations.youtube({ signal });
      if (method === 'browser') {
        const signIn = await youtube.beginSignIn({ redirect: `${origin}/youtube/callback` });
        pending.set(signIn.state, { signIn, until: Date.now() + browserMs });
        for (const state of [...pending.keys()].slice(0, -mostPending)) pending.delete(state);
        return { method, url: signIn.url };
      }
      device?.controller.abort();
      const signIn = await youtube.beginDeviceSignIn({ signal });
      const expiresAt = Date.now() + signIn.expiresIn * 1000;
      const waiting = { signIn, expiresAt, controller: new AbortController(), problem: null as string | null };
      device = waiting;
      wait(waiting).catch((error: unknown) => {
        waiting.problem = isKinoraError(error) ? error.message : 'The sign-in was given up.';
      });
      return { method, url: signIn.url, userCode: signIn.userCode, expiresAt: new Date(expiresAt).toISOString() };
    },

    async finishSignIn({ state, code }, { signal }) {
      const known = pending.get(state);
      pending.delete(state);
      if (known === undefined || known.until < Date.now()) {
        throw new KinoraError('auth.forbidden', 'This sign-in was not begun here, or too long ago. Begin it again.');
      }
      const youtube = await destinations.youtube({ signal });
      await keep(await youtube.finishSignIn(known.signIn, code, { signal }));
    },

    async signOut({ signal }) {
      device?.controller.abort();
      device = null;
      const youtube = await destinations.youtube({ signal });
      // It is forgotten here even when Google can't be reached.
      await youtube.signOut({ signal }).catch((error: unknown) => {
        signal.throwIfAborted();
        if (!isKinoraError(error)) throw error;
      });
      await keep('');
    },
  };
}
