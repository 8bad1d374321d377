import { frameStyle } from '@kinora/capabilities';
import type { FrameStyle, Look } from '@kinora/capabilities';
import { changeStyle, describeChange, scaleChange } from './words/change-style.ts';
import type { ConceptKind, StyleChange } from './words/concept.ts';
import { findWords } from './words/find-words.ts';
import type { FoundWord, UnknownWord } from './words/find-words.ts';

/** What one word of a prompt did. */
export type WordEffect = {
  /** Stable name of what was understood, e.g. `autumn`: key of `amounts` in {@link PromptOptions}. */
  concept: string;
  kind: ConceptKind;
  /** As typed, and where: the text's characters from `start` to before `end`. */
  words: string;
  start: number;
  end: number;
  name: { en: string; ja: string };
  /** How strongly it counts: 1 plainly, 0.5 "slightly", 1.6 "very", 0 switched off, below 0 taken back. */
  amount: number;
  /** Whether the text says that this is not wanted. */
  isNegated: boolean;
  /** What it did to the style. */
  change: StyleChange;
  /** The same in words; empty when another word had the last say. */
  does: { en: string; ja: string };
};

/** What a prompt means. */
export type PromptReading = {
  style: FrameStyle;
  /** In the order of the text. */
  effects: WordEffect[];
  /** Words that nothing is known of; a diffusion model may still know them. */
  unknown: UnknownWord[];
};

/** How a prompt is read. */
export type PromptOptions = {
  /**
   * Gives what words don't say of look, strength and detail. Default: oil. Palette, light and overlay come from the words
   * alone, so that the same words always give the same colours.
   */
  base?: Pick<FrameStyle, 'look' | 'strength' | 'detail'>;
  /** Other amounts than the words say, by concept: how a user adjusts what a word does. 0 switches it off. */
  amounts?: Readonly<Record<string, number>>;
};

/** Looks that draw lines, and what is nearest to each without. */
const lineless: Partial<Record<Look, Look>> = {
  anime: 'watercolour',
  comic: 'mosaic',
  pencil: 'pastel',
  ink: 'watercolour',
};

/**
 * Reads words into a style: looks, colours, seasons, times of day, light, weather, places, moods, contrast, detail and
 * strength, in English and Japanese, with degrees ("very", とても) and negations ("no snow", 雪なし). Words that are not
 * known do nothing. Pure and fast: some tens of microseconds for a sentence.
 */
export function readPrompt(prompt: string, { base, amounts = {} }: PromptOptions = {}): PromptReading {
  const text = prompt.slice(0, 500).toWellFormed();
  const { found, unknown } = findWords(text);
  const said = mergeRepeated(found).map((word) => ({ ...word, amount: amounts[word.concept.id] ?? word.degree }));
  const wanted = said.filter(({ isNegated }) => !isNegated);
  const unwanted = said.filter(({ isNegated }) => isNegated);

  const named = wanted.findLast(({ concept, amount }) => concept.change.look !== undefined && amount > 0);
  const suggesting = wanted.findLast(({ concept, amount }) => concept.suggests !== undefined && amount > 0);
  const suggester = named === undefined && base === undefined ? suggesting : undefined;
  const overlay = chooseOverlay(wanted, unwanted);

  const { look, strength, detail } = base ?? frameStyle.parse({});
  let style = frameStyle.parse({ look, strength, detail, prompt: text.trim() });
  const effects: WordEffect[] = [];
  for (const word of said) {
    const { concept, amount, words, start, end, isNegated } = word;
    const change: StyleChange = { ...concept.change };
    if (word !== named) delete change.look;
    if (word === suggester && concept.suggests !== undefined) change.look = concept.suggests;
    if (word !== overlay) {
      delete change.overlay;
      if (concept.change.overlay !== undefined) delete change.overlayAmount;
    }
    const applied = isNegated ? {} : scaleChange(change, amount);
    if (!isNegated && amount !== 0) style = changeStyle(style, change, amount);
    const does = isNegated
      ? { en: `no ${concept.name.en}`, ja: `${concept.name.ja}なし` }
      : describeChange(amount === 0 ? {} : applied);
    effects.push({
      concept: concept.id,
      kind: concept.kind,
      words,
      start,
      end,
      name: concept.name,
      amount,
      isNegated,
      change: applied,
      does,
    });
  }
  for (const { concept, amount } of unwanted) if (amount !== 0) style = forbid(style, concept.change);
  if (unwanted.some(({ concept, amount }) => concept.id === 'lines' && amount !== 0)) {
    style = { ...style, look: lineless[style.look] ?? style.look };
  }
  return { style, effects, unknown };
}

type Said = FoundWord & { amount: number };

/** A word that is said twice counts once, as strongly as it was said most. */
function mergeRepeated(found: readonly FoundWord[]): FoundWord[] {
  const kept = new Map<string, FoundWord>();
  for (const word of found) {
    const before = kept.get(word.concept.id);
    if (
      before === undefined ||
      Math.abs(word.degree) > Math.abs(before.degree) ||
      word.isNegated !== before.isNegated
    ) {
      kept.set(word.concept.id, word);
    }
  }
  return [...kept.values()].sort((a, b) => a.start - b.start);
}

/** Of several overlays the one that was named itself wins over one that only goes with a season; then the last. */
function chooseOverlay(wanted: readonly Said[], unwanted: readonly Said[]): Said | undefined {
  const forbidden = new Set(unwanted.map(({ concept }) => concept.change.overlay));
  const possible = wanted.filter(
    ({ concept: { change }, amount }) => change.overlay !== undefined && !forbidden.has(change.overlay) && amount > 0,
  );
  return possible.findLast(({ concept }) => concept.kind === 'weather') ?? possible.at(-1);
}

/** A style that goes no step in the direction of a change. */
function forbid(style: FrameStyle, change: StyleChange): FrameStyle {
  const bound = (value: number, neutral: number, delta = 0) =>
    delta > 0 ? Math.min(value, neutral) : delta < 0 ? Math.max(value, neutral) : value;
  // No snow is not a warmer picture, only one without snow.
  if (change.overlay !== undefined)
    return { ...style, overlay: change.overlay === style.overlay ? 'none' : style.overlay };
  const { palette, light } = style;
  const isTinted = change.lights !== undefined;
  return {
    ...style,
    look: change.look !== undefined && change.look === style.look ? otherLook(style.look) : style.look,
    palette: {
      ...palette,
      warmth: bound(palette.warmth, 0, change.warmth),
      saturation: bound(palette.saturation, 1, change.saturation),
      contrast: bound(palette.contrast, 0, change.contrast),
      brightness: bound(palette.brightness, 0, change.brightness),
      toning: isTinted ? Math.round(palette.toning * 500) / 1000 : palette.toning,
    },
    light: {
      ...light,
      amount: bound(light.amount, 0, change.light),
      vignette: bound(light.vignette, 0, change.vignette),
    },
  };
}

function otherLook(look: Look): Look {
  return look === 'watercolour' ? 'pastel' : 'watercolour';
}
