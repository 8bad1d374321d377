import type { AssetRef } from '@kinora/capabilities';
import { takePictures, takeSound } from '@kinora/media/recording';
import type { Span } from '../schema.ts';
import type { LessonContext } from './context.ts';

/** Told the share that is there, 0 to 1. */
type Report = (fraction: number) => void;

/** Files in one: their lengths in bytes, one after the other. One file a clip would mean thousands. */
type Pack = { file: AssetRef; lengths: number[] };

/** Seconds of the recording whose clips are taken together: what changes in one place leaves those of others as they are. */
const window = 300;

/** Short clips of the recording's sound as MP3, one for each span, in their order. */
export async function takeClips(spans: readonly Span[], context: LessonContext, report: Report): Promise<Uint8Array[]> {
  return inWindows(
    spans,
    ({ start }) => start,
    report,
    (group, told) => {
      const inputs = { recording: identityOf(context), spans: group };
      return pack({ name: 'language.clips', version: 1, inputs }, context, (path, signal) =>
        takeSound(path, { spans: group, format: 'mp3' }, { signal, onProgress: told }),
      );
    },
  );
}

/** Sharp pictures of the recording as JPEG, one for each time, in their order. */
export async function takeStills(
  times: readonly number[],
  { width }: { width: number },
  context: LessonContext,
  report: Report,
): Promise<Uint8Array[]> {
  return inWindows(
    times,
    (time) => time,
    report,
    (group, told) => {
      const inputs = { recording: identityOf(context), times: group, width };
      return pack({ name: 'language.stills', version: 1, inputs }, context, async (path, signal) => {
        const taken = await takePictures(path, { times: group, width }, { signal, onProgress: told });
        return taken.map(({ jpeg }) => jpeg);
      });
    },
  );
}

async function inWindows<Value>(
  values: readonly Value[],
  timeOf: (value: Value) => number,
  report: Report,
  take: (group: Value[], report: Report) => Promise<Uint8Array[]>,
): Promise<Uint8Array[]> {
  const groups = Map.groupBy(values, (value) => Math.floor(timeOf(value) / window));
  const taken = new Map<Value, Uint8Array>();
  let done = 0;
  for (const [, group] of [...groups].toSorted(([a], [b]) => a - b)) {
    const files = await take(group, (fraction) => report((done + fraction * group.length) / values.length));
    for (const [index, value] of group.entries()) taken.set(value, files[index]!);
    done += group.length;
    report(done / values.length);
  }
  return values.map((value) => taken.get(value)!);
}

async function pack(
  derivation: Parameters<LessonContext['step']>[0],
  context: LessonContext,
  take: (path: string, signal: AbortSignal) => Promise<Uint8Array[]>,
): Promise<Uint8Array[]> {
  const { file, lengths } = await context.step<Pack>(derivation, async ({ signal }) => {
    const files = await context.recording!.lend((path) => take(path, signal));
    return {
      file: await context.assets.put(Buffer.concat(files), { mediaType: 'application/octet-stream' }),
      lengths: files.map(({ byteLength }) => byteLength),
    };
  });
  const bytes = await context.assets.get(file);
  let at = 0;
  return lengths.map((length) => bytes.subarray(at, (at += length)));
}

function identityOf({ recording }: LessonContext): string {
  return recording!.identity;
}
