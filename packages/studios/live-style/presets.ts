import { frameStyle } from '@kinora/capabilities';
import type { Look } from '@kinora/capabilities';
import { readPrompt } from './prompt.ts';
import type { StylePreset } from './projects.ts';

type Row = readonly [id: string, en: string, ja: string, prompt: string, detail?: number, strength?: number];

/** Look, names, and the words that give the rest. Words of one language: both read to the same style. */
const rows: readonly (readonly [Look, Row, readonly [string, string]])[] = [
  [
    'oil',
    ['golden-autumn', 'Golden autumn', '黄金の秋', 'golden autumn evening, soft'],
    ['A warm oil painting with falling leaves', '落ち葉の舞う暖かな油絵'],
  ],
  [
    'oil',
    ['old-master', 'Old master', '古典の巨匠', 'chiaroscuro, candlelight, brown, elegant', 0.7],
    ['Candlelight out of the dark, as in Dutch portraits', '闇に浮かぶろうそくの光'],
  ],
  [
    'oil',
    ['starry-night', 'Starry night', '星月夜', 'starry night, blue, colourful', 0.35],
    ['Swirling blue strokes under stars', '星の下でうねる青い筆づかい'],
  ],
  [
    'watercolour',
    ['spring-watercolour', 'Spring watercolour', '春の水彩', 'cherry blossom morning, airy'],
    ['Light washes and drifting petals', '淡いにじみと桜の花びら'],
  ],
  [
    'watercolour',
    ['rainy-day', 'Rainy day', '雨の日', 'rainy, calm, teal, soft', 0.55],
    ['Cool washes behind the rain', '雨に煙る涼しい水彩'],
  ],
  [
    'pastel',
    ['pastel-sunset', 'Pastel sunset', 'パステルの夕焼け', 'sunset, pink, dreamy', 0.5],
    ['Chalk on dark paper in the last sun', '暗い紙に描く夕焼けのチョーク'],
  ],
  [
    'pencil',
    ['sketchbook', 'Sketchbook', 'スケッチ帳', 'muted, bright', 0.65],
    ['Graphite on white paper', '白い紙に鉛筆'],
  ],
  [
    'pencil',
    ['charcoal-noir', 'Charcoal noir', '木炭のノワール', 'noir, charcoal', 0.4],
    ['Black, white and a hard light', '白と黒、強い光'],
  ],
  [
    'ink',
    ['sumi', 'Misty scroll', '霧の掛け軸', 'black and white, misty, calm', 0.5],
    ['Brush, water and much white paper', '筆と水と余白'],
  ],
  [
    'ink',
    ['woodblock', 'Woodblock print', '浮世絵', 'woodblock, blue, windy', 0.6],
    ['Indigo lines on warm paper', '温かな紙に藍の線'],
  ],
  [
    'anime',
    ['summer-film', 'Summer film', '夏のアニメ', 'summer, sunny, vivid', 0.6],
    ['Clear colours of a summer afternoon', '夏の午後の澄んだ色'],
  ],
  [
    'anime',
    ['twilight-anime', 'Twilight', '黄昏アニメ', 'twilight, purple, fireflies', 0.6],
    ['Violet dusk with fireflies', '蛍の飛ぶ紫の夕暮れ'],
  ],
  [
    'comic',
    ['pop-art', 'Pop art', 'ポップアート', 'colourful, punchy', 0.45],
    ['Loud colours and big dots', '派手な色と大きな網点'],
  ],
  ['comic', ['manga', 'Manga', 'マンガ', 'manga, contrast', 0.6], ['Black ink and screentone', '墨とスクリーントーン']],
  [
    'stained-glass',
    ['cathedral', 'Cathedral', '大聖堂', 'sunlight, colourful', 0.5],
    ['The sun through coloured panes', '色ガラスに差す陽'],
  ],
  [
    'mosaic',
    ['roman-mosaic', 'Roman mosaic', 'ローマのモザイク', 'terracotta, warm', 0.55],
    ['Tesserae of stone and gold', '石と金のかけら'],
  ],
  ['pixel', ['arcade', 'Arcade', 'アーケード', 'colourful, contrast', 0.5], ['A game of long ago', '懐かしいゲーム']],
  [
    'neon',
    ['neon-rain', 'Neon rain', 'ネオンの雨', 'cyberpunk, rain', 0.6],
    ['Glowing lines in a wet night', '雨の夜に光る線'],
  ],
  [
    'neon',
    ['laser-show', 'Laser show', 'レーザーショー', 'teal, space', 0.4],
    ['Thin light in outer space', '宇宙に走る光'],
  ],
  [
    'dream',
    ['moon-dream', 'Moon dream', '月の夢', 'moonlight, silver, mysterious, stars', 0.5],
    ['A silver vision in the night', '夜に見る銀の幻'],
  ],
  [
    'dream',
    ['deep-sea', 'Deep sea', '深海', 'underwater, glowing', 0.5],
    ['Bubbles and a light from above', '泡と水面からの光'],
  ],
  [
    'watercolour',
    ['snow-country', 'Snow country', '雪国', 'winter, heavy snow, blue hour', 0.45],
    ['Quiet blue and falling snow', '静かな青と降る雪'],
  ],
];

/** Named styles, ready to use: at least one for each look. */
export const presets: readonly StylePreset[] = rows.map(
  ([look, [id, en, ja, prompt, detail = 0.5, strength = 1], [note, noteJa]]) => {
    const { style } = readPrompt(prompt, { base: { look, strength, detail } });
    return {
      id,
      name: { en, ja },
      description: { en: note, ja: noteJa },
      style: frameStyle.parse({ ...style, look, prompt }),
    };
  },
);
