import { setImmediate } from 'node:timers/promises';
import type { FrameStyle } from '@kinora/capabilities';
import { KinoraError } from '@kinora/capabilities/errors';
import { SoftwareScaleContext } from 'node-av/lib';
import type { Frame } from 'node-av/lib';
import { AVCOL_PRI_BT709, AVCOL_RANGE_JPEG, AVCOL_SPC_RGB, AVCOL_TRC_BT709, AV_PIX_FMT_RGBA } from 'node-av/constants';
import { createWasmPainter, loadPaintingModules } from '../../painting/node.ts';
import { check } from '../native.ts';
import { createSegmentEncoder } from '../segment-encoder.ts';
import type { SegmentEncoder } from '../segment-encoder.ts';
import { newFrame, newYuvFrame } from '../yuv.ts';
import type { RestylePlan } from './plan.ts';
import { sampleFrames } from './sample-frames.ts';

/** One stretch of a film to be painted. */
export type StretchRequest = {
  path: string;
  plan: RestylePlan;
  /** Place of the stretch in `plan.starts`. */
  index: number;
  /** Null: the frames as they are, only brought to the size and rate. */
  style: FrameStyle | null;
};

/**
 * A painted stretch as H.264 MP4s without sound. `head` and `tail` are what overlaps with the stretches before and after; the
 * first has no head, the last no tail.
 */
export type PaintedStretch = { head: Uint8Array | null; body: Uint8Array; tail: Uint8Array | null };

/**
 * Paints a stretch of a film. What comes before it is painted too, unseen, so that strokes, levels and motion have settled
 * when it begins. Runs in a process of its own.
 */
export async function paintStretchHere(
  { path, plan, index, style }: StretchRequest,
  onProgress: (fraction: number) => void,
): Promise<PaintedStretch> {
  const { fps, hold, paintWidth: width, paintHeight: height } = plan;
  const { first, start, body, end } = stretchOf(plan, index);
  using owned = new DisposableStack();
  const painter =
    style && owned.use(await createWasmPainter({ width, height, seed: 1, modules: await loadPaintingModules() }));
  const converter = owned.use(createScaler({ from: { width, height }, to: plan }));
  const open = () => owned.use(createSegmentEncoder({ width: plan.width, height: plan.height, fps }));
  const parts: { until: number; encoder: SegmentEncoder }[] = [];
  if (body.from > start) parts.push({ until: body.from, encoder: open() });
  parts.push({ until: body.to, encoder: open() });
  if (end > body.to) parts.push({ until: end, encoder: open() });

  let at = first;
  let part = 0;
  const pictures = Math.ceil((end - first) / hold);
  for (const { rgba, time } of sampleFrames(path, {
    width,
    height,
    from: first / fps,
    step: hold / fps,
    count: pictures,
  })) {
    const painted = painter && style ? painter.paint(rgba, style, time) : rgba;
    const frame = converter.convert(painted);
    for (let shown = 0; shown < hold && at < end; shown++, at++) {
      if (at < start) continue;
      if (at >= parts[part]!.until) part++;
      parts[part]!.encoder.addFrame(frame);
    }
    onProgress((at - first) / (end - first));
    // So that the process hears that who asked for it is gone.
    await setImmediate();
  }
  if (at < end) throw new KinoraError('request.invalid', 'The video ends before it says it does; save it again.');
  const made = parts.map(({ encoder }) => encoder.finish());
  const hasHead = body.from > start;
  return {
    head: hasHead ? made[0]! : null,
    body: made[hasHead ? 1 : 0]!,
    tail: end > body.to ? made.at(-1)! : null,
  };
}

/** Frames of a stretch: where painting begins, where it is seen first, what only it shows, and where it ends. */
export function stretchOf(
  { starts, frames, warmUp, overlap }: RestylePlan,
  index: number,
): { first: number; start: number; body: { from: number; to: number }; end: number } {
  const start = starts[index] ?? 0;
  const to = starts[index + 1] ?? frames;
  const isLast = index === starts.length - 1;
  return {
    first: Math.max(0, start - warmUp),
    start,
    body: { from: index === 0 ? start : start + overlap, to },
    end: isLast ? to : to + overlap,
  };
}

type Size = { width: number; height: number };

/** Brings RGBA pictures to a size and to BT.709 YUV, in one go. The frame is valid until the next call. */
function createScaler({ from, to }: { from: Size; to: Size }): Disposable & {
  convert(rgba: Uint8Array | Uint8ClampedArray): Frame;
} {
  const context = new SoftwareScaleContext();
  context.allocContext();
  const source = newFrame({ ...from, format: AV_PIX_FMT_RGBA });
  source.colorSpace = AVCOL_SPC_RGB;
  source.colorRange = AVCOL_RANGE_JPEG;
  source.colorPrimaries = AVCOL_PRI_BT709;
  source.colorTrc = AVCOL_TRC_BT709;
  const target = newYuvFrame({ width: to.width, height: to.height });
  const rowBytes = from.width * 4;
  return {
    convert(rgba) {
      check(source.makeWritable(), 'preparing a frame');
      const plane = source.data![0]!;
      const stride = source.linesize[0]!;
      if (stride === rowBytes) plane.set(rgba.subarray(0, rowBytes * from.height));
      else
        for (let row = 0; row < from.height; row++)
          plane.set(rgba.subarray(row * rowBytes, (row + 1) * rowBytes), row * stride);
      check(target.makeWritable(), 'preparing a frame');
      check(context.scaleFrameSync(target, source), 'converting colours');
      return target;
    },
    [Symbol.dispose]() {
      source.free();
      target.free();
      context.freeContext();
    },
  };
}
