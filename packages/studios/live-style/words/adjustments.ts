import type { FrameStyle } from '@kinora/capabilities';
import { changeStyle, describeChange, scaleChange } from './change-style.ts';
import type { StyleChange } from './concept.ts';
import { findWords } from './find-words.ts';
import type { FoundWord } from './find-words.ts';

/** One step of "more" or "less": share of what the word does in a prompt. */
const step = 0.6;

/** Verbs that turn a word into a step, and whether up or down. */
const ups =
  /^(?:more|add|increase|raise|turn up|boost|extra|some more|a bit more|a little more|much more|even more|a lot more|slightly more|way more)\b/;
const downs =
  /^(?:less|fewer|reduce|decrease|lower|turn down|a bit less|a little less|much less|even less|a lot less|slightly less|not so much|not so|way less|too much|too)\b/;
const offs = /^(?:no|without|remove|drop|take away|get rid of|turn off|stop|no more|hide|clear|lose|delete)\b/;

const comparatives =
  /^(?:(?:make|turn|get|have|paint)\s+(?:it|this|me|that|everything|the (?:picture|image|video|colours?|colors?|lines|strokes))\s+)?(?:(a bit|a little|a little bit|slightly|much|a lot|even|far|way|somewhat)\s+)?([a-z]+(?:er|ier))$/;

/** Words in the form of a comparison, and what they are compared by. */
const comparisons: Readonly<Record<string, readonly [StyleChange, number]>> = {
  warmer: [{ warmth: 0.3 }, 1],
  hotter: [{ warmth: 0.4 }, 1],
  cooler: [{ warmth: -0.3 }, 1],
  colder: [{ warmth: -0.35 }, 1],
  brighter: [{ brightness: 0.2 }, 1],
  lighter: [{ brightness: 0.2 }, 1],
  darker: [{ brightness: -0.2 }, 1],
  dimmer: [{ brightness: -0.2 }, 1],
  softer: [{ contrast: -0.25 }, 1],
  gentler: [{ contrast: -0.2 }, 1],
  smoother: [{ detail: -0.15, contrast: -0.1 }, 1],
  harder: [{ contrast: 0.25 }, 1],
  punchier: [{ contrast: 0.25, saturation: 0.1 }, 1],
  sharper: [{ detail: 0.2, contrast: 0.1 }, 1],
  finer: [{ detail: 0.2 }, 1],
  smaller: [{ detail: 0.2 }, 1],
  rougher: [{ detail: -0.2 }, 1],
  coarser: [{ detail: -0.2 }, 1],
  looser: [{ detail: -0.2 }, 1],
  broader: [{ detail: -0.2 }, 1],
  bigger: [{ detail: -0.2 }, 1],
  simpler: [{ detail: -0.25 }, 1],
  stronger: [{ strength: 0.25 }, 1],
  heavier: [{ strength: 0.25 }, 1],
  weaker: [{ strength: -0.25 }, 1],
  subtler: [{ strength: -0.25 }, 1],
  richer: [{ saturation: 0.25 }, 1],
  paler: [{ saturation: -0.25 }, 1],
  duller: [{ saturation: -0.25 }, 1],
  greyer: [{ saturation: -0.35 }, 1],
  grayer: [{ saturation: -0.35 }, 1],
  windier: [{ wind: 0.35 }, 1],
  calmer: [{ wind: -0.25, contrast: -0.1 }, 1],
};

/** Things that have more or less of them, beside the words of a prompt. */
const amounts: readonly (readonly [RegExp, StyleChange])[] = [
  [/^(?:details?|fine detail|sharpness|ディテール|細かさ|細部|精細さ|詳細)$/u, { detail: 0.2 }],
  [
    /^(?:strength|effect|effects|style|paint|painting|intensity|効果|強さ|スタイル|エフェクト|絵らしさ)$/u,
    { strength: 0.25 },
  ],
  [/^(?:colou?rs?|saturation|vividness|色|彩度|色味|鮮やかさ|色合い)$/u, { saturation: 0.25 }],
  [/^(?:contrast|コントラスト)$/u, { contrast: 0.25 }],
  [/^(?:brightness|exposure|light|明るさ|明度|輝度|光)$/u, { brightness: 0.18, light: 0.12 }],
  [/^(?:warmth|temperature|暖かさ|温かさ|色温度|温度)$/u, { warmth: 0.3 }],
  [/^(?:darkness|shadows?|暗さ|影)$/u, { brightness: -0.2 }],
  [/^(?:wind|風)$/u, { wind: 0.35 }],
  [/^(?:vignette|ビネット|周辺減光)$/u, { vignette: 0.25 }],
  [/^(?:strokes?|brush strokes?|筆|筆づかい|筆使い|タッチ)$/u, { detail: -0.2 }],
];

const japaneseMore =
  /^(?:(?:もっと|もう少し|さらに|更に|もうちょっと|より|だいぶ|ずっと|かなり|少し|ちょっと|すこし|やや|すごく|とても)(?:だけ)?、?)/u;
const japaneseUp =
  /(?:を|は|も)?(?:もっと|少し|もう少し|ちょっと)?(?:増やして|増やす|ふやして|上げて|あげて|アップ|強めて|強くして|強く|強めに|足して|たして|加えて|追加|追加して|多く|多めに|多くして|高く|入れて|つけて|降らせて|出して)$/u;
const japaneseDown =
  /(?:を|は|も)?(?:もっと|少し|もう少し|ちょっと)?(?:減らして|減らす|へらして|下げて|さげて|ダウン|弱めて|弱くして|弱く|弱めに|抑えて|おさえて|控えめに|少なく|少なめに|少なくして|低く|落として)$/u;
const japaneseOff =
  /(?:を|は|も)?(?:なし|無し|なしで|無しで|なしに|無しに|消して|けして|やめて|除いて|取って|とって|外して|はずして|いらない|要らない|オフ|なくして|無くして|不要)$/u;
const japaneseMake = /(?:に|と)?(?:して|する|しよう|した|変えて|かえて|なって)$/u;

/** How the style changes, and in words how. */
export type Adjustment = { style: FrameStyle; says: { en: string; ja: string } };

/**
 * Reads a change of the style of now: "more blue", "a bit less detail", "darker", "no snow", もっと青く, 雪を減らして.
 * @param text Clean: see `cleanSpeech`.
 * @returns Undefined when it isn't one.
 */
export function readAdjustment(text: string, style: FrameStyle): Adjustment | undefined {
  return /[ぁ-んァ-ヶ\p{Script=Han}]/u.test(text) ? readJapanese(text, style) : readEnglish(text, style);
}

function readEnglish(text: string, style: FrameStyle): Adjustment | undefined {
  const bare = text
    .replace(
      /^(?:make|turn|have|give|get|put|paint|use)\s+(?:it|this|me|that|everything|us|the (?:picture|image|video|style|whole thing))\s+(?=\S)/,
      '',
    )
    .replace(/^(?:give|use|put in|put on|let it|i want)\s+(?=(?:more|less|fewer|some more|a bit|a little))/, '')
    .replace(/^(?:the|it's|its|it is|that's|this is)\s+(?=(?:too|not))/, '');
  const comparative = comparatives.exec(bare);
  if (comparative !== null) {
    const known = comparisons[comparative[2] ?? ''];
    if (known !== undefined) return adjust(style, known[0], degreeOf(comparative[1] ?? ''), text);
    const [word] = findWords(comparative[2] ?? '').found;
    if (word !== undefined && word.concept.kind !== 'look')
      return adjust(style, word.concept.change, step * degreeOf(comparative[1] ?? ''), text);
  }
  const withDegree = /^(a bit|a little bit|a little|slightly|much|a lot|way|even|far)\s+(?=more|less|fewer)/.exec(bare);
  const rest = bare.slice(withDegree?.[0].length ?? 0);
  const degree = degreeOf(withDegree?.[1] ?? '');
  // "turn the brightness up", "detail up", "snow off".
  const after = /^(?:turn |put |bring |crank )?(?:the |my )?(.+?) (up|down|off)(?: a (?:bit|little|lot))?$/.exec(rest);
  if (after !== null) {
    const [, thing = '', direction] = after;
    return stepBy(thing, direction === 'up' ? degree : direction === 'down' ? -degree : 'off', style, text);
  }
  const up = ups.exec(rest);
  if (up !== null) return stepBy(rest.slice(up[0].length), degree, style, text);
  const down = downs.exec(rest);
  if (down !== null) return stepBy(rest.slice(down[0].length), -degree, style, text);
  const off = offs.exec(rest);
  if (off !== null) return stepBy(rest.slice(off[0].length), 'off', style, text);
  return undefined;
}

function readJapanese(text: string, style: FrameStyle): Adjustment | undefined {
  const amount = /^(?:もう)?(?:少し|ちょっと|すこし|やや)/u.test(text)
    ? 0.6
    : /^(?:すごく|とても|かなり|ずっと|だいぶ)/u.test(text)
      ? 1.6
      : 1;
  const said = japaneseMore.exec(text);
  const rest = text.slice(said?.[0].length ?? 0);
  for (const [pattern, by] of [
    [japaneseOff, 'off'],
    [japaneseDown, -amount],
    [japaneseUp, amount],
  ] as const) {
    const match = pattern.exec(rest);
    if (match !== null && match.index > 0) return stepBy(rest.slice(0, match.index), by, style, text);
  }
  if (said === null && !/^[^、]+(?:く|め|めに)(?:して)?$/u.test(text)) return undefined;
  const [word] = findWords(rest.replace(japaneseMake, '')).found;
  if (word === undefined || word.concept.kind === 'look') return undefined;
  return adjust(style, withoutOverlayOf(word.concept.change), step * amount, text);
}

/** More, less or none of a thing. */
function stepBy(thing: string, by: number | 'off', style: FrameStyle, text: string): Adjustment | undefined {
  const name = thing
    .trim()
    .replace(/^(?:of the|of|the|my|any|some|so)\s+/, '')
    .replace(/の(?:量|強さ|色)$/u, '');
  const known = amounts.find(([pattern]) => pattern.test(name));
  if (known !== undefined && by !== 'off') return adjust(style, known[1], by, text);
  const { found } = findWords(name);
  if (found.length === 0) return undefined;
  let next = style;
  let did: StyleChange = {};
  for (const word of found) {
    const part = stepWord(next, word, by);
    next = part.style;
    did = { ...did, ...part.change };
  }
  return says(next, did, text, by === 'off' ? found : []);
}

function stepWord(
  style: FrameStyle,
  { concept }: FoundWord,
  by: number | 'off',
): { style: FrameStyle; change: StyleChange } {
  const { change } = concept;
  if (change.overlay !== undefined && concept.kind === 'weather') return stepOverlay(style, change, by);
  const plain = withoutOverlayOf(change);
  delete plain.look;
  if (by === 'off') {
    const isItsOverlay = change.overlay !== undefined && style.overlay === change.overlay;
    const cleared = isItsOverlay ? { ...style, overlay: 'none' as const } : style;
    return { style: changeStyle(cleared, plain, -1), change: scaleChange(plain, -1) };
  }
  return { style: changeStyle(style, plain, step * by), change: scaleChange(plain, step * by) };
}

/** Snow and the like: how much of it, from the first flakes to none. */
function stepOverlay(
  style: FrameStyle,
  change: StyleChange,
  by: number | 'off',
): { style: FrameStyle; change: StyleChange } {
  const isThere = style.overlay === change.overlay;
  if (by === 'off') return { style: isThere ? { ...style, overlay: 'none' } : style, change: { overlay: 'none' } };
  if (!isThere && by < 0) return { style, change: {} };
  const amount = Math.round(((isThere ? style.overlayAmount : 0.2) + 0.25 * by) * 100) / 100;
  if (amount < 0.1) return { style: { ...style, overlay: 'none' }, change: { overlay: 'none' } };
  return {
    style: { ...style, overlay: change.overlay ?? style.overlay, overlayAmount: Math.min(1, amount) },
    change: by > 0 && change.overlay !== undefined ? { overlay: change.overlay } : {},
  };
}

function withoutOverlayOf(change: StyleChange): StyleChange {
  const plain = { ...change };
  delete plain.overlay;
  delete plain.overlayAmount;
  return plain;
}

function adjust(style: FrameStyle, change: StyleChange, amount: number, text: string): Adjustment {
  return says(changeStyle(style, change, amount), scaleChange(change, amount), text, []);
}

function says(style: FrameStyle, change: StyleChange, text: string, removed: readonly FoundWord[]): Adjustment {
  const prompt = [style.prompt, text].filter(Boolean).join(', ').slice(-500).toWellFormed();
  const told = describeChange(change);
  const gone = removed.map(({ concept }) => concept.name);
  return {
    style: { ...style, prompt },
    says: {
      en: [told.en, ...gone.map(({ en }) => `no ${en}`)].filter(Boolean).join(', ') || 'as it is',
      ja: [told.ja, ...gone.map(({ ja }) => `${ja}なし`)].filter(Boolean).join('、') || 'そのまま',
    },
  };
}

function degreeOf(words: string): number {
  if (/^(?:a bit|a little|a little bit|slightly|somewhat)$/.test(words)) return 0.6;
  return /^(?:much|a lot|far|way)$/.test(words) ? 1.6 : 1;
}
