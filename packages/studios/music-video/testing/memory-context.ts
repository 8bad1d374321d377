import type {
  AssetRef,
  ClipOptions,
  Json,
  ModerationInput,
  ModerationResult,
  StudioModels,
} from '@kinora/capabilities';
import { createMemoryAssets } from '@kinora/capabilities/testing/assets';
import { createCanvas } from '@napi-rs/canvas';
import type { MusicVideo, MusicVideoEvent } from '../schema.ts';
import type { MusicVideoContext } from '../steps/context.ts';

/** A context in memory: real bytes, small models of the true shape, and a record of everything that happened. */
export type MemoryContext = MusicVideoContext & {
  events: MusicVideoEvent[];
  /** Names of the derivations that were computed. */
  computed: string[];
  saved: MusicVideo[];
  moderated: ModerationInput[];
  /** What the clip model was asked for. */
  clips: ClipOptions[];
};

/** What a test decides. */
export type MemoryOptions = {
  /** Default: everything is allowed. */
  judge?: (input: ModerationInput) => ModerationResult;
  /** Values of derivations that need a process, by name: what is asked for isn't computed. */
  answers?: Record<string, (store: MusicVideoContext['assets']) => Promise<Json>>;
  models?: Partial<StudioModels>;
  signal?: AbortSignal;
  /** Seconds since the start. Default 0. */
  seconds?: () => number;
  /** Derivations and files of an earlier context, as a second job finds them. */
  before?: MemoryContext;
};

const stores = new WeakMap<object, { derivations: Map<string, Json>; files: Map<string, Uint8Array> }>();

/** Makes a context. */
export function createMemoryContext(options: MemoryOptions = {}): MemoryContext {
  const {
    judge = () => ({ verdict: 'allow', categories: {}, spans: [] }),
    answers = {},
    signal = new AbortController().signal,
    seconds = () => 0,
  } = options;
  const { derivations, files } = (options.before && stores.get(options.before)) ?? {
    derivations: new Map<string, Json>(),
    files: new Map<string, Uint8Array>(),
  };
  const record = {
    events: [] as MusicVideoEvent[],
    computed: [] as string[],
    saved: [] as MusicVideo[],
    moderated: [] as ModerationInput[],
    clips: [] as ClipOptions[],
  };
  let reused = 0;
  const assets = createMemoryAssets(files);
  const clip: StudioModels['clip'] = {
    provider: 'test',
    modelId: 'clip',
    async doGenerate(asked) {
      record.clips.push(asked);
      const video = new TextEncoder().encode(`${record.clips.length} ${asked.frames} ${JSON.stringify(asked.window)}`);
      return { video, mediaType: 'video/mp4', warnings: [], servedBy: 'builtin/test' };
    },
  };
  const context: MemoryContext = {
    ...record,
    audience: { kind: 'adult' },
    signal,
    models: {
      language: null,
      transcription: null,
      speech: { specificationVersion: 'v4', provider: 'test', modelId: 'speech', doGenerate: refuse },
      image: imageDouble,
      illustrator: { ...imageDouble },
      clip,
      camera: { ...clip },
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
        describe: async ({ vista }) => ({ altText: `A picture: ${vista?.moment ?? 'somebody’s own'}`, tags: [] }),
      },
      frameStyler: {
        provider: 'test',
        modelId: 'frame-style',
        open: refuse,
        load: () => ({ device: 'cpu', sessions: 0 }),
      },
      identity: (capability) => (capability === 'image' ? 'builtin/illustrator@1' : `builtin/${capability}@1`),
      ...options.models,
    },
    assets,
    async step(derivation, compute) {
      const key = JSON.stringify(derivation);
      const known = derivations.get(key);
      if (known !== undefined) {
        reused += 1;
        return known as never;
      }
      const answer = answers[derivation.name];
      const value = answer === undefined ? await compute({ signal }) : await answer(assets);
      record.computed.push(derivation.name);
      derivations.set(key, value);
      return value as never;
    },
    async emit(event) {
      record.events.push(event);
    },
    seconds,
    reuse: async () => ({ computed: record.computed.length, reused }),
    async save(video) {
      record.saved.push(structuredClone(video));
    },
  };
  stores.set(context, { derivations, files });
  return context;
}

/** Stores bytes as an upload. */
export async function upload(context: MemoryContext, bytes: Uint8Array, mediaType: string): Promise<AssetRef> {
  return context.assets.put(bytes, { mediaType });
}

async function refuse(): Promise<never> {
  throw new Error('a music video does not speak');
}

const imageDouble: StudioModels['image'] = {
  specificationVersion: 'v4',
  provider: 'test',
  modelId: 'image',
  maxImagesPerCall: 1,
  async doGenerate({ seed = 0, size = '16x9' }) {
    const [width = 16, height = 9] = size.split('x').map(Number);
    const canvas = createCanvas(width, height);
    const drawing = canvas.getContext('2d');
    drawing.fillStyle = `hsl(${seed % 360} 60% 50%)`;
    drawing.fillRect(0, 0, width, height);
    return {
      images: [await canvas.encode('jpeg', 60)],
      warnings: [],
      response: { timestamp: new Date(0), modelId: 'image', headers: {} },
    };
  },
};
