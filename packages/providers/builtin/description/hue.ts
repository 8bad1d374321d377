type Name = Record<'en' | 'ja', string>;

/** Names of colours by their hue in HSL, each up to the given degree. */
const hues: [number, Name][] = [
  [12, { en: 'red', ja: '赤' }],
  [40, { en: 'orange', ja: 'だいだい' }],
  [66, { en: 'yellow', ja: '黄' }],
  [160, { en: 'green', ja: '緑' }],
  [196, { en: 'turquoise', ja: '青緑' }],
  [252, { en: 'blue', ja: '青' }],
  [292, { en: 'violet', ja: 'むらさき' }],
  [342, { en: 'pink', ja: '桃色' }],
  [361, { en: 'red', ja: '赤' }],
];

/** The everyday name of a colour such as `#c8642f`. */
export function nameHue(colour: string, language: 'en' | 'ja'): string {
  const bits = Number.parseInt(colour.slice(1), 16);
  const [red, green, blue] = [bits >> 16, (bits >> 8) & 255, bits & 255];
  const most = Math.max(red, green, blue);
  const span = most - Math.min(red, green, blue);
  if (span < 26) {
    const grey: Name =
      most > 190 ? { en: 'white', ja: '白' } : most < 60 ? { en: 'black', ja: '黒' } : { en: 'grey', ja: '灰色' };
    return grey[language];
  }
  const sixth =
    most === red
      ? ((green - blue) / span + 6) % 6
      : most === green
        ? (blue - red) / span + 2
        : (red - green) / span + 4;
  return hues.find(([limit]) => sixth * 60 < limit)![1][language];
}
