/** One server-sent event. */
export type ServerSentEvent = { event: string; data: string; id: string };

/** Reads a stream of server-sent events as they come (WHATWG HTML §9.2). */
export async function* readServerSentEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerSentEvent> {
  let buffer = '';
  for await (const chunk of body.pipeThrough(
    new TextDecoderStream() as unknown as TransformStream<Uint8Array, string>,
  )) {
    buffer += chunk;
    const blocks = buffer.split('\n\n');
    buffer = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = { event: 'message', data: '', id: '' };
      for (const line of block.split('\n')) {
        const [, name, value] = /^(event|data|id): ?(.*)$/.exec(line) ?? [];
        if (name !== undefined) fields[name as keyof typeof fields] = value ?? '';
      }
      if (fields.data !== '') yield fields;
    }
  }
}
