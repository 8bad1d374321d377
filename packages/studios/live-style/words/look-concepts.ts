import { concept } from './concept.ts';

/** Words that name a way of painting, or somebody long dead who painted so. */
export const lookConcepts = [
  concept(
    'look',
    {
      en: 'oil, oil painting, oil paint, oils, oil colour, painted, impasto, canvas, palette knife, impressionist, impressionism, old master, baroque, renaissance',
      ja: '油絵, 油彩, 油絵具, 油彩画, オイル, 印象派, 絵画, 厚塗り, キャンバス',
    },
    { look: 'oil' },
  ),
  concept(
    'look',
    { en: 'van gogh, starry night painting, gogh, post impressionist, expressionist', ja: 'ゴッホ, 表現主義' },
    { look: 'oil', saturation: 0.25, contrast: 0.1, detail: -0.1 },
  ),
  concept(
    'look',
    { en: 'monet, water lilies, turner, renoir', ja: 'モネ, 睡蓮, ルノワール, ターナー' },
    { look: 'oil', contrast: -0.2, saturation: 0.1, detail: 0.1 },
  ),
  concept(
    'look',
    {
      en: 'watercolour, watercolor, water colour, water color, watercolours, watercolors, aquarelle, gouache, watery, wet paint, painted softly, picture book, storybook',
      ja: '水彩, 水彩画, 透明水彩, 水彩風, すいさい, アクアレル, ガッシュ, 絵本, 絵本風',
    },
    { look: 'watercolour' },
  ),
  concept(
    'look',
    {
      en: 'pastel, pastels, pastel drawing, pastel painting, chalk, crayon, crayons, chalkboard, blackboard, coloured pencil, colored pencil',
      ja: 'パステル, パステル画, チョーク, クレヨン, クレパス, 色鉛筆, 黒板',
    },
    { look: 'pastel' },
  ),
  concept(
    'look',
    {
      en: 'pencil, pencil drawing, pencil sketch, pencils, sketch, sketched, drawing, drawn, graphite, hatching, doodle',
      ja: '鉛筆, 鉛筆画, えんぴつ, スケッチ, デッサン, 素描, 線画, 落書き',
    },
    { look: 'pencil' },
  ),
  concept(
    'look',
    { en: 'charcoal, charcoal drawing', ja: '木炭, 木炭画' },
    { look: 'pencil', saturation: -1, contrast: 0.25, detail: -0.15 },
  ),
  concept(
    'look',
    {
      en: 'ink, ink wash, ink and wash, ink drawing, ink painting, sumi-e, sumie, sumi, brush pen, calligraphy, brush painting, chinese painting, japanese painting, quill',
      ja: '墨, 水墨画, 水墨, 墨絵, すみ絵, 書道, 筆ペン, 筆, 毛筆, 日本画, 和風, 和',
    },
    { look: 'ink' },
  ),
  concept(
    'look',
    {
      en: 'woodblock, ukiyo-e, ukiyoe, hokusai, hiroshige, woodcut, woodblock print, etching, engraving',
      ja: '浮世絵, 北斎, 広重, 木版画, 版画, 銅版画',
    },
    { look: 'ink', saturation: 0.2, toning: 0.25, shadows: '#17305e', lights: '#f3e6c8' },
  ),
  concept(
    'look',
    {
      en: 'anime, cel shading, cel, cel shaded, cartoon, cartoony, animation, animated, toon',
      ja: 'アニメ, アニメ風, アニメ調, セル画, セル, カートゥーン, 漫画アニメ, トゥーン',
    },
    { look: 'anime' },
  ),
  concept(
    'look',
    {
      en: 'comic, comics, comic book, halftone, pop art, graphic novel, superhero, screen print, dots',
      ja: 'コミック, アメコミ, ポップアート, 網点, ハーフトーン, 劇画, ヒーロー',
    },
    { look: 'comic' },
  ),
  concept(
    'look',
    { en: 'manga, black and white comic, screentone', ja: '漫画, マンガ, まんが, 白黒漫画, スクリーントーン' },
    { look: 'comic', saturation: -1, contrast: 0.15 },
  ),
  concept(
    'look',
    {
      en: 'stained glass, stained-glass, church window, cathedral, leaded glass, glass, glass window, rose window',
      ja: 'ステンドグラス, 教会の窓, ガラス, ガラス絵, 大聖堂, 教会',
    },
    { look: 'stained-glass' },
  ),
  concept(
    'look',
    {
      en: 'mosaic, mosaics, tiles, tiled, tesserae, roman, byzantine, ceramic, pebbles, pointillism, pointillist, seurat',
      ja: 'モザイク, タイル, モザイク画, ローマ風, ビザンチン, 点描, 点描画, スーラ',
    },
    { look: 'mosaic' },
  ),
  concept(
    'look',
    {
      en: 'pixel, pixel art, pixels, pixelated, pixellated, 8-bit, 8 bit, eight bit, 16-bit, 16 bit, retro game, video game, arcade, game boy, blocky',
      ja: 'ピクセル, ドット絵, ドット, ピクセルアート, 8ビット, 16ビット, レトロゲーム, ファミコン風, ゲーム風',
    },
    { look: 'pixel' },
  ),
  concept(
    'look',
    {
      en: 'neon, neon lights, neon sign, neon lines, glowing lines, electric, laser, tron, light painting',
      ja: 'ネオン, ネオンサイン, ネオン風, 電飾, レーザー, 光る線, 電光',
    },
    { look: 'neon' },
  ),
  concept(
    'look',
    {
      en: 'dream, night vision, dream vision, vision, surreal, surrealism, hallucination, trance, otherworld',
      ja: '夢, 夢の中, 幻, 幻覚, シュール, 夢幻, 異世界, 超現実',
    },
    { look: 'dream' },
  ),
];
