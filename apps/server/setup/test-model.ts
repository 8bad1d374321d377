import type { ImageModelV4, CapabilityName, ModelOf, Provider, SpeechModelV4, Usage } from '@kinora/capabilities';
import { frameStyle, isKinoraError, KinoraError, readPictureHeader } from '@kinora/capabilities';
import type { TestResult } from '@kinora/capabilities/setup';
import type { BuiltinProvider } from '@kinora/providers/builtin';

type Tried = Pick<TestResult, 'message' | 'media'> & { usage: Usage };
type Try<Capability extends CapabilityName> = (
  model: ModelOf[Capability],
  options: { signal: AbortSignal; builtin: Builtin },
) => Promise<Tried>;
type Builtin = Pick<BuiltinProvider, 'speech' | 'image'>;

const sentence = 'Good night, little owl.';
const wish = 'a small red fox asleep under a lamp, picture book';

/** One small, real call of each capability whose outcome a person can judge. */
const tries: { [Capability in CapabilityName]: Try<Capability> } = {
  async language(model, { signal }) {
    const { content, usage } = await model.doGenerate({
      prompt: [{ role: 'user', content: [{ type: 'text', text: 'Say hello in one short, friendly sentence.' }] }],
      maxOutputTokens: 80,
      abortSignal: signal,
    });
    const text = content.map((part) => (part.type === 'text' ? part.text : '')).join('');
    return {
      message: text.trim() === '' ? 'It answered without a word; try another model.' : text.trim().slice(0, 400),
      usage: { inputTokens: usage.inputTokens.total ?? 0, outputTokens: usage.outputTokens.total ?? 0 },
    };
  },
  async speech(model, { signal }) {
    const say = async (text: string, language: string) => {
      const spoken = await model.doGenerate({ text, language, outputFormat: 'wav', abortSignal: signal });
      return { text, bytes: toBytes(spoken.audio) };
    };
    // Some voices speak Japanese alone.
    const { text, bytes } = await say(sentence, 'en').catch((error: unknown) => {
      if (isKinoraError(error) && error.code === 'provider.refused')
        return say('おやすみ、ちいさなふくろうさん。', 'ja');
      throw error;
    });
    return {
      message: `“${text}”`,
      media: toMedia(bytes, audioType(bytes)),
      usage: { characters: text.length },
    };
  },
  async transcription(model, { signal, builtin }) {
    const spoken = await speak(builtin.speech, signal);
    const { text, durationInSeconds = 0 } = await model.doGenerate({
      audio: spoken,
      mediaType: 'audio/wav',
      abortSignal: signal,
    });
    return {
      message: `Kinora said “${sentence}”. It heard: “${text.trim()}”`,
      usage: { audioSeconds: durationInSeconds },
    };
  },
  async image(model, { signal }) {
    const bytes = await draw(model, wish, signal);
    return { message: wish, media: toMedia(bytes, pictureType(bytes)), usage: { images: 1 } };
  },
  async clip(model, { signal, builtin }) {
    const image = await paint(builtin, signal);
    const { video } = await model.doGenerate({
      from: { image, mediaType: pictureType(image) },
      frames: 12,
      fps: 12,
      width: 320,
      height: 320,
      seed: 7,
      signal,
    });
    return {
      message: 'One second of movement.',
      media: toMedia(video, 'video/mp4'),
      usage: { images: 1 },
    };
  },
  async moderation(model, { signal, builtin }) {
    const ask = async (text: string) => {
      const { verdict } = await model.moderate(
        { kind: 'text', text, role: 'wish' },
        { audience: { kind: 'child', age: 5 }, signal },
      );
      return `“${text}”: ${verdict}`;
    };
    const texts = ['a shy fox who is afraid of the dark', 'he stabs the man and there is blood everywhere'];
    try {
      const answers = [await ask(texts[0] ?? ''), await ask(texts[1] ?? '')];
      return { message: answers.join('. '), usage: { characters: texts.join('').length } };
    } catch (error) {
      if (!isKinoraError(error) || error.data['cannotJudge'] !== true) throw error;
    }
    // A guard for pictures.
    const image = await paint(builtin, signal);
    const mediaType = pictureType(image);
    const { verdict } = await model.moderate(
      { kind: 'image', image, mediaType },
      { audience: { kind: 'child', age: 5 }, signal },
    );
    return {
      message: `This picture: ${verdict}`,
      media: toMedia(image, mediaType),
      usage: { images: 1 },
    };
  },
  async description(model, { signal, builtin }) {
    const image = await paint(builtin, signal);
    const { altText } = await model.describe({ image, mediaType: pictureType(image), language: 'en' }, { signal });
    return {
      message: altText,
      media: toMedia(image, pictureType(image)),
      usage: { images: 1 },
    };
  },
  async 'frame-style'(model, { signal, builtin }) {
    const image = await paint(builtin, signal);
    const style = frameStyle.parse({ look: 'oil', prompt: 'an oil painting of a fox in a meadow at dawn' });
    await using session = await model.open({ width: 512, height: 512, style, signal });
    const mediaType = pictureType(image);
    if (mediaType !== 'image/jpeg' && mediaType !== 'image/webp')
      throw new KinoraError('internal.bug', 'The illustrator draws JPEG.');
    // The first frame of a session also loads what the others find loaded.
    await session.style({ image, mediaType }, { time: 0, signal });
    const styled = await session.style({ image, mediaType }, { time: 0.2, signal });
    return {
      message: `A fox as an oil painting, ${styled.milliseconds.toFixed(0)} ms a frame.`,
      media: toMedia(styled.image, styled.mediaType),
      usage: { images: 2 },
    };
  },
};

/**
 * Tries a model with one small call.
 * @throws What the model throws, and KinoraError `request.invalid` when the provider has no such model.
 */
export async function tryModel(
  provider: Provider,
  asked: { capability: CapabilityName; model: string },
  options: { signal: AbortSignal; builtin: Builtin },
): Promise<Tried> {
  const run = tries[asked.capability] as Try<CapabilityName>;
  return run(provider.model(asked.capability, asked.model), options);
}

async function speak(speech: SpeechModelV4, signal: AbortSignal): Promise<Uint8Array> {
  const { audio } = await speech.doGenerate({
    text: sentence,
    language: 'en',
    outputFormat: 'wav',
    abortSignal: signal,
  });
  return toBytes(audio);
}

/** A picture to move, judge or describe. */
function paint(builtin: Builtin, signal: AbortSignal): Promise<Uint8Array> {
  return draw(builtin.image, 'a fox in a meadow', signal);
}

async function draw(model: ImageModelV4, prompt: string, signal: AbortSignal): Promise<Uint8Array> {
  const { images } = await model.doGenerate({
    prompt,
    n: 1,
    size: '512x512',
    aspectRatio: undefined,
    seed: 7,
    files: undefined,
    mask: undefined,
    providerOptions: {},
    abortSignal: signal,
  });
  const [image] = images;
  if (image === undefined) throw new KinoraError('provider.failed', 'It returned no picture. Try another model.');
  return toBytes(image);
}

const toMedia = (bytes: Uint8Array, mediaType: string) => ({
  mediaType,
  base64: Buffer.from(bytes).toString('base64'),
});

const toBytes = (data: string | Uint8Array) =>
  typeof data === 'string' ? Uint8Array.from(Buffer.from(data, 'base64')) : data;

function pictureType(bytes: Uint8Array): string {
  const mediaType = readPictureHeader(bytes)?.mediaType;
  if (mediaType !== undefined) return mediaType;
  throw new KinoraError('provider.failed', 'What it returned is no PNG, JPEG or WebP. Try another model.');
}

function audioType(bytes: Uint8Array): string {
  if (bytes[0] === 0x52 && bytes[1] === 0x49) return 'audio/wav';
  return bytes[0] === 0x4f ? 'audio/ogg' : bytes[0] === 0x66 ? 'audio/flac' : 'audio/mpeg';
}
