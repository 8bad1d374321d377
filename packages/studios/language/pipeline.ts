import type { Lesson, LessonOutput } from './schema.ts';
import type { LessonContext, LessonInput } from './steps/context.ts';
import { countKinds, findItems } from './steps/items.ts';
import { obstacleTo, outputMakers, quickestFirst } from './steps/outputs.ts';
import type { LessonParts } from './steps/outputs.ts';
import { findDifficulty } from './steps/difficulty.ts';
import { findCues } from './steps/find-cues.ts';
import { tellMisfit } from './steps/fit.ts';
import { needsMotion, planLesson } from './steps/plan.ts';
import { hearSound, lookAtRecording, watchMotion } from './steps/recording.ts';
import { titleOf } from './steps/title.ts';
import { readTranscript } from './steps/transcript.ts';

/**
 * Makes a lesson: the recording looked at → what is said, with the owner's edits → what there is to learn → what to cut and to
 * show → files. Everything is a derivation keyed on what it shows: after an edit only what shows it is made again.
 * @throws KinoraError `request.invalid` for a recording or subtitles that can't be read, `request.conflict` for a recording
 * that changed while it was read, `provider.unavailable` when nobody listens.
 */
export async function makeLesson(input: LessonInput, context: LessonContext): Promise<Lesson> {
  const lesson = begin(input);
  const facts = await lookAtRecording(context);
  if (facts !== null) {
    lesson.facts = facts;
    await context.emit({ type: 'recording-end', facts, seconds: context.seconds() });
  }
  const { recording } = input.script;
  if (recording !== null && context.recording !== null && recording !== context.recording.identity)
    lesson.notes.push('The recording has changed since; what is made of it was made anew.');
  // In processes of its own, while the words are read; hours of it don't go on for words that can't be.
  using stack = new DisposableStack();
  const aside = untilDisposed(context, stack);
  const hearing = hearSound(facts, aside);
  const watching = needsMotion(input) ? watchMotion(facts, aside) : Promise.resolve(null);
  for (const each of [hearing, watching]) each.catch(() => {});
  const words = await readTranscript(input, context, () => findCues(facts, input.request, context));
  lesson.transcript = words.file;
  lesson.counts.sentences = words.transcript.sentences.length;
  lesson.lastWord = words.transcript.cues.reduce((last, { end }) => Math.max(last, end), 0);
  const misfit = tellMisfit(facts, lesson.lastWord);
  if (misfit !== null) lesson.notes.push(misfit);
  lesson.seconds.transcript = context.seconds();
  await context.save(lesson);
  await context.emit({
    type: 'transcript-end',
    transcript: words.file,
    sentences: lesson.counts.sentences,
    seconds: context.seconds(),
  });

  const found = await findItems(words, input.request, context);
  lesson.items = found.file;
  lesson.notes.push(...found.notes);
  lesson.counts = { ...lesson.counts, items: found.items.length, kinds: countKinds(found.items) };
  lesson.seconds.items = context.seconds();
  await context.save(lesson);
  await context.emit({
    type: 'items-end',
    items: found.file,
    count: found.items.length,
    seconds: context.seconds(),
  });

  const [sound, motion] = [await hearing, await watching];
  lesson.sound = sound?.track ?? null;
  const { points, plan } = planLesson({ lesson, input, words, found, sound, motion });
  lesson.editPoints = points;
  lesson.plan = plan;
  lesson.difficulty = await findDifficulty(words, found, context);
  await context.save(lesson);
  await context.emit({ type: 'plan-end', plan, editPoints: points.length, seconds: context.seconds() });

  const wanted = new Set(input.outputs);
  const parts: LessonParts = { lesson, input, words, found, context };
  for (const output of quickestFirst.filter((each) => wanted.has(each))) {
    const obstacle = obstacleTo(output, parts);
    if (obstacle === null) await makeOutput(output, parts);
    else if (!lesson.notes.includes(obstacle)) lesson.notes.push(obstacle);
  }
  lesson.seconds.total = context.seconds();
  lesson.reuse = await context.reuse();
  await context.save(lesson);
  await context.emit({ type: 'lesson-end', reuse: lesson.reuse, seconds: context.seconds() });
  return lesson;
}

/** The same context, whose steps stop when a stack is disposed of. */
function untilDisposed(context: LessonContext, stack: DisposableStack): LessonContext {
  const stop = new AbortController();
  stack.defer(() => stop.abort());
  return {
    ...context,
    step: (derivation, compute) =>
      context.step(derivation, ({ signal }) => compute({ signal: AbortSignal.any([signal, stop.signal]) })),
  };
}

function begin({ request, fileName }: LessonInput): Lesson {
  const title = titleOf(request, fileName);
  return {
    title,
    request: { ...request, title },
    facts: null,
    transcript: null,
    items: null,
    sound: null,
    editPoints: [],
    plan: null,
    difficulty: null,
    counts: { sentences: 0, items: 0, kinds: {} },
    lastWord: 0,
    outputs: {},
    reuse: { computed: 0, reused: 0 },
    seconds: { transcript: 0, items: 0, total: 0, outputs: {} },
    notes: [],
  };
}

async function makeOutput(output: LessonOutput, parts: LessonParts): Promise<void> {
  const { lesson, context } = parts;
  const make = outputMakers[output];
  const begun = context.seconds();
  const { computed } = await context.reuse();
  await context.emit({ type: 'output-start', output, seconds: begun });
  let told = 0;
  const file = await make(parts, (fraction) => {
    if (fraction < told + 0.01) return;
    told = fraction;
    void context.emit({ type: 'output-progress', output, fraction, seconds: context.seconds() });
  });
  lesson.outputs[output] = file;
  lesson.seconds.outputs[output] = context.seconds() - begun;
  lesson.reuse = await context.reuse();
  await context.save(lesson);
  const reused = lesson.reuse.computed === computed;
  await context.emit({ type: 'output-end', output, file, reused, seconds: context.seconds() });
}
