import { readPictureHeader } from '@kinora/capabilities';
import { frameHeader, liveLimits } from '@kinora/studios/live-style/schema';
import type { DropReason, FrameHeader } from '@kinora/studios/live-style/schema';

/** A frame that may be decoded, or why it is none of this session. */
export type CheckedFrame = { header: FrameHeader; image: Uint8Array } | { reason: DropReason; message?: string };

/** Looks at a frame's header, its bytes, and what they say of themselves, before anything is decoded. */
export function checkFrame(
  rawHeader: unknown,
  rawImage: unknown,
  wanted: { width: number; height: number },
): CheckedFrame {
  const parsed = frameHeader.safeParse(rawHeader);
  if (!parsed.success) {
    return { reason: 'malformed', message: parsed.error.issues[0]?.message ?? 'The header is not understood.' };
  }
  const image = toBytes(rawImage);
  if (image === null || image.length === 0) {
    return { reason: 'malformed', message: 'A frame is a header and its bytes.' };
  }
  if (image.length > liveLimits.mostFrameBytes) {
    return { reason: 'too-large', message: `A frame has at most ${liveLimits.mostFrameBytes / 1000} kB.` };
  }
  const picture = readPictureHeader(image);
  if (picture === null || picture.mediaType !== parsed.data.mediaType) {
    return { reason: 'malformed', message: 'The bytes are not of the media type that the header names.' };
  }
  if (picture.width !== wanted.width || picture.height !== wanted.height) {
    const [is, agreed] = [picture, wanted].map(({ width, height }) => `${width} × ${height}`);
    return { reason: 'wrong-size', message: `The frame is ${is} pixels; this session has ${agreed}.` };
  }
  return { header: parsed.data, image };
}

/** The number to answer to, also where the header is damaged. */
export function numberOf(header: unknown): number {
  const { sequence } = (typeof header === 'object' && header !== null ? header : {}) as { sequence?: unknown };
  return typeof sequence === 'number' && Number.isSafeInteger(sequence) && sequence >= 0 ? sequence : 0;
}

function toBytes(image: unknown): Uint8Array | null {
  if (image instanceof Uint8Array) return image;
  return image instanceof ArrayBuffer ? new Uint8Array(image) : null;
}
