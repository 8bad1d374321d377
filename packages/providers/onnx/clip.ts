import { KinoraError, clipLimits, readPictureHeader } from '@kinora/capabilities';
import type { ClipModel, ClipOptions } from '@kinora/capabilities';
import type { OpenLocalModel } from '@kinora/capabilities/local';
import type { FilmRequest } from './film.ts';

/** Pixels a picture may have before it is decoded. */
const largestInput = 40e6;

/** A frame interpolation model as a clip model: it makes transitions, and moves a camera over single pictures. */
export function createOnnxClipModel(modelId: string, open: OpenLocalModel): ClipModel {
  return {
    provider: 'onnx',
    modelId,
    async doGenerate({ signal, ...request }) {
      signal?.throwIfAborted();
      validate(request);
      const { process } = await open();
      const video = await process.call<Uint8Array>('film', request satisfies FilmRequest, {
        ...(signal === undefined ? {} : { signal }),
        onRestart: () => {},
      });
      return { video, mediaType: 'video/mp4', ...clipLimits(request) };
    },
  };
}

function validate({ frames, fps, width, height, from, to }: Omit<ClipOptions, 'signal'>): void {
  const check = (field: string, value: number, low: number, high: number, step = 1) => {
    if (Number.isInteger(value / step) && value >= low && value <= high) return;
    const allowed = `${step === 2 ? 'even, ' : ''}${low}–${high}`;
    throw new KinoraError('request.invalid', `${field} is ${allowed}, not ${value}.`, { data: { field, allowed } });
  };
  check('frames', frames, 1, 100_000);
  check('fps', fps, 1, 120);
  check('width', width, 16, 4096, 2);
  check('height', height, 16, 4096, 2);
  for (const { image } of [from, ...(to ? [to] : [])]) {
    const header = readPictureHeader(image);
    if (header !== null && header.width * header.height <= largestInput) continue;
    throw new KinoraError('request.invalid', 'A clip starts from a PNG, JPEG or WebP of at most 40 million pixels.');
  }
}
