import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/** A package that the registry has: its package.json and other files by path. */
export type TestPackage = { name: string; version: string; files: Record<string, string>; manifest?: object };

/** How the registry behaves. Changed by tests as they go. */
export type RegistryBehaviour = {
  /** Tarballs stop half way and stay open. */
  isStalled: boolean;
  /** Tarballs arrive with other bytes than announced. */
  isDamaged: boolean;
  /** What the `authorization` header has to be. */
  authorization: string | null;
};

/** Serves packages as the npm registry does: package documents, and tarballs with their integrity. */
export async function startRegistry(packages: TestPackage[]) {
  const behaviour: RegistryBehaviour = { isStalled: false, isDamaged: false, authorization: null };
  const tarballs: string[] = [];
  const stalled = Promise.withResolvers<void>();
  const server = createServer((request, response) => {
    const url = decodeURIComponent(request.url ?? '/').replace(/\?.*/, '');
    if (behaviour.authorization !== null && request.headers.authorization !== behaviour.authorization) {
      response.writeHead(401, { 'www-authenticate': 'Bearer' }).end('{"error":"sign in"}');
      return;
    }
    const isTarball = url.endsWith('.tgz');
    const found = packages.find(({ name, version }) => url === (isTarball ? `/${name}/-/${version}.tgz` : `/${name}`));
    if (!found) {
      response.writeHead(404).end('{"error":"not found"}');
      return;
    }
    if (!isTarball) {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(describe(found, `http://${request.headers.host}`)));
      return;
    }
    tarballs.push(found.name);
    const tarball = pack(found);
    response.writeHead(200, { 'content-length': tarball.length });
    if (behaviour.isStalled) {
      response.write(tarball.subarray(0, tarball.length / 2));
      stalled.resolve();
    } else response.end(behaviour.isDamaged ? Buffer.alloc(tarball.length, 1) : tarball);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    behaviour,
    /** Names of the packages whose tarballs were asked for. */
    tarballs,
    /** When the first tarball has stopped half way. */
    stalled: stalled.promise,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** What npm is told of a package's bytes. */
export function integrityOf(package_: TestPackage): string {
  return `sha512-${createHash('sha512').update(pack(package_)).digest('base64')}`;
}

function describe(package_: TestPackage, origin: string) {
  const { name, version, manifest } = package_;
  const dist = { integrity: integrityOf(package_), tarball: `${origin}/${name}/-/${version}.tgz` };
  return { name, 'dist-tags': { latest: version }, versions: { [version]: { name, version, ...manifest, dist } } };
}

function pack({ name, version, files, manifest }: TestPackage): Buffer {
  const all = { 'package.json': JSON.stringify({ name, version, ...manifest }), ...files };
  const blocks = Object.entries(all).flatMap(([path, text]) => {
    const content = Buffer.from(text);
    return [header(`package/${path}`, content.length), content, Buffer.alloc(-content.length & 511)];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

/** A ustar header (POSIX.1-1988): octal fields, and a checksum counted with itself as spaces. */
function header(path: string, size: number): Buffer {
  const block = Buffer.alloc(512);
  block.write(path, 0);
  block.write('0000644\0', 100);
  block.write('0000000\0', 108);
  block.write('0000000\0', 116);
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  block.write('00000000000\0', 136);
  block.write('        0', 148);
  block.write('ustar\x0000', 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}
