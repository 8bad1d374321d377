import type { AssetRef } from '@kinora/capabilities';
import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';

/** A sign-in link gives a session cookie; every other call carries it. */
export async function signIn(link: string) {
  const answer = await fetch(link, { redirect: 'manual' });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (cookie === undefined) throw new Error('This link was used already; `npx kinora sign-in` prints a new one.');
  const { origin } = new URL(link);
  return {
    async call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
      const response = await fetch(`${origin}/api/v1${path}`, {
        method,
        headers: { cookie, ...(body !== undefined && { 'content-type': 'application/json' }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const answered = (text === '' ? null : JSON.parse(text)) as Answer & { detail?: string };
      // Errors are problem documents (RFC 9457); `detail` says what happened and what to do.
      if (!response.ok) throw new Error(answered?.detail ?? `HTTP ${response.status}`);
      return answered;
    },
    /** Stores a song or a picture. @returns What requests name it by. */
    async upload(path: string): Promise<AssetRef> {
      const response = await fetch(`${origin}/api/v1/assets?name=${encodeURIComponent(basename(path))}`, {
        method: 'POST',
        headers: { cookie },
        body: await openAsBlob(path),
      });
      if (!response.ok) throw new Error(((await response.json()) as { detail: string }).detail);
      return (await response.json()) as AssetRef;
    },
    async download(path: string): Promise<Uint8Array> {
      return new Uint8Array(await (await fetch(`${origin}/api/v1${path}`, { headers: { cookie } })).arrayBuffer());
    },
    /** The events of a job until its end. */
    async *events<Event>(path: string): AsyncGenerator<Event> {
      const { body } = await fetch(`${origin}/api/v1${path}`, { headers: { cookie, accept: 'text/event-stream' } });
      let rest = '';
      for await (const part of body?.pipeThrough(new TextDecoderStream()) ?? []) {
        const blocks = (rest + part).split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) {
          if (/^event: job-end$/m.test(block)) return;
          const data = /^data: (.*)$/m.exec(block)?.[1];
          if (data !== undefined) yield JSON.parse(data) as Event;
        }
      }
    },
  };
}
