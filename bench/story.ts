import { readServerSentEvents } from '../tools/server-sent-events.ts';
import { startServerProcess } from '../tools/server-process.ts';
import type { ServerProcess } from '../tools/server-process.ts';
import { encodeAlone } from '../tools/encode-alone.ts';

type Event = { type: string; seconds: number; output?: string; index?: number };
type Accepted = { story: { id: string }; job: { id: string } };
type Result = {
  result: {
    scenes: { id: string; text: string; duration: number }[];
    outputs: Record<string, { asset: string; bytes: number }>;
    reuse: { computed: number; reused: number };
  };
};

const wish = { wish: 'a shy fox who is afraid of the dark', profile: { age: 5, name: 'Mia', interests: ['owls'] } };

/**
 * A wish becomes a story on a running server, three times with another seed, then one sentence is changed. Prints each
 * time beside its bar, and the time to encode the film's own frames alone.
 */
export default async function benchStory(args: string[]): Promise<void> {
  const runs = Number(args[0] ?? 3);
  await using server = await startServerProcess();
  console.log(`server ready after ${server.secondsToReady.toFixed(2)} s (first start on a new home)`);
  const first: number[] = [];
  const all: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const accepted = (await (await server.api('POST', '/stories', { ...wish, seed: 100 + run })).json()) as Accepted;
    const events = await follow(server, accepted.job.id);
    const at = (type: string) => events.filter((event) => event.type === type).map(({ seconds }) => seconds);
    first.push(Math.min(...at('scene-end')));
    all.push(Math.max(...at('scene-end')));
    const video = span(events, 'video');
    const { result } = (await (await server.api('GET', `/stories/${accepted.story.id}`)).json()) as Result;
    const film = new Uint8Array(
      await (await server.api('GET', `/stories/${accepted.story.id}/outputs/video`)).arrayBuffer(),
    );
    const alone = encodeAlone(film);
    console.log(
      `story ${run + 1}: first page ${first.at(-1)?.toFixed(2)} s, all ${at('scene-end').length} pages ${all.at(-1)?.toFixed(2)} s; ` +
        `film of ${alone.seconds.toFixed(0)} s made in ${video.toFixed(1)} s = ${(alone.seconds / video).toFixed(1)}× as fast as it plays ` +
        `(encoding its ${alone.frames} frames alone: ${alone.encodeSeconds.toFixed(1)} s = ${(alone.seconds / alone.encodeSeconds).toFixed(1)}×); ` +
        `MP3 ${span(events, 'audio').toFixed(1)} s, EPUB ${span(events, 'epub').toFixed(1)} s, PDF ${span(events, 'pdf').toFixed(1)} s`,
    );
    if (run === runs - 1) await benchEdit(server, accepted.story.id, result);
  }
  console.log(
    `first page: median ${median(first).toFixed(2)} s (bar 2 s); all pages: median ${median(all).toFixed(2)} s (bar 6 s); film: bar 3× as fast as it plays`,
  );
}

async function benchEdit(server: ServerProcess, id: string, before: Result['result']): Promise<void> {
  const scene = before.scenes[1];
  if (scene === undefined) return;
  const started = performance.now();
  const edit = { scenes: [{ id: scene.id, text: `${scene.text} Somewhere, a clock agreed.` }] };
  const { job } = (await (await server.api('POST', `/stories/${id}/edits`, edit)).json()) as Accepted;
  let toPage = 0;
  for await (const { event, data } of readServerSentEvents(await events(server, job.id))) {
    if (event === 'scene-end' && (JSON.parse(data) as Event).index === 1) toPage = (performance.now() - started) / 1000;
  }
  const { result } = (await (await server.api('GET', `/stories/${id}`)).json()) as Result;
  const { computed, reused } = result.reuse;
  console.log(
    `edit of one sentence: new page after ${toPage.toFixed(2)} s (bar 3 s), all files after ${((performance.now() - started) / 1000).toFixed(1)} s; ${computed} steps computed, ${reused} reused`,
  );
}

async function follow(server: ServerProcess, job: string): Promise<Event[]> {
  const list: Event[] = [];
  for await (const { data } of readServerSentEvents(await events(server, job))) list.push(JSON.parse(data) as Event);
  return list;
}

async function events(server: ServerProcess, job: string): Promise<ReadableStream<Uint8Array>> {
  return (await server.api('GET', `/jobs/${job}/events`)).body as ReadableStream<Uint8Array>;
}

function span(list: Event[], output: string): number {
  const at = (type: string) => list.find((event) => event.type === type && event.output === output)?.seconds ?? 0;
  return at('output-end') - at('output-start');
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
