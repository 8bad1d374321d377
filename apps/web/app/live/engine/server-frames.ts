import type { FrameMediaType, LiveEngine } from '@kinora/studios/live-style/schema';
import type { EngineFacts } from './engine.ts';
import type { QualitySteer } from './quality.ts';

/** WebP would look a little better at this size, but takes several times as long to pack. */
export const mediaType = 'image/jpeg';

/** Packs the picture of a canvas, as small as is wanted. */
export async function pack(canvas: HTMLCanvasElement, steer: QualitySteer): Promise<ArrayBuffer> {
  for (let attempt = 0; ; attempt++) {
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, mediaType, steer.quality));
    if (!blob) throw new Error('The picture could not be packed.');
    // One picture that is too large is packed once more; the steering does the rest.
    if (steer.learn(blob.size) || attempt === 2) return blob.arrayBuffer();
  }
}

/** A painted picture; null when it is none. */
export async function unpack(painted: ArrayBuffer | Uint8Array, type: FrameMediaType): Promise<ImageBitmap | null> {
  const bytes = painted instanceof Uint8Array ? new Uint8Array(painted) : painted;
  return createImageBitmap(new Blob([bytes], { type })).catch(() => null);
}

/** What the panel and the library are told of an engine of the server. */
export function describePainter({
  provider,
  model,
  revision,
  label,
  device,
}: Omit<LiveEngine, 'kind'>): Pick<EngineFacts, 'label' | 'device' | 'painter'> {
  const painter = `${provider}/${model}${revision === undefined ? '' : `@${revision}`}`;
  return { label, device: deviceName(device), painter: provider === 'builtin' ? undefined : painter };
}

function deviceName(device: string): string {
  if (device === 'cpu') return 'the server’s processor';
  return `the server’s ${device.startsWith('cuda') ? 'graphics card' : device}`;
}
