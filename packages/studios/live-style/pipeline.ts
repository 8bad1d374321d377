import { KinoraError } from '@kinora/capabilities';
import type { AssetRef, ReuseCount, StudioContext } from '@kinora/capabilities';
import type { LiveOutputKind, LiveStyleEvent, LiveStyleFacts, LiveStyleRequest, LiveStyleWork } from './projects.ts';
import { keepRecording } from './steps/recording.ts';
import { keepSnapshot } from './steps/snapshot.ts';
import { titleOf } from './steps/title.ts';
import { styleVideo } from './steps/video.ts';

/** What a live style project is made from. */
export type LiveStyleInput = {
  request: LiveStyleRequest;
  /** Name of the file as it was uploaded: the title, when the request has none. */
  fileName?: string;
};

/** What it is made with. */
export type LiveStyleContext = Omit<StudioContext<LiveStyleEvent>, 'models' | 'audience'> & {
  /** Seconds since the job began. */
  seconds(): number;
  reuse(): Promise<ReuseCount>;
  /** Keeps the work as it is now: after each file. */
  save(work: LiveStyleWork): Promise<void>;
};

/** What a step tells while it works. */
export type Teller = {
  facts(facts: LiveStyleFacts, notes: readonly string[]): Promise<void>;
  progress(fraction: number): void;
  output(kind: LiveOutputKind, file: AssetRef): Promise<void>;
};

/**
 * Makes a project of this studio: styles a video file, or keeps a recording or a picture of the live page. Every part is a
 * derivation: a job that was killed goes on with the stretch it was painting.
 * @throws KinoraError `request.invalid` for a file that isn't what it should be, `job.cancelled`.
 */
export async function makeLiveStyle(
  { request, fileName }: LiveStyleInput,
  context: LiveStyleContext,
): Promise<LiveStyleWork> {
  const work: LiveStyleWork = {
    title: titleOf(request, fileName),
    request,
    facts: { width: 0, height: 0, seconds: 0, fps: 0, hasSound: false },
    outputs: {},
    reuse: { computed: 0, reused: 0 },
    seconds: { total: 0 },
    notes: [],
  };
  let told = -1;
  const teller: Teller = {
    async facts(facts, notes) {
      work.facts = facts;
      work.notes.push(...notes);
      await context.emit({ type: 'work-start', facts, notes: [...notes], seconds: context.seconds() });
    },
    progress(fraction) {
      if (fraction < told + 0.01) return;
      told = fraction;
      void context.emit({ type: 'work-progress', fraction, seconds: context.seconds() });
    },
    async output(kind, file) {
      work.outputs[kind] = file;
      await context.save(work);
      await context.emit({ type: 'output-end', output: kind, file, seconds: context.seconds() });
    },
  };
  switch (request.kind) {
    case 'video':
      await styleVideo({ request, title: work.title }, context, teller);
      break;
    case 'recording':
      await keepRecording({ request, title: work.title }, context, teller);
      break;
    case 'snapshot':
      await keepSnapshot({ request, title: work.title }, context, teller);
      break;
    default:
      throw new KinoraError('request.invalid', 'A project of this studio is a video, a recording or a snapshot.');
  }
  work.reuse = await context.reuse();
  work.seconds = { total: context.seconds() };
  await context.save(work);
  await context.emit({ type: 'work-end', reuse: work.reuse, seconds: context.seconds() });
  return work;
}
