import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import { join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const page = `<!doctype html><meta charset="utf-8"><title>Painters</title><script type="importmap">${JSON.stringify({
  imports: {
    '@kinora/capabilities': '/packages/capabilities/index.ts',
    '@kinora/media/painting': '/packages/media/painting/index.ts',
    zod: '/node_modules/zod/index.js',
  },
})}</script>`;
const types: Record<string, string> = { ts: 'text/javascript', js: 'text/javascript', wasm: 'application/wasm' };

/** A server of the repository's sources for a browser, on this machine only, and a letter box for bytes. */
export type SourceServer = AsyncDisposable & {
  /** Address of an empty page that can import `@kinora/media/painting`. */
  readonly url: string;
  /** Bytes that the page gets from `/bytes/<name>` and sends by a POST to it. */
  readonly bytes: Map<string, Uint8Array>;
};

/** Starts a server that gives a browser our TypeScript without its types, so that tests need no bundler. */
export async function serveSources(): Promise<SourceServer> {
  const bytes = new Map<string, Uint8Array>();
  const server = createServer((request, response) => {
    answer(request, response, bytes).catch((error: unknown) => {
      response.writeHead(404).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    bytes,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, bytes: Map<string, Uint8Array>) {
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
  if (path === '/') return void response.writeHead(200, { 'content-type': 'text/html' }).end(page);
  if (path.startsWith('/bytes/')) {
    const name = path.slice('/bytes/'.length);
    if (request.method === 'POST') {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      bytes.set(name, Buffer.concat(parts));
    }
    return void response.writeHead(200).end(request.method === 'POST' ? '' : bytes.get(name));
  }
  const file = normalize(join(root, path));
  if (!file.startsWith(root + (root.endsWith(sep) ? '' : sep))) throw new Error(`outside of the repository: ${path}`);
  const content = await readFile(file);
  const extension = path.slice(path.lastIndexOf('.') + 1);
  response.writeHead(200, { 'content-type': types[extension] ?? 'application/octet-stream' });
  response.end(extension === 'ts' ? stripTypeScriptTypes(content.toString('utf8')) : content);
}
