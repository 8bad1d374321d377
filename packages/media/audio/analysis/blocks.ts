import { resample } from '../resample.ts';

/** Sample rate at which music is analysed, hertz. */
export const analysisRate = 22_050;

/** Hands out resampled audio; `last` says that nothing follows. */
export type Resampler = (block: Float32Array, last: boolean) => Float32Array;

/**
 * Brings audio that comes in blocks to {@link analysisRate}, joined without seams: every piece is resampled with its
 * neighbours and starts where the ratio of the rates falls on whole samples.
 * @param sampleRate Rate of the blocks in hertz, a whole number.
 */
export function resampleBlocks(sampleRate: number): Resampler {
  if (sampleRate === analysisRate) return (block) => block;
  const divisor = greatestDivisor(sampleRate, analysisRate);
  const down = sampleRate / divisor;
  const up = analysisRate / divisor;
  // Zero crossings of the filter on either side, in input samples, rounded up to whole steps of the ratio.
  const context = Math.ceil((40 * Math.max(1, down / up)) / down) * down;
  const piece = Math.max(1, Math.round(sampleRate / down)) * down;
  let waiting: Float32Array = new Float32Array(context);
  return (block, last) => {
    const joined = new Float32Array(waiting.length + block.length + (last ? context : 0));
    joined.set(waiting);
    joined.set(block, waiting.length);
    const outputs: Float32Array[] = [];
    let at = context;
    while (at + context < joined.length) {
      const available = joined.length - context - at;
      const length = last ? Math.min(piece, available) : piece;
      if (length > available) break;
      const changed = resample(joined.subarray(at - context, at + length + context), {
        from: sampleRate,
        to: analysisRate,
      });
      const skip = (context / down) * up;
      outputs.push(changed.subarray(skip, skip + Math.round((length * up) / down)));
      at += length;
    }
    waiting = joined.slice(at - context);
    return join(outputs);
  };
}

function join(parts: Float32Array[]): Float32Array {
  if (parts.length === 1) return parts[0]!;
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
