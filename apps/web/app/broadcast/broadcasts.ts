import { call } from '../api/client.ts';
import type { Broadcast } from './types.ts';

/** Where this tab remembers its broadcast, so that the link stays after the page was loaded anew. */
const memoryKey = 'kinora-broadcast';

/** This tab's broadcast if it hasn't ended, else a new one. */
export async function openBroadcast(title: string): Promise<Broadcast> {
  const known = sessionStorage.getItem(memoryKey);
  if (known !== null) {
    const before = await call<Broadcast>(`/broadcasts/${known}`).catch(() => null);
    if (before !== null && before.state !== 'ended') return before;
  }
  const broadcast = await call<Broadcast>('/broadcasts', { method: 'POST', body: { title } });
  sessionStorage.setItem(memoryKey, broadcast.id);
  return broadcast;
}

/** Ends a broadcast for everybody. */
export async function endBroadcast(id: string): Promise<void> {
  sessionStorage.removeItem(memoryKey);
  await call(`/broadcasts/${id}/end`, { method: 'POST', body: {} });
}

/** Makes a new token; the old one, and who came by it, is out at once. */
export async function renewToken(id: string, role: 'publisher' | 'viewer'): Promise<Broadcast> {
  return call<Broadcast>(`/broadcasts/${id}/tokens/${role}`, { method: 'POST', body: {} });
}
