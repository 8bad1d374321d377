import { concept } from './concept.ts';
import type { Concept } from './concept.ts';

const colour = (
  words: { en: string; ja: string },
  [shadows, lights, warmth]: readonly [string, string, number],
  more: { saturation?: number; brightness?: number; contrast?: number; toning?: number } = {},
): Concept => concept('colour', words, { toning: 0.45, shadows, lights, warmth, ...more });

/** Words that name a colour or a way with colours. */
export const colourConcepts = [
  colour(
    {
      en: 'red, reds, reddish, crimson, scarlet, ruby, vermilion',
      ja: '赤, 赤い, 赤色, 真っ赤, 深紅, 紅, 朱色, レッド, ルビー',
    },
    ['#4a0d12', '#ffb8a0', 0.45],
  ),
  colour(
    {
      en: 'orange, oranges, amber, apricot, tangerine, peach',
      ja: 'オレンジ, オレンジ色, 橙, 橙色, だいだい, 琥珀, アプリコット, 桃色がかった',
    },
    ['#4a230c', '#ffd09a', 0.55],
  ),
  colour(
    { en: 'yellow, yellows, yellowish, lemon, mustard', ja: '黄, 黄色, 黄色い, レモン色, 山吹色, からし色, イエロー' },
    ['#463608', '#fff2a8', 0.4],
    { brightness: 0.05 },
  ),
  colour(
    { en: 'gold, golden, gilded, honey, honeyed', ja: '金, 金色, 黄金, 黄金色, ゴールド, 金箔, 蜂蜜色, はちみつ色' },
    ['#3d2506', '#ffe0a0', 0.6],
    { saturation: 0.1 },
  ),
  colour(
    {
      en: 'green, greens, greenish, emerald, mossy, moss, olive, jade, mint',
      ja: '緑, 緑色, みどり, 新緑, エメラルド, 苔色, 翡翠, 抹茶色, ミント, グリーン, 若草色',
    },
    ['#0c2f1e', '#d8f0c0', -0.05],
  ),
  colour(
    {
      en: 'teal, turquoise, cyan, aqua, aquamarine, petrol',
      ja: '青緑, ターコイズ, シアン, 水色, アクア, 浅葱色, エメラルドグリーン',
    },
    ['#06303a', '#c0f2ee', -0.35],
  ),
  colour(
    {
      en: 'blue, blues, bluish, blueish, navy, indigo, azure, cobalt, sapphire, ultramarine',
      ja: '青, 青い, 青色, あお, ブルー, 藍, 藍色, 紺, 紺色, 群青, 瑠璃色, 空色, サファイア',
    },
    ['#0b1f52', '#c8dcff', -0.5],
  ),
  colour(
    {
      en: 'purple, violet, lilac, lavender, mauve, amethyst, purplish, plum',
      ja: '紫, 紫色, むらさき, パープル, すみれ色, 藤色, ラベンダー, ライラック, バイオレット',
    },
    ['#2a1048', '#ecd6ff', -0.1],
  ),
  colour(
    {
      en: 'pink, pinks, pinkish, rose, rosy, magenta, fuchsia, coral, salmon',
      ja: 'ピンク, ピンク色, 桃色, 桜色, 薔薇色, ばら色, マゼンタ, コーラル, 珊瑚色, サーモンピンク',
    },
    ['#45123a', '#ffd2e0', 0.2],
  ),
  colour(
    {
      en: 'brown, browns, chocolate, coffee, earthy, earth tones, terracotta, rust, rusty, umber, ochre, copper, bronze',
      ja: '茶, 茶色, ブラウン, チョコレート色, コーヒー色, 土色, テラコッタ, 錆色, 銅色, 赤茶',
    },
    ['#2e1a0c', '#efd6b4', 0.4],
    { saturation: -0.15 },
  ),
  colour(
    {
      en: 'sepia, old photograph, old photo, vintage, antique, nostalgic, retro, victorian, daguerreotype',
      ja: 'セピア, セピア色, 古い写真, ビンテージ, ヴィンテージ, レトロ, 懐かしい, ノスタルジック, アンティーク, 昭和',
    },
    ['#33200f', '#f2dfb8', 0.35],
    { saturation: -0.55, contrast: -0.05, toning: 0.6 },
  ),
  colour(
    { en: 'grey, gray, greyish, grayish, ash, ashen, slate, stone', ja: '灰色, グレー, 鼠色, ねずみ色, 石, スレート' },
    ['#26282c', '#dcdee2', -0.05],
    { saturation: -0.6, toning: 0.3 },
  ),
  colour(
    { en: 'silver, silvery, steel, chrome, metallic, pewter', ja: '銀, 銀色, シルバー, 鋼, メタリック, クローム' },
    ['#1b222c', '#e6eef6', -0.25],
    { saturation: -0.5, contrast: 0.1 },
  ),
  colour(
    {
      en: 'black and white, monochrome, black-and-white, greyscale, grayscale, colourless, colorless, achromatic, b&w',
      ja: '白黒, モノクロ, モノクローム, 単色, 無彩色',
    },
    ['#101010', '#f6f6f6', 0],
    { saturation: -1, toning: 0.2 },
  ),
  colour(
    { en: 'black, jet, ebony, onyx, obsidian', ja: '黒, 黒い, 真っ黒, 漆黒, 黒色, ブラック' },
    ['#050508', '#d8d4cc', 0],
    { brightness: -0.3, contrast: 0.25 },
  ),
  colour(
    {
      en: 'white, ivory, cream, creamy, pearl, bright white, milky, snow white',
      ja: '白, 白い, 真っ白, 白色, 象牙色, クリーム色, 真珠色, ホワイト, 乳白色',
    },
    ['#5a5a62', '#ffffff', 0],
    { brightness: 0.3, contrast: -0.1, saturation: -0.15 },
  ),
  concept(
    'colour',
    {
      en: 'colourful, colorful, vivid, vibrant, saturated, rich colours, rich colors, bright colours, bright colors, bold colours, bold colors, rainbow, kaleidoscopic, psychedelic, more colour, candy, fruity',
      ja: 'カラフル, 鮮やか, あざやか, ビビッド, ヴィヴィッド, 色とりどり, 虹色, 極彩色, 派手, 彩度, サイケ, サイケデリック, 鮮明',
    },
    { saturation: 0.45 },
  ),
  concept(
    'colour',
    {
      en: 'muted, faded, washed out, desaturated, subdued, dull, bleached, pale, paler, dusty colours, dusty colors, dried',
      ja: 'くすんだ, 色あせた, 褪せた, 淡い, 淡色, 薄い色, 落ち着いた色, 渋い, 地味',
    },
    { saturation: -0.4, contrast: -0.1, brightness: 0.05 },
  ),
  concept(
    'colour',
    {
      en: 'pastel colours, pastel colors, pastel tones, soft colours, soft colors, baby colours',
      ja: 'パステルカラー, パステル調, 柔らかい色, やさしい色',
    },
    { saturation: -0.2, brightness: 0.2, contrast: -0.25 },
  ),
  concept(
    'tone',
    {
      en: 'warm, warmer, warmth, warming, hot, toasty',
      ja: '暖かい, 温かい, あたたかい, 暖色, 暖か, 温か, あったかい, 熱い',
    },
    { warmth: 0.45 },
  ),
  concept(
    'tone',
    {
      en: 'cool, cooler, cold, colder, coldness, chilly, chill, icy colours',
      ja: '冷たい, 寒色, 涼しい, 寒い, 涼しげ, 冷ややか, クール',
    },
    { warmth: -0.45 },
  ),
  concept(
    'colour',
    { en: 'duotone, two-tone, cyanotype, blueprint', ja: '二色, デュオトーン, 青写真, サイアノタイプ' },
    { saturation: -1, toning: 0.9, shadows: '#0b2a6b', lights: '#f4f1e4' },
  ),
  concept(
    'colour',
    {
      en: 'teal and orange, blockbuster, movie look, film look, cinematic, cinema, movie',
      ja: '映画, 映画風, シネマ, シネマティック, 映画のような',
    },
    { toning: 0.4, shadows: '#0c2f3c', lights: '#ffd9ae', contrast: 0.2, vignette: 0.3 },
  ),
];
