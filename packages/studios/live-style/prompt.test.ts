import { frameStyle, looks, overlays } from '@kinora/capabilities';
import type { Look, Overlay } from '@kinora/capabilities';
import { describe, expect, test } from 'vitest';
import { presets } from './presets.ts';
import { readPrompt } from './prompt.ts';
import { concepts, vocabulary } from './words/index.ts';

type Wanted = { look?: Look; overlay?: Overlay } & Partial<
  Record<
    'warmth' | 'saturation' | 'contrast' | 'brightness' | 'toning' | 'light' | 'vignette' | 'detail' | 'strength',
    -1 | 0 | 1
  >
>;

/** Words, and what they must do: a look, an overlay, the sign of a number's distance from neutral. */
const table: readonly (readonly [string, Wanted])[] = [
  ['', {}],
  ['golden autumn evening, soft', { overlay: 'leaves', warmth: 1, contrast: -1, toning: 1, light: 1 }],
  ['水彩、黄金の秋の夕方', { look: 'watercolour', overlay: 'leaves', warmth: 1, toning: 1 }],
  ['snowy winter night', { overlay: 'snow', warmth: -1, brightness: -1, vignette: 1 }],
  ['雪の冬の夜', { overlay: 'snow', warmth: -1, brightness: -1, vignette: 1 }],
  ['winter without snow', { overlay: 'none', warmth: -1 }],
  ['no rain or snow, stormy', { overlay: 'none' }],
  ['冬、雪なし', { overlay: 'none', warmth: -1 }],
  ['暗くない夜', { brightness: 0 }],
  ['not dark, candlelight', { brightness: 0, warmth: 1, light: 1 }],
  ['pencil drawing', { look: 'pencil' }],
  ['An oil painting in the style of Van Gogh', { look: 'oil', saturation: 1 }],
  ['浮世絵', { look: 'ink', toning: 1 }],
  ['manga', { look: 'comic', saturation: -1 }],
  ['anime without lines', { look: 'watercolour' }],
  ['not oil', { look: 'watercolour' }],
  ['cyberpunk', { look: 'neon', saturation: 1 }],
  ['dreamy', { look: 'dream', contrast: -1 }],
  ['stained glass in the sun', { look: 'stained-glass', light: 1 }],
  ['8-bit', { look: 'pixel' }],
  ['ファミコン風', { look: 'pixel' }],
  ['very detailed', { detail: 1 }],
  ['broad strokes', { detail: -1 }],
  ['subtle', { strength: -1 }],
  ['light snow', { overlay: 'snow', light: 0 }],
  ['light blue', { brightness: 1, warmth: -1, light: 0 }],
  ['less colourful', { saturation: -1 }],
  ['black and white', { saturation: -1 }],
  ['モノクロ', { saturation: -1 }],
  ['sepia', { saturation: -1, toning: 1, warmth: 1 }],
  ['foggier', { contrast: -1 }],
  ['bluish', { warmth: -1, toning: 1 }],
  ['ＮＥＯＮ ＬＩＧＨＴＳ', { look: 'neon' }],
  ['花火', { overlay: 'petals', saturation: 1 }],
  ['満天の星', { overlay: 'stars' }],
  ['underwater with fireflies', { overlay: 'fireflies', warmth: -1 }],
];

describe('readPrompt', () => {
  test.each(table)('"%s" is %o', (prompt, wanted) => {
    const { style } = readPrompt(prompt);
    const { palette, light } = style;
    const sign = {
      warmth: palette.warmth,
      saturation: palette.saturation - 1,
      contrast: palette.contrast,
      brightness: palette.brightness,
      toning: palette.toning,
      light: light.amount,
      vignette: light.vignette,
      detail: style.detail - 0.5,
      strength: style.strength - 1,
    };
    const { look = 'oil', overlay = 'none', ...signs } = wanted;
    expect({ look: style.look, overlay: style.overlay }).toEqual({ look, overlay });
    for (const [key, value] of Object.entries(signs))
      expect([key, Math.sign(sign[key as keyof typeof sign])]).toEqual([key, value]);
  });

  test.each([
    ['slightly dark', 'dark', 'very dark'],
    ['少し暗い', '暗い', 'とても暗い'],
    ['a bit of red', 'red', 'deep red'],
  ])('"%s" is less than "%s", and that less than "%s"', (little, plain, much) => {
    const far = (prompt: string) =>
      Math.abs(readPrompt(prompt).style.palette.brightness) + Math.abs(readPrompt(prompt).style.palette.warmth);
    expect(far(little)).toBeLessThan(far(plain));
    expect(far(plain)).toBeLessThan(far(much));
  });

  test('no words are no change', () => {
    expect(readPrompt('').style).toEqual(frameStyle.parse({}));
  });

  test('each word tells where it stands and what it does', () => {
    const { effects } = readPrompt('Golden autumn, no leaves');
    expect(effects.map(({ words, start, end, concept, isNegated }) => [words, start, end, concept, isNegated])).toEqual(
      [
        ['Golden', 0, 6, 'gold', false],
        ['autumn', 7, 13, 'autumn', false],
        ['leaves', 18, 24, 'leaves', true],
      ],
    );
    expect(effects[0]?.does).toEqual({ en: expect.stringContaining('warmer'), ja: expect.stringContaining('暖かく') });
    expect(effects[2]?.does).toEqual({ en: 'no leaves', ja: '葉なし' });
  });

  test('unknown words are told, with what they may have meant', () => {
    expect(readPrompt('watercolur of my grandmother').unknown).toEqual([
      { words: 'watercolur', start: 0, end: 10, suggestion: 'watercolour' },
      { words: 'grandmother', start: 17, end: 28 },
    ]);
    expect(readPrompt('宇宙の猫').unknown).toEqual([{ words: '猫', start: 3, end: 4 }]);
  });

  test('a word can be switched off or turned up', () => {
    const plain = readPrompt('golden autumn').style;
    expect(readPrompt('golden autumn', { amounts: { autumn: 0 } }).style.overlay).toBe('none');
    expect(readPrompt('golden autumn', { amounts: { gold: 2 } }).style.palette.warmth).toBeGreaterThan(
      plain.palette.warmth,
    );
  });

  test('the look, strength and detail that were chosen stay unless words say otherwise', () => {
    const base = { look: 'ink', strength: 0.6, detail: 0.8 } as const;
    expect(readPrompt('cyberpunk night', { base }).style).toMatchObject(base);
    expect(readPrompt('pencil, very strong', { base }).style).toMatchObject({
      look: 'pencil',
      strength: 1,
      detail: 0.8,
    });
  });

  test('every word of every concept is understood as some concept, and every style is one', () => {
    for (const { en, ja } of concepts) {
      for (const word of [...en, ...ja]) {
        const { effects, style } = readPrompt(word);
        expect([word, effects.length > 0]).toEqual([word, true]);
        expect(frameStyle.safeParse(style).success).toBe(true);
      }
    }
  });

  test('hundreds of words are known in each language, and all looks and overlays can be named', () => {
    expect(vocabulary.en).toBeGreaterThan(250);
    expect(vocabulary.ja).toBeGreaterThan(250);
    expect(new Set(concepts.flatMap(({ change }) => change.look ?? []))).toEqual(new Set(looks));
    expect(new Set(concepts.flatMap(({ change }) => change.overlay ?? []))).toEqual(
      new Set(overlays.filter((each) => each !== 'none')),
    );
    expect(new Set(concepts.map(({ id }) => id)).size).toBe(concepts.length);
  });

  test('anything at all gives a style, quickly', () => {
    for (const odd of [
      'no',
      'not not not',
      '💡🎨',
      ',,,',
      'no no snow',
      'なし',
      '\u0000\uD800',
      'x'.repeat(5000),
      '雪'.repeat(600),
      'a'.repeat(499) + '💡',
    ]) {
      expect(frameStyle.safeParse(readPrompt(odd).style).success).toBe(true);
    }
  });
});

describe('presets', () => {
  test('there is one for each look, and no two are alike', () => {
    expect(new Set(presets.map(({ style }) => style.look))).toEqual(new Set(looks));
    const numbers = presets.map(({ style: { palette, light, look, overlay } }) =>
      JSON.stringify([look, overlay, palette, light]),
    );
    expect(new Set(numbers).size).toBe(presets.length);
    expect(new Set(presets.flatMap(({ id, name }) => [id, name.en, name.ja])).size).toBe(presets.length * 3);
    expect(presets.length).toBeGreaterThanOrEqual(16);
  });
});
