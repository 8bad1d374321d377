import type { FrameStyle } from '@kinora/capabilities';
import type { StyleChange } from './concept.ts';

/** Adds up a style and a change, scaled by `amount`; below 0 the change is taken back. Everything stays in its range. */
export function changeStyle(style: FrameStyle, change: StyleChange, amount = 1): FrameStyle {
  const { palette, light } = style;
  const add = (value: number, delta: number | undefined, lowest: number, highest: number) =>
    delta === undefined ? value : clamp(value + delta * amount, lowest, highest);
  // What goes further from neutral goes the slower the further it is: many words of one kind don't end at the limit.
  const lean = (value: number, delta: number | undefined, neutral: number, highest: number) => {
    if (delta === undefined) return value;
    const step = delta * amount;
    const offset = value - neutral;
    const room = step * offset > 0 ? 1 - Math.abs(offset) / (highest - neutral) : 1;
    return clamp(value + step * room, 2 * neutral - highest, highest);
  };
  const isAdded = amount > 0;
  const toning = Math.max(0, lean(palette.toning, change.toning, 0, 1));
  const tint = (now: string, to: string | undefined) => {
    if (to === undefined || !isAdded) return now;
    // The new colour weighs as much as what is added of it; without any toning before it is taken as it is.
    const weight =
      toning <= palette.toning ? 0.5 : palette.toning === 0 ? 1 : Math.max(0.5, (toning - palette.toning) / toning);
    return mixColours(now, to, weight);
  };
  const isLit = isAdded && change.light !== undefined;
  const overlay = isAdded
    ? (change.overlay ?? style.overlay)
    : style.overlay === change.overlay
      ? 'none'
      : style.overlay;
  return {
    ...style,
    look: isAdded ? (change.look ?? style.look) : style.look,
    strength: add(style.strength, change.strength, 0.1, 1),
    detail: add(style.detail, change.detail, 0, 1),
    wind: add(style.wind, change.wind, -1, 1),
    overlay,
    overlayAmount: add(style.overlayAmount, change.overlayAmount, 0.05, 1),
    palette: {
      warmth: lean(palette.warmth, change.warmth, 0, 1),
      saturation: lean(palette.saturation, change.saturation, 1, 2),
      contrast: lean(palette.contrast, change.contrast, 0, 1),
      brightness: lean(palette.brightness, change.brightness, 0, 1),
      toning,
      shadows: tint(palette.shadows, change.shadows),
      lights: tint(palette.lights, change.lights),
    },
    light: {
      amount: Math.max(0, lean(light.amount, change.light, 0, 1)),
      vignette: Math.max(0, lean(light.vignette, change.vignette, 0, 1)),
      colour:
        isAdded && change.lightColour !== undefined
          ? mixColours(light.colour, change.lightColour, light.amount === 0 ? 1 : 0.5)
          : light.colour,
      x: isLit ? (change.lightX ?? light.x) : light.x,
      y: isLit ? (change.lightY ?? light.y) : light.y,
    },
  };
}

/** A change, scaled; what can't be scaled stays. */
export function scaleChange(change: StyleChange, amount: number): StyleChange {
  const scaled = Object.entries(change).map(([key, value]) => [
    key,
    typeof value === 'number' && key !== 'lightX' && key !== 'lightY' ? round(value * amount) : value,
  ]);
  return Object.fromEntries(scaled) as StyleChange;
}

/** What a change does, in words, e.g. "warmer, less contrast, falling leaves". Empty for none. */
export function describeChange(change: StyleChange): { en: string; ja: string } {
  const said: { en: string; ja: string }[] = [];
  if (change.look !== undefined) said.push({ en: `look: ${change.look}`, ja: `画風：${lookNames[change.look]}` });
  if (change.overlay !== undefined && change.overlay !== 'none') said.push(overlayNames[change.overlay]);
  for (const [key, more, less] of directions) {
    const value = change[key];
    if (typeof value === 'number' && value !== 0) said.push(value > 0 ? more : less);
  }
  if (change.lights !== undefined && (change.toning ?? 0) > 0)
    said.push({ en: 'tinted lights and shadows', ja: '明暗の色づけ' });
  return { en: said.map(({ en }) => en).join(', '), ja: said.map(({ ja }) => ja).join('、') };
}

/** Looks as Japanese readers know them. */
export const lookNames: Record<FrameStyle['look'], string> = {
  oil: '油絵',
  watercolour: '水彩',
  pastel: 'パステル',
  pencil: '鉛筆',
  ink: '水墨',
  anime: 'アニメ',
  comic: 'コミック',
  'stained-glass': 'ステンドグラス',
  mosaic: 'モザイク',
  pixel: 'ドット絵',
  neon: 'ネオン',
  dream: '夢',
};

const overlayNames: Record<Exclude<FrameStyle['overlay'], 'none'>, { en: string; ja: string }> = {
  leaves: { en: 'falling leaves', ja: '落ち葉' },
  petals: { en: 'drifting petals', ja: '花びら' },
  snow: { en: 'falling snow', ja: '雪' },
  rain: { en: 'rain', ja: '雨' },
  fireflies: { en: 'fireflies', ja: '蛍' },
  stars: { en: 'stars', ja: '星' },
  dust: { en: 'floating dust', ja: '塵' },
  bubbles: { en: 'bubbles', ja: '泡' },
};

const pair = (key: keyof StyleChange, more: readonly [string, string], less: readonly [string, string]) =>
  [key, { en: more[0], ja: more[1] }, { en: less[0], ja: less[1] }] as const;

const directions = [
  pair('warmth', ['warmer', '暖かく'], ['cooler', '冷たく']),
  pair('brightness', ['brighter', '明るく'], ['darker', '暗く']),
  pair('contrast', ['more contrast', 'コントラストを強く'], ['less contrast', 'コントラストを弱く']),
  pair('saturation', ['more vivid', '鮮やかに'], ['paler', '色を淡く']),
  pair('light', ['a light', '光を足す'], ['less light', '光を減らす']),
  pair('vignette', ['dark corners', '四隅を暗く'], ['lighter corners', '四隅を明るく']),
  pair('detail', ['finer strokes', '細かく'], ['broader strokes', '大まかに']),
  pair('strength', ['more painted', '効果を強く'], ['less painted', '効果を弱く']),
  pair('wind', ['more wind', '風を強く'], ['less wind', '風を弱く']),
] as const;

/** The colour between two; colours like `#f2a33c`. @param t 0: `from`, 1: `to`. */
function mixColours(from: string, to: string, t: number): string {
  const channel = (at: number) => {
    const [a, b] = [Number.parseInt(from.slice(at, at + 2), 16), Number.parseInt(to.slice(at, at + 2), 16)];
    return Math.round(a + (b - a) * t)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

const clamp = (value: number, lowest: number, highest: number) => round(Math.min(highest, Math.max(lowest, value)));

const round = (value: number) => Math.round(value * 1000) / 1000;
