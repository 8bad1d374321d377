import { KinoraError } from '@kinora/capabilities';
import type { Session } from './runtime.ts';
import { createClipTokenizer, splitPrompt } from './tokenizer.ts';
import type { TokenizerFiles } from './tokenizer.ts';

/** A prompt as the UNet takes it: [1, tokens, width]. */
export type Embeddings = { data: Float32Array; tokens: number; width: number };

/** What a pair of prompts became. */
export type EncodedPrompts = {
  prompt: Embeddings;
  /** Null without guidance. */
  negative: Embeddings | null;
  /** Tokens of the prompt that the model can't take. */
  dropped: number;
};

/** Turns prompts into embeddings and keeps those of the last prompts. */
export type TextEncoder = {
  encode(prompt: string, negative: string | null): Promise<EncodedPrompts>;
};

/** Sequences of embeddings that are kept: 32 times about 300 kB. */
const kept = 32;

/**
 * @param options.limit Sequences of 77 tokens a prompt may have; both prompts get as many as the longer one.
 * @param options.open Opens the encoder; called when a prompt is new.
 * @param options.isReleased Whether the encoder is closed after use, where memory is tight.
 */
export function createTextEncoder(
  files: TokenizerFiles,
  options: { open(): Promise<Session>; limit: number; isReleased: boolean },
): TextEncoder {
  const tokenizer = createClipTokenizer(files);
  const cache = new Map<string, Float32Array>();
  let session: Session | null = null;

  const encodeSequence = async (ids: number[]): Promise<Float32Array> => {
    const key = ids.join(' ');
    const found = cache.get(key) ?? (await runEncoder((session ??= await options.open()), ids));
    // Deleted and set again, the latest stands last.
    cache.delete(key);
    cache.set(key, found);
    if (cache.size > kept) cache.delete(cache.keys().next().value!);
    return found;
  };

  const embed = async (sequences: number[][]): Promise<Embeddings> => {
    const parts: Float32Array[] = [];
    for (const ids of sequences) parts.push(await encodeSequence(ids));
    const data = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
    let offset = 0;
    for (const part of parts) {
      data.set(part, offset);
      offset += part.length;
    }
    const tokens = sequences.length * tokenizer.length;
    return { data, tokens, width: data.length / tokens };
  };

  return {
    async encode(prompt, negative) {
      const { sequences, dropped } = splitPrompt(tokenizer, prompt, options.limit);
      const against = negative === null ? null : splitPrompt(tokenizer, negative, options.limit).sequences;
      const [empty = []] = splitPrompt(tokenizer, '', 1).sequences;
      const longest = Math.max(sequences.length, against?.length ?? 0);
      const fill = (list: number[][]) => [...list, ...Array.from({ length: longest - list.length }, () => empty)];
      const result = {
        prompt: await embed(fill(sequences)),
        negative: against === null ? null : await embed(fill(against)),
        dropped,
      };
      if (options.isReleased && session !== null) {
        await session.release();
        session = null;
      }
      return result;
    },
  };
}

/** The output by the names exporters give it; otherwise the first with three dimensions. */
async function runEncoder(session: Session, ids: number[]): Promise<Float32Array> {
  const input = session.inputs.find(({ name }) => name === 'input_ids') ?? session.inputs[0];
  const output =
    session.outputs.find(({ name }) => name === 'last_hidden_state' || name === 'text_embeddings') ??
    session.outputs.find(({ shape }) => shape.length === 3);
  if (input === undefined || output === undefined) {
    throw new KinoraError('provider.unavailable', 'This text encoder gives no embeddings; choose another model.');
  }
  const dims = [1, ids.length];
  const feeds = { [input.name]: { data: ids, dims } };
  // Some exports also want the mask, all ones for CLIP.
  const mask = session.inputs.find(({ name }) => name === 'attention_mask');
  if (mask) feeds[mask.name] = { data: ids.map(() => 1), dims };
  const { [output.name]: result } = await session.run(feeds, [output.name]);
  return result?.data ?? new Float32Array();
}
