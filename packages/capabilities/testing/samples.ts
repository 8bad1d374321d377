import { sceneSpec } from '../scene-spec.ts';
import type { SceneSpec } from '../scene-spec.ts';

/** A scene with a hero, a prop, a place and a time: what the contract suites draw and describe. */
export const sampleScene: SceneSpec = sceneSpec.parse({
  setting: 'forest',
  timeOfDay: 'dusk',
  weather: 'clear',
  mood: 'tender',
  light: { source: 'lantern', from: 'right', strength: 0.7 },
  characters: [
    {
      id: 'sorrel',
      name: 'Sorrel',
      species: 'fox',
      colours: { main: '#c8642f', second: '#f3dfc4', accent: '#4a2a22' },
      clothes: [{ kind: 'scarf', colour: '#d9a441' }],
      pose: 'sit',
      expression: 'shy',
      x: 0.4,
      ground: 0.8,
      size: 0.4,
    },
  ],
  props: [{ kind: 'lantern', x: 0.62, ground: 0.82, state: 'lit' }],
  camera: { shot: 'medium', move: 'push', from: [0.5, 0.5, 1], to: [0.5, 0.52, 1.08] },
  focus: { x: 0.45, y: 0.6, quietArea: 'top-left' },
  moment: 'Sorrel sits beside her lantern and listens to the wood.',
});

/** A gradient as an uncompressed PNG: a true picture for suites that need one, without an encoder. Sizes in pixels. */
export function samplePng(options: { width?: number; height?: number } = {}): Uint8Array<ArrayBuffer> {
  const { width = 160, height = 90 } = options;
  const rows = new Uint8Array(height * (1 + width * 3));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      rows.set([(255 * x) / width, (255 * y) / height, 120], y * (1 + width * 3) + 1 + x * 3);
    }
  }
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  return concatenate([
    Uint8Array.from(signature),
    chunk('IHDR', header),
    chunk('IDAT', storeZlib(rows)),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = concatenate([new TextEncoder().encode(type), data]);
  const framed = new Uint8Array(body.length + 8);
  const view = new DataView(framed.buffer);
  view.setUint32(0, data.length);
  framed.set(body, 4);
  view.setUint32(body.length + 4, crc32(body));
  return framed;
}

/** RFC 1950 with stored blocks (RFC 1951, 3.2.4). */
function storeZlib(data: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [Uint8Array.from([0x78, 0x01])];
  for (let start = 0; start < data.length; start += 65_535) {
    const block = data.subarray(start, start + 65_535);
    const isLast = start + 65_535 >= data.length ? 1 : 0;
    parts.push(
      Uint8Array.from([isLast, block.length & 255, block.length >> 8, ~block.length & 255, (~block.length >> 8) & 255]),
      block,
    );
  }
  let a = 1;
  let b = 0;
  for (const byte of data) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  parts.push(Uint8Array.from([b >> 8, b & 255, a >> 8, a & 255]));
  return concatenate(parts);
}

function crc32(data: Uint8Array): number {
  let crc = ~0;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

function concatenate(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let position = 0;
  for (const part of parts) {
    whole.set(part, position);
    position += part.length;
  }
  return whole;
}
