import type { BroadcastStatus } from './types.ts';

/** Why a broadcast can't be followed any more. */
export type FollowEnd = 'refused' | 'missing';

/**
 * Hears how a broadcast is, as one who watches: server-sent events, read by hand because their token goes into a header.
 * It reconnects by itself until it is stopped, or told that the link no longer works.
 * @returns Stops it.
 */
export function followStatus(options: {
  id: string;
  token: string;
  onStatus: (status: BroadcastStatus) => void;
  onEnd: (why: FollowEnd) => void;
  /** The server can't be heard right now. */
  onLost: () => void;
}): () => void {
  const gone = new AbortController();
  void run(options, gone.signal);
  return () => gone.abort();
}

async function run(options: Parameters<typeof followStatus>[0], signal: AbortSignal): Promise<void> {
  for (let pause = 500; !signal.aborted; pause = Math.min(pause * 2, 5000)) {
    try {
      const response = await fetch(`/whep/${options.id}/events`, {
        headers: { authorization: `Bearer ${options.token}` },
        signal,
      });
      if ([401, 403].includes(response.status)) return options.onEnd('refused');
      if ([400, 404].includes(response.status)) return options.onEnd('missing');
      if (response.ok && response.body !== null) {
        for await (const status of readEvents(response.body)) {
          pause = 500;
          options.onStatus(status);
          if (status.state === 'ended') return;
        }
      }
    } catch {
      // The server went away; it is asked again.
    }
    if (signal.aborted) return;
    options.onLost();
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

async function* readEvents(body: ReadableStream<Uint8Array>): AsyncIterable<BroadcastStatus> {
  const reader = body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const parts = `${text}${value}`.split('\n\n');
    text = parts.pop() ?? '';
    for (const part of parts) {
      const data = /^event: status\ndata: (.*)$/m.exec(part)?.[1];
      if (data !== undefined) yield JSON.parse(data) as BroadcastStatus;
    }
  }
}
