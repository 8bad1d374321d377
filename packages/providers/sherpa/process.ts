import { OutOfMemory } from '@kinora/capabilities';
import type { LoadedModel, ModelServer } from '@kinora/capabilities';
import { integratedLoudness, limit, writeWav } from '@kinora/media/audio';
import { voiceConfig } from './voice-config.ts';
import type { VoiceConfig, VoiceFormat } from './voice-config.ts';

/** What a process of this provider loads. */
export type SherpaSettings = { format: VoiceFormat; folder: string };

/** One sentence to be said. */
export type SayRequest = {
  text: string;
  /** Number of the speaker. */
  speaker: number;
  /** 1 is the model's own pace. */
  speed: number;
  /** ISO 639-1, for models that speak several. */
  language: string;
  /** Steps of a diffusion voice; more sound cleaner. */
  steps: number;
};

/** What was said: mono samples; none when the model found nothing to say. */
export type SayAnswer = { samples: Float32Array; sampleRate: number };

/** What Kinora uses of `sherpa-onnx-node`, which is installed on demand and so has no types here. */
type Sherpa = {
  OfflineTts: { createAsync(config: VoiceConfig & { maxNumSentences: number; silenceScale: number }): Promise<Voice> };
  GenerationConfig: new (options: Record<string, unknown>) => object;
};
type Voice = {
  numSpeakers: number;
  sampleRate: number;
  generateAsync(request: Record<string, unknown>): Promise<SayAnswer>;
};

/** sherpa-onnx in a process of its own. */
export const server: ModelServer<SherpaSettings> = {
  async load({ format, folder }, context): Promise<LoadedModel> {
    const module = await context.importPackage<Sherpa & { default?: Sherpa }>('sherpa-onnx-node');
    const sherpa = module.default ?? module;
    const config = await voiceConfig(format, folder, { threads: context.threads });
    const voice = await sherpa.OfflineTts.createAsync({ ...config, maxNumSentences: 1, silenceScale: 1 }).catch(
      (cause: unknown) => {
        const text = String(cause);
        throw /bad_alloc|memory/i.test(text) ? new OutOfMemory(text, { cause }) : cause;
      },
    );
    return {
      methods: {
        async say({ text, speaker, speed, language, steps }: SayRequest): Promise<SayAnswer> {
          // Memory that the library owns can't be sent to another process.
          const request = { text, sid: speaker, speed, enableExternalBuffer: false };
          const own =
            format === 'supertonic'
              ? new sherpa.GenerationConfig({ sid: speaker, speed, numSteps: steps, extra: { lang: language } })
              : undefined;
          try {
            return await voice.generateAsync(own ? { ...request, generationConfig: own } : request);
          } catch (error) {
            if (!/no audio/i.test(String(error))) throw error;
            return { samples: new Float32Array(0), sampleRate: voice.sampleRate };
          }
        },
        master,
      },
      device: 'cpu',
      details: { speakers: Math.max(1, voice.numSpeakers), sampleRate: voice.sampleRate },
    };
  },
};

/** LUFS, as the built-in narrator's. */
const loudness = -20;

/** Sets the loudness of a whole narration: here, because it would hold the server up. @returns A WAV file. */
function master({ samples, sampleRate }: SayAnswer): Uint8Array {
  const level = integratedLoudness([samples], sampleRate);
  const gain = Number.isFinite(level) ? 10 ** ((loudness - level) / 20) : 1;
  const channels = limit([samples.map((sample) => sample * gain)], { sampleRate, ceilingDb: -1.5 });
  return writeWav({ channels, sampleRate });
}
