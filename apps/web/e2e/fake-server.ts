import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import type { AssetRef } from '@kinora/capabilities';
import type { SpokenWord, Story, StoryEdit, StoryEvent, StoryRequest, StoryScene } from '@kinora/studios/story/schema';
import { storyRequest } from '@kinora/studios/story/schema';
import { createRequestListener } from '@react-router/node';
import type { ServerBuild } from 'react-router';
import type { Job, StorySummary } from '../app/api/types.ts';

const web = join(import.meta.dirname, '..');
const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.webmanifest': 'application/manifest+json',
};

const lines = [
  'Every evening, when the owls began to stretch, Fen the fox lit the lantern by the path. It made a small gold circle on the grass, just big enough for one fox and a few moths.\n\nOne evening Fen thought, “Tonight I shall go all the way to the leaning gate and touch it.” That was the plan. It was a good one.\n\nShe passed a nest with one egg and nobody on it. But Fen had her mind on the plan.',
  'But tonight the wind puffed once, and out it went. “Oh,” said Fen, in a very small voice. The trees were only trees, but they had never looked so tall.',
  'Fen took one small step, and then another. “I can hear the stream,” she whispered, “so the path must be just here.” And the path was just there.',
  'Old Owl had waited with one warm spark in a jar. One breath, and the lantern was gold again. Fen curled up beside it, tucked her nose under her tail, and slept.',
];
const pictures = [
  'watercolour',
  'ink-wash',
  'idea-rabbit',
  'asleep',
  'idea-bear',
  'idea-whale',
  'idea-owl',
  'paper-cut',
  'night-light',
];

type Entry = {
  story: StorySummary;
  request: StoryRequest;
  versions: { version: number; createdAt: string; change: string; result: Story }[];
  jobs: string[];
};
type Work = { job: Job; events: StoryEvent[]; listeners: Set<() => void>; isStopped: boolean };

/** Options of the fake: how it behaves, so that every state of the pages can be seen. */
export type FakeOptions = {
  /** Milliseconds between two events. Default 60. */
  paceMs?: number;
  /** A job fails after this many events. */
  failAfter?: number;
  /** A job rests for good after this many events. */
  restAfter?: number;
  /** Why the second page was made by another model than was wanted. */
  note?: string;
};

/**
 * Kinora's HTTP interface in memory, for looking at states that the real server passes through too fast.
 * It speaks docs/api.md: the same paths, bodies, problem documents and server-sent events.
 */
export async function startFakeServer(
  options: FakeOptions = {},
): Promise<{ url: string; options: FakeOptions; close: () => Promise<void> }> {
  const assets = new Map<string, { bytes: Buffer; mediaType: string }>();
  const entries: Entry[] = [];
  const works = new Map<string, Work>();

  function put(bytes: Buffer, mediaType: string): AssetRef {
    const asset = createHash('sha256').update(bytes).digest('hex');
    assets.set(asset, { bytes, mediaType });
    return { asset, mediaType, bytes: bytes.length };
  }
  const painted = (index: number, seed: number) =>
    put(readFileSync(join(web, `public/pictures/${pictures[(index + seed) % pictures.length]}.jpg`)), 'image/jpeg');

  function sceneOf(id: string, text: string, index: number, seed: number): StoryScene {
    const words = spoken(text);
    const duration = (words.at(-1)?.end ?? 0) + 0.4;
    return {
      id,
      text,
      altText: 'Fen the fox beside the path, her lantern lit',
      picture: painted(index, seed),
      pictureSeed: seed,
      audio: put(tone(duration), 'audio/wav'),
      duration,
      words,
      ...(options.note !== undefined && index === 1 && { notes: [options.note] }),
    };
  }

  function resultOf(request: StoryRequest, title: string, scenes: StoryScene[]): Story {
    return {
      title,
      dedication: request.profile.name ? `For ${request.profile.name}` : undefined,
      goodNight: `Good night${request.profile.name ? `, ${request.profile.name}` : ''}. Sleep well.`,
      request,
      script: {
        title,
        language: 'en',
        scenes: scenes.map(({ id, text }) => ({
          id,
          text,
          prompt: '',
          pictureSeed: 0,
          spec: { focus: { x: 0.3, y: 0.6, quietArea: 'top-left' } } as never,
        })),
        goodNight: '',
        author: 'fake',
        level: { band: '4-5', grade: 2, meanSentence: 9, longestSentence: 14 },
      },
      scenes,
      outputs: {
        cover: scenes[0]?.picture,
        audio: scenes[0]?.audio,
        epub: put(Buffer.from('epub'), 'application/epub+zip'),
        captions: put(Buffer.from('WEBVTT\n'), 'text/vtt'),
      },
      reuse: { computed: 12, reused: 0 },
      seconds: { firstScene: 1.1, scenes: 3.9, total: 14 },
    };
  }

  function begin(entry: Entry, kind: Job['kind'], script: () => Iterable<StoryEvent>, done: () => void): Job {
    const job: Job = {
      id: crypto.randomUUID(),
      studio: 'story',
      projectId: entry.story.id,
      title: entry.story.title,
      kind,
      state: 'queued',
      progress: 0,
      step: 'Waiting',
      createdAt: now(),
      startedAt: null,
      endedAt: null,
      error: null,
      reuse: null,
    };
    const work: Work = { job, events: [], listeners: new Set(), isStopped: false };
    works.set(job.id, work);
    entry.jobs.unshift(job.id);
    void (async () => {
      job.state = 'running';
      job.startedAt = now();
      const all = [...script()];
      for (const event of all) {
        await new Promise((resolve) => setTimeout(resolve, options.paceMs ?? 60));
        if (work.isStopped) return;
        if (work.events.length === options.restAfter) return;
        if (work.events.length === options.failAfter) {
          Object.assign(job, {
            state: 'failed',
            endedAt: now(),
            error: {
              type: 'about:blank',
              title: 'The disk is full',
              status: 507,
              code: 'storage.full',
              detail: 'The disk is full. Free at least 200 MB, then go on: everything made so far is kept.',
            },
          });
          if (kind === 'make') entry.story.state = 'failed';
          break;
        }
        work.events.push(event);
        if (event.type === 'story-written') entry.story.title = event.title;
        job.progress = work.events.length / all.length;
        job.step =
          event.type === 'scene-start'
            ? `Painting page ${event.index + 1}`
            : event.type.startsWith('output')
              ? 'Making the film'
              : 'Reading aloud';
        for (const listener of work.listeners) listener();
      }
      if (job.state === 'running') {
        done();
        Object.assign(job, { state: 'done', endedAt: now(), progress: 1 });
      }
      for (const listener of work.listeners) listener();
    })();
    return job;
  }

  function make(request: StoryRequest): { story: StorySummary; job: Job } {
    const count = request.scenes ?? { 3: 4, 5: 6, 10: 9 }[request.minutes];
    const story: StorySummary = {
      id: crypto.randomUUID(),
      studio: 'story',
      title: 'A new story',
      wish: request.wish,
      createdAt: now(),
      updatedAt: now(),
      version: 1,
      state: 'making',
      style: request.style,
      aspect: request.aspect,
      cover: null,
      seconds: null,
      scenes: count,
    };
    const entry: Entry = { story, request, versions: [], jobs: [] };
    entries.unshift(entry);
    const texts = Array.from({ length: count }, (_, index) => ({
      id: `s${index + 1}`,
      text: lines[index % lines.length] ?? '',
    }));
    const scenes: StoryScene[] = [];
    const job = begin(
      entry,
      'make',
      function* () {
        yield { type: 'story-start', scenes: count, seconds: 0 };
        yield { type: 'story-written', title: 'The Fox Who Kept the Lantern', texts, seconds: 0.3 };
        for (const [index, { id, text }] of texts.entries()) {
          const page = sceneOf(
            id,
            text,
            index,
            pictures.indexOf(request.style === 'watercolour' ? 'watercolour' : 'paper-cut'),
          );
          scenes.push(page);
          yield { type: 'scene-start', scene: id, index, seconds: index };
          yield {
            type: 'scene-picture',
            scene: id,
            index,
            picture: page.picture,
            altText: page.altText,
            seconds: index + 0.5,
          };
          yield { type: 'scene-end', scene: id, index, page, seconds: index + 0.9 };
        }
        yield { type: 'output-start', output: 'video', seconds: 5 };
        for (let part = 0; part < 1; part += 0.1)
          yield { type: 'output-progress', output: 'video', fraction: part, seconds: 6 };
        yield { type: 'story-end', reuse: { computed: 12, reused: 0 }, seconds: 9 };
      },
      () => {
        const result = resultOf(request, 'The Fox Who Kept the Lantern', scenes);
        entry.versions.push({ version: 1, createdAt: now(), change: 'made', result });
        Object.assign(story, {
          state: 'ready',
          cover: scenes[0]?.picture,
          seconds: scenes.reduce((sum, scene) => sum + scene.duration, 0),
        });
      },
    );
    return { story, job };
  }

  function edit(entry: Entry, change: StoryEdit, from?: number): { story: StorySummary; job: Job } {
    const base = (entry.versions.find(({ version }) => version === from) ?? entry.versions.at(-1))?.result;
    if (!base) throw new Error('nothing to edit');
    const request = {
      ...base.request,
      ...(change.style && { style: change.style }),
      ...(change.voice && { voice: change.voice }),
    };
    const scenes = [...base.scenes];
    const job = begin(
      entry,
      'edit',
      function* () {
        yield { type: 'story-start', scenes: scenes.length, seconds: 0 };
        const texts = scenes.map(({ id, text }) => ({
          id,
          text: change.scenes?.find((scene) => scene.id === id)?.text ?? text,
        }));
        yield { type: 'story-written', title: base.title, texts, seconds: 0.1 };
        for (const [index, { id, text }] of texts.entries()) {
          const part = change.scenes?.find((scene) => scene.id === id);
          if (!part && !change.style && !change.voice) continue;
          yield { type: 'scene-start', scene: id, index, seconds: 0.2 };
          scenes[index] = sceneOf(
            id,
            text,
            index,
            (scenes[index]?.pictureSeed ?? 0) + (part?.redraw || change.style ? 4 : 0),
          );
          yield { type: 'scene-end', scene: id, index, page: scenes[index], seconds: 1 };
        }
        yield { type: 'story-end', reuse: { computed: 2, reused: 11 }, seconds: 2 };
      },
      () => {
        entry.story.version += 1;
        entry.versions.push({
          version: entry.story.version,
          createdAt: now(),
          change: change.style ? 'style' : 'words of page 2',
          result: resultOf(request, base.title, scenes),
        });
        job.reuse = { computed: 2, reused: 11 };
      },
    );
    return { story: entry.story, job };
  }

  async function api(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const [, , , area, id, part, kind] = url.pathname.split('/');
    const body = await bodyOf(request);
    const entry = entries.find(({ story }) => story.id === id);
    const send = (status: number, value?: unknown) => {
      response.writeHead(status, { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' });
      response.end(value === undefined ? undefined : JSON.stringify(value));
    };
    const problem = (status: number, code: string, detail: string) =>
      send(status, { type: 'about:blank', title: 'Problem', status, code, detail });
    const method = request.method ?? 'GET';

    if (area === 'assets') {
      const file = assets.get(id ?? '');
      if (!file) return problem(404, 'asset.missing', 'There is no such file.');
      const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
      const start = Number(range?.[1] ?? 0);
      const end = range?.[2] ? Number(range[2]) : file.bytes.length - 1;
      response.writeHead(range ? 206 : 200, {
        'content-type': file.mediaType,
        'content-length': end - start + 1,
        'accept-ranges': 'bytes',
        ...(range && { 'content-range': `bytes ${start}-${end}/${file.bytes.length}` }),
      });
      response.end(file.bytes.subarray(start, end + 1));
      return;
    }
    if (area === 'voices' && part === 'sample') {
      response.writeHead(200, { 'content-type': 'audio/wav' });
      response.end(tone(2));
      return;
    }
    if (area === 'voices')
      return send(200, {
        items: [
          ['willow', 'Willow', 'en', 'Warm and low, unhurried'],
          ['rowan', 'Rowan', 'en', 'A grandfather’s voice'],
          ['bramble', 'Bramble', 'en', 'Bright, a little husky'],
          ['clover', 'Clover', 'en', 'Light and clear'],
          ['yuki', 'Yuki', 'ja', 'Soft'],
        ].map(([voice, name, language, description]) => ({ id: voice, name, language, description })),
      });
    if (area === 'wishes') {
      const wish = String((body as { wish?: string }).wish);
      if (/blood|kill|gun/.test(wish))
        return send(200, {
          verdict: 'block',
          explanation: 'It may frighten a five-year-old.',
          suggestion: 'a dragon who is shy',
        });
      if (/monster|ghost/.test(wish))
        return send(200, { verdict: 'soften', explanation: 'The monster will be a friendly one.' });
      return send(200, { verdict: 'allow' });
    }
    if (area === 'jobs' && id && part === 'events') return events(request, response, works.get(id));
    if (area === 'jobs' && id && method === 'POST') {
      const work = works.get(id);
      const owner = entries.find(({ story }) => story.id === work?.job.projectId);
      if (!work || !owner) return problem(404, 'resource.missing', 'There is no such job.');
      if (part === 'cancel') {
        work.isStopped = true;
        Object.assign(work.job, { state: 'cancelled', endedAt: now() });
        if (work.job.kind === 'make') owner.story.state = 'cancelled';
        for (const listener of work.listeners) listener();
      }
      return send(202, work.job);
    }
    if (area === 'jobs') return send(200, { items: [...works.values()].map(({ job }) => job).reverse() });
    if (area === 'stories' && !id && method === 'POST') {
      const parsed = storyRequest.safeParse(body);
      if (!parsed.success) return problem(400, 'request.invalid', parsed.error.issues[0]?.message ?? 'Invalid');
      return send(202, make(parsed.data));
    }
    if (area === 'projects' || (area === 'stories' && !id)) {
      const query = (url.searchParams.get('query') ?? '').toLowerCase();
      return send(200, {
        items: entries
          .map(({ story }) => story)
          .filter((story) => `${story.title} ${story.wish}`.toLowerCase().includes(query))
          .filter(({ studio }) => [studio, null].includes(url.searchParams.get('studio') as typeof studio | null)),
        next: null,
      });
    }
    if (!entry) return problem(404, 'resource.missing', 'There is no such story.');
    if (method === 'DELETE') {
      entries.splice(entries.indexOf(entry), 1);
      return send(204);
    }
    if (method === 'PATCH') {
      entry.story.title = (body as { title: string }).title;
      return send(200, entry.story);
    }
    if (part === 'versions')
      return send(200, {
        items: entry.versions.map(({ version, createdAt, change }) => ({ version, createdAt, change })),
      });
    if (part === 'edits')
      return send(202, edit(entry, body as StoryEdit, Number(url.searchParams.get('version')) || undefined));
    if (part === 'outputs' && kind) {
      response.writeHead(200, {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename="story.${kind}"`,
      });
      response.end('file');
      return;
    }
    const asked = Number(url.searchParams.get('version')) || entry.story.version;
    const version = entry.versions.find((candidate) => candidate.version === asked);
    send(200, {
      story: entry.story,
      version: version?.version ?? entry.story.version,
      result: version?.result ?? null,
      job: works.get(entry.jobs[0] ?? '')?.job ?? null,
    });
  }

  function events(request: IncomingMessage, response: ServerResponse, work: Work | undefined) {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.flushHeaders();
    if (!work) return void response.end();
    let sent = Number(request.headers['last-event-id'] ?? 0);
    const push = () => {
      for (; sent < work.events.length; sent++) {
        const event = work.events[sent];
        response.write(`id: ${sent + 1}\nevent: ${event?.type}\ndata: ${JSON.stringify(event)}\n\n`);
      }
      if (['done', 'failed', 'cancelled'].includes(work.job.state))
        response.end(`event: job-end\ndata: ${JSON.stringify(work.job)}\n\n`);
    };
    work.listeners.add(push);
    request.on('close', () => work.listeners.delete(push));
    push();
  }

  const build = (await import(join(web, 'build/server/index.js'))) as ServerBuild;
  const render = createRequestListener({ build, mode: 'production' });
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://kinora');
    if (url.pathname.startsWith('/api/v1/')) return void api(request, response, url);
    if (extname(url.pathname)) {
      try {
        const bytes = readFileSync(join(web, 'build/client', url.pathname));
        response.writeHead(200, { 'content-type': types[extname(url.pathname)] ?? 'application/octet-stream' });
        response.end(bytes);
        return;
      } catch {
        // Not a file: the web app answers with its own 404.
      }
    }
    render(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    options,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const now = () => new Date().toISOString();

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return parts.length > 0 ? JSON.parse(Buffer.concat(parts).toString()) : {};
}

/** A word every 0.34 s. */
function spoken(text: string): SpokenWord[] {
  return [...text.matchAll(/[\p{L}’'-]+/gu)].map((match, index) => ({
    text: match[0],
    start: 0.2 + index * 0.34,
    end: 0.5 + index * 0.34,
    offset: match.index,
    length: match[0].length,
  }));
}

/** A quiet hum as WAV, 8 kHz mono. */
function tone(seconds: number): Buffer {
  const count = Math.round(seconds * 8000);
  const wav = Buffer.alloc(44 + count * 2);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + count * 2, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(8000, 24);
  wav.writeUInt32LE(16000, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(count * 2, 40);
  for (let index = 0; index < count; index++)
    wav.writeInt16LE(Math.round(900 * Math.sin((index / 8000) * 2 * Math.PI * 220)), 44 + index * 2);
  return wav;
}
