import type { AssetRef, FrameStyle, Json } from '@kinora/capabilities';
import { joinRestyled, makeSeam, paintStretch, restyleWorkers } from '@kinora/media/video/restyle';
import type { PaintedStretch, RestylePlan } from '@kinora/media/video/restyle';
import type { LiveStyleContext } from '../pipeline.ts';
import { painterIdentity, provenanceOf } from './details.ts';

/** What is painted, and how. */
export type Painting = {
  file: AssetRef;
  plan: RestylePlan;
  /** Null: nothing is painted, the film is only brought to size, rate and coding. */
  style: FrameStyle | null;
};

/** Parts of a painted stretch, stored. */
type StoredStretch = { head: AssetRef | null; body: AssetRef; tail: AssetRef | null };

/**
 * Paints a film in stretches, as many at a time as there are cores, each a derivation of its own.
 * @returns Its parts without sound, in order.
 */
export async function paintFilm(
  painting: Painting,
  context: LiveStyleContext,
  onProgress: (fraction: number) => void,
): Promise<AssetRef[]> {
  const { plan } = painting;
  const done = plan.starts.map(() => 0);
  const lengths = plan.starts.map((start, index) => (plan.starts[index + 1] ?? plan.frames) - start);
  const tell = () => onProgress(done.reduce((sum, share, index) => sum + share * lengths[index]!, 0) / plan.frames);
  const stretches: StoredStretch[] = [];
  const ended = new AbortController();
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < plan.starts.length; index = next++) {
      stretches[index] = await paintOne(
        painting,
        { ...context, signal: AbortSignal.any([context.signal, ended.signal]) },
        {
          index,
          onProgress: (fraction) => {
            done[index] = fraction;
            tell();
          },
        },
      );
      done[index] = 1;
      tell();
    }
  };
  const workers = Array.from({ length: Math.min(restyleWorkers, plan.starts.length) }, worker);
  try {
    await Promise.all(workers);
  } catch (error) {
    ended.abort(error);
    await Promise.allSettled(workers);
    throw error;
  }
  const parts: AssetRef[] = [];
  for (const [index, { head, body }] of stretches.entries()) {
    const tail = stretches[index - 1]?.tail;
    if (head && tail) parts.push(await joinStretches({ tail, head, plan }, context));
    parts.push(body);
  }
  return parts;
}

/** Joins painted parts and the sound of the film they were made of. */
export async function joinFilm(
  {
    parts,
    file,
    plan,
    style,
    title,
    sound,
    engine = painterIdentity,
  }: Omit<Painting, 'style'> & { parts: AssetRef[]; style: FrameStyle; title: string; sound: boolean; engine?: string },
  context: LiveStyleContext,
  onProgress: (fraction: number) => void,
): Promise<{ file: AssetRef; sound: 'copied' | 'encoded' | 'none' }> {
  const { step, assets } = context;
  const { look, prompt } = style;
  const inputs = {
    parts: parts.map(({ asset }) => asset),
    sound: sound ? file.asset : null,
    fps: plan.fps,
    title,
    look,
    prompt,
    engine,
  };
  return step<{ file: AssetRef; sound: 'copied' | 'encoded' | 'none' }>(
    { name: 'live-style.video', version: 1, inputs },
    async ({ signal }) =>
      assets.lend([file, ...parts], async ([source = '', ...paths]) => {
        let how: 'copied' | 'encoded' | 'none' = 'none';
        const made = await assets.putFile(
          async (out) => {
            const details = { provenance: provenanceOf(title, style, { engine }) };
            const soundOf = sound ? source : null;
            ({ sound: how } = await joinRestyled({
              parts: paths,
              fps: plan.fps,
              soundOf,
              details,
              out,
              signal,
              onProgress,
            }));
          },
          { mediaType: 'video/mp4' },
        );
        return { file: made, sound: how };
      }),
  );
}

async function paintOne(
  { file, plan, style }: Painting,
  { step, assets, signal: ended }: LiveStyleContext,
  { index, onProgress }: { index: number; onProgress: (fraction: number) => void },
): Promise<StoredStretch> {
  // The words are what the numbers were made from; painters don't read them.
  const numbers = style && { ...style, prompt: '' };
  const inputs = { file: file.asset, style: numbers, plan, index } as unknown as { [key: string]: Json };
  return step<StoredStretch>(
    { name: 'live-style.paint', version: 1, models: style ? [painterIdentity] : [], inputs },
    async ({ signal }) => {
      const painted: PaintedStretch = await assets.lend([file], ([path = '']) =>
        paintStretch({ path, plan, index, style, signal: AbortSignal.any([signal, ended]), onProgress }),
      );
      const store = async (bytes: Uint8Array | null) => bytes && assets.put(bytes, { mediaType: 'video/mp4' });
      return {
        head: await store(painted.head),
        body: await assets.put(painted.body, { mediaType: 'video/mp4' }),
        tail: await store(painted.tail),
      };
    },
  );
}

async function joinStretches(
  { tail, head, plan }: { tail: AssetRef; head: AssetRef; plan: RestylePlan },
  { step, assets }: LiveStyleContext,
): Promise<AssetRef> {
  const inputs = { tail: tail.asset, head: head.asset };
  return step<AssetRef>({ name: 'live-style.seam', version: 1, inputs }, async ({ signal }) => {
    const seam = await makeSeam({ tail: await assets.get(tail), head: await assets.get(head), plan }, { signal });
    return assets.put(seam, { mediaType: 'video/mp4' });
  });
}
