/** Words of a prompt as a text encoder takes them. */
export type ClipTokenizer = {
  /** Token ids of a text, without start and end. */
  encode(text: string): number[];
  start: number;
  end: number;
  /** What fills up a sequence. */
  pad: number;
  /** Length of a sequence with start and end, usually 77. */
  length: number;
};

/** The files of a diffusers `tokenizer` folder. */
export type TokenizerFiles = {
  /** `vocab.json`. */
  vocabulary: string;
  /** `merges.txt`. */
  merges: string;
  /** `tokenizer_config.json` and `special_tokens_map.json`, where they exist: they name the padding. */
  config?: string | undefined;
  specialTokens?: string | undefined;
};

const words = /<\|startoftext\|>|<\|endoftext\|>|'s|'t|'re|'ve|'m|'ll|'d|\p{L}+|\p{N}|[^\s\p{L}\p{N}]+/gu;

/**
 * CLIP's tokenizer (Radford et al. 2021): byte pairs on lower-cased words, the end of a word marked `</w>`.
 */
export function createClipTokenizer(files: TokenizerFiles): ClipTokenizer {
  const ids = new Map(Object.entries(JSON.parse(files.vocabulary) as Record<string, number>));
  const ranks = new Map(
    files.merges
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('#version'))
      .map((line, rank) => [line.trimEnd(), rank]),
  );
  const byteNames = nameBytes();
  const known = new Map<string, number[]>();
  const start = ids.get('<|startoftext|>') ?? ids.size - 2;
  const end = ids.get('<|endoftext|>') ?? ids.size - 1;
  const config = { ...readObject(files.specialTokens), ...readObject(files.config) };
  const length = config['model_max_length'];

  const encodeWord = (word: string): number[] => {
    const cached = known.get(word);
    if (cached) return cached;
    const letters = [...new TextEncoder().encode(word)].map((byte) => byteNames[byte]!);
    letters.push(`${letters.pop()}</w>`);
    const found = merge(letters, ranks).map((token) => ids.get(token) ?? end);
    known.set(word, found);
    return found;
  };

  return {
    encode(text) {
      const clean = text.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase();
      return [...clean.matchAll(words)].flatMap(([word]) => {
        if (word === '<|startoftext|>') return [start];
        return word === '<|endoftext|>' ? [end] : encodeWord(word);
      });
    },
    start,
    end,
    pad: ids.get(tokenName(config['pad_token']) ?? '') ?? end,
    length: typeof length === 'number' && length >= 3 && length <= 1024 ? length : 77,
  };
}

/** Token ids in sequences of the encoder's length. */
export type PromptSequences = {
  sequences: number[][];
  /** Tokens that no longer fitted. */
  dropped: number;
};

/**
 * Splits a prompt into sequences with start, end and padding, the longer ones at a comma or full stop where one is near.
 * @param limit Sequences at most: 1 where the model takes no more.
 */
export function splitPrompt(tokenizer: ClipTokenizer, text: string, limit: number): PromptSequences {
  const { start, end, pad, length } = tokenizer;
  const room = length - 2;
  const breaks = new Set([',', '.', ';', '!', '?'].flatMap((mark) => tokenizer.encode(mark)));
  let rest = tokenizer.encode(text);
  const sequences: number[][] = [];
  do {
    let taken = rest.slice(0, room);
    if (rest.length > room && sequences.length + 1 < limit) {
      const last = taken.findLastIndex((token) => breaks.has(token));
      if (last >= room - 25) taken = taken.slice(0, last + 1);
    }
    rest = rest.slice(taken.length);
    const filled = [start, ...taken, end];
    sequences.push([...filled, ...Array.from({ length: length - filled.length }, () => pad)]);
  } while (rest.length > 0 && sequences.length < limit);
  return { sequences, dropped: rest.length };
}

/** Merges the pair of lowest rank until none is left (Sennrich et al. 2016). */
function merge(letters: string[], ranks: Map<string, number>): string[] {
  let parts = letters;
  while (parts.length > 1) {
    let [best, at] = [Number.POSITIVE_INFINITY, -1];
    for (let index = 0; index + 1 < parts.length; index++) {
      const rank = ranks.get(`${parts[index]} ${parts[index + 1]}`);
      if (rank !== undefined && rank < best) [best, at] = [rank, index];
    }
    if (at < 0) break;
    const [first, second] = [parts[at]!, parts[at + 1]!];
    const merged: string[] = [];
    for (let index = 0; index < parts.length; index++) {
      if (parts[index] === first && parts[index + 1] === second) {
        merged.push(first + second);
        index++;
      } else merged.push(parts[index]!);
    }
    parts = merged;
  }
  return parts;
}

/** GPT-2's printable names of bytes: those that print stand for themselves, the rest for U+0100 and up. */
function nameBytes(): string[] {
  let next = 256;
  return Array.from({ length: 256 }, (_, byte) => {
    const isPrintable = (byte >= 33 && byte <= 126) || (byte >= 161 && byte !== 173);
    return String.fromCharCode(isPrintable ? byte : next++);
  });
}

function readObject(text: string | undefined): Record<string, unknown> {
  return text === undefined ? {} : (JSON.parse(text) as Record<string, unknown>);
}

/** A token in these files is its text, or an object with the text as content. */
function tokenName(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null && 'content' in value && typeof value.content === 'string') {
    return value.content;
  }
  return undefined;
}
