import type { Json, LanguageModelV4, ModerationInput, ModerationResult, SceneSpec } from '@kinora/capabilities';
import { createMemoryAssets } from '@kinora/capabilities/testing/assets';
import { writeWav } from '@kinora/media/audio';
import { createCanvas } from '@napi-rs/canvas';
import type { Script, Story, StoryEvent, StoryRequest } from '../schema.ts';
import type { StoryContext } from '../steps/context.ts';

/** A context in memory: real bytes, small models of the true shape, and a record of everything that happened. */
export type MemoryContext = StoryContext & {
  events: StoryEvent[];
  computed: string[];
  saved: Story[];
  moderated: ModerationInput[];
};

/** What a test decides. */
export type MemoryOptions = {
  /** Default: everything is allowed. */
  judge?: (input: ModerationInput) => ModerationResult;
  write?: (request: StoryRequest & { seed: number }) => Script;
  language?: LanguageModelV4;
  signal?: AbortSignal;
  /** Derivations and files of an earlier context, as a second job finds them. */
  before?: MemoryContext;
};

const stores = new WeakMap<object, { derivations: Map<string, Json>; files: Map<string, Uint8Array> }>();

/** Makes a context. */
export function createMemoryContext(options: MemoryOptions = {}): MemoryContext {
  const {
    judge = () => ({ verdict: 'allow', categories: {}, spans: [] }),
    write = sampleScript,
    signal = new AbortController().signal,
  } = options;
  const { derivations, files } = (options.before && stores.get(options.before)) ?? {
    derivations: new Map<string, Json>(),
    files: new Map<string, Uint8Array>(),
  };
  const record = {
    events: [] as StoryEvent[],
    computed: [] as string[],
    saved: [] as Story[],
    moderated: [] as ModerationInput[],
  };
  let reused = 0;
  const context: MemoryContext = {
    ...record,
    audience: { kind: 'child', age: 5 },
    signal,
    author: { identity: 'test/author@1', write: async (request) => write(request) },
    models: {
      language: options.language ?? null,
      transcription: null,
      speech: speechDouble,
      image: imageDouble,
      illustrator: { ...imageDouble },
      clip: {
        provider: 'test',
        modelId: 'clip',
        doGenerate: async ({ frames }) => ({ video: new Uint8Array([frames]), mediaType: 'video/mp4', warnings: [] }),
      },
      camera: {
        provider: 'test',
        modelId: 'camera',
        doGenerate: async ({ frames }) => ({ video: new Uint8Array([frames]), mediaType: 'video/mp4', warnings: [] }),
      },
      moderator: {
        provider: 'test',
        modelId: 'guard',
        async moderate(input) {
          record.moderated.push(input);
          return judge(input);
        },
      },
      describer: {
        provider: 'test',
        modelId: 'describer',
        describe: async ({ scene }) => ({ altText: `A picture: ${scene?.moment}`, tags: [] }),
      },
      frameStyler: {
        provider: 'test',
        modelId: 'frame-style',
        open: () => Promise.reject(new Error('no story asks for frames')),
        load: () => ({ device: 'cpu', sessions: 0 }),
      },
      identity: (capability) => `test/${capability}@1`,
    },
    assets: createMemoryAssets(files),
    async step(derivation, compute) {
      const key = JSON.stringify(derivation);
      const known = derivations.get(key);
      if (known !== undefined) {
        reused += 1;
        return known as never;
      }
      const value = await compute({ signal });
      record.computed.push(derivation.name);
      derivations.set(key, value);
      return value;
    },
    async emit(event) {
      record.events.push(event);
    },
    seconds: () => 0,
    reuse: async () => ({ computed: record.computed.length, reused }),
    async save(story) {
      record.saved.push(structuredClone(story));
    },
  };
  stores.set(context, { derivations, files });
  return context;
}

const speechDouble: StoryContext['models']['speech'] = {
  specificationVersion: 'v4',
  provider: 'test',
  modelId: 'speech',
  async doGenerate({ text }) {
    const words = [...text.matchAll(/\S+/g)].map((match, index) => ({
      text: match[0],
      start: index * 0.1,
      end: index * 0.1 + 0.08,
      offset: match.index,
      length: match[0].length,
    }));
    const duration = words.length * 0.1;
    const audio = writeWav({
      channels: [Float32Array.from({ length: Math.ceil(duration * 24_000) }, (_, n) => 0.2 * Math.sin(n / 8))],
      sampleRate: 24_000,
    });
    return {
      audio,
      warnings: [],
      response: { timestamp: new Date(0), modelId: 'speech' },
      providerMetadata: { kinora: { duration, sampleRate: 24_000, words } },
    };
  },
};

const imageDouble: StoryContext['models']['image'] = {
  specificationVersion: 'v4',
  provider: 'test',
  modelId: 'image',
  maxImagesPerCall: 1,
  async doGenerate({ seed = 0 }) {
    const canvas = createCanvas(16, 9);
    const context = canvas.getContext('2d');
    context.fillStyle = `hsl(${seed % 360} 60% 50%)`;
    context.fillRect(0, 0, 16, 9);
    return {
      images: [await canvas.encode('jpeg')],
      warnings: [],
      response: { timestamp: new Date(0), modelId: 'image', headers: {} },
    };
  },
};

/** A story of three short pages. */
export function sampleScript(request: StoryRequest & { seed: number }): Script {
  const scene = (index: number, text: string) => ({
    id: `s${index + 1}`,
    text,
    spec: sampleSpec(text),
    prompt: `a picture of ${text}`,
    pictureSeed: request.seed + index,
  });
  return {
    title: 'The Lantern',
    dedication: 'For Mia',
    language: 'en',
    scenes: ['A fox lit a lantern.', 'The moth came near.', 'Then they slept.'].map((text, index) =>
      scene(index, text),
    ),
    goodNight: 'Good night.',
    author: 'test/author@1',
    level: { band: '4-5', grade: 1, meanSentence: 4, longestSentence: 5 },
  };
}

function sampleSpec(moment: string): SceneSpec {
  return {
    setting: 'garden',
    timeOfDay: 'dusk',
    weather: 'clear',
    mood: 'calm',
    season: 'summer',
    light: { source: 'lantern', from: 'left', strength: 0.7 },
    characters: [],
    props: [],
    camera: { shot: 'wide', move: 'push', from: [0.5, 0.5, 1], to: [0.5, 0.5, 1.1] },
    focus: { x: 0.5, y: 0.5, quietArea: 'top' },
    palette: {},
    moment,
  };
}
