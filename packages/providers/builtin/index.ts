import type {
  ClipModel,
  FrameStyler,
  ImageDescriber,
  ImageModelV4,
  Moderator,
  SpeechModelV4,
} from '@kinora/capabilities';
import { createParallaxClip } from './clip/index.ts';
import { openLayerFolder } from './clip/left-layers.ts';
import { createBuiltinDescriber } from './description.ts';
import { createPainters } from './frame-style/index.ts';
import { createIllustrator } from './image.ts';
import { createBuiltinGuard } from './moderation/index.ts';
import { createEspeakSpeech } from './speech/index.ts';

/** The models that come with Kinora: no download, no GPU, no network. */
export type BuiltinProvider = {
  speech: SpeechModelV4;
  image: ImageModelV4;
  clip: ClipModel;
  moderator: Moderator;
  describer: ImageDescriber;
  frameStyler: FrameStyler;
  /** Starts threads and loads what the first call needs, so that the first page doesn't wait for it. */
  prepare(): Promise<void>;
  /** The same for a film's first take. */
  prepareFilm(): Promise<void>;
  /** Ends their threads and processes. */
  close(): Promise<void>;
};

/** Makes the built-in models. Threads and processes start with the first call. */
export function createBuiltinProvider(): BuiltinProvider {
  const speech = createEspeakSpeech();
  const layers = openLayerFolder();
  const image = createIllustrator({ layers: layers.path });
  const clip = createParallaxClip({ layers: layers.path });
  const frameStyler = createPainters();
  return {
    speech,
    image,
    clip,
    moderator: createBuiltinGuard(),
    describer: createBuiltinDescriber(),
    frameStyler,
    async prepare() {
      await Promise.all([speech.prepare(), image.prepare()]);
    },
    prepareFilm: () => clip.prepare(),
    async close() {
      await Promise.all([speech, image, clip, frameStyler].map((model) => model[Symbol.asyncDispose]()));
      layers[Symbol.dispose]();
    },
  };
}

export { createParallaxClip } from './clip/index.ts';
export { createBuiltinDescriber } from './description.ts';
export { createPainters } from './frame-style/index.ts';
export type { Painters } from './frame-style/index.ts';
export { createIllustrator } from './image.ts';
export { createBuiltinGuard, judgeLine } from './moderation/index.ts';
export { builtinVoiceList, createEspeakSpeech } from './speech/index.ts';
