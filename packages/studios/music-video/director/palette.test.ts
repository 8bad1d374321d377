import { worlds } from '@kinora/capabilities';
import type { VistaPalette } from '@kinora/capabilities';
import { describe, expect, test } from 'vitest';
import { musicVideoRequest } from '../schema.ts';
import { sampleAnalysis } from '../testing/sample-song.ts';
import type { SampleSong } from '../testing/sample-song.ts';
import { direct } from './index.ts';
import { fromHex } from './oklch.ts';
import { chooseTone, paletteFor, tonePart } from './palette.ts';
import { readWords } from './read-words.ts';

const song = { asset: 'a'.repeat(64), mediaType: 'audio/mpeg', bytes: 1000 };
const tonics = ['C', 'C#', 'D', 'D#', 'E', 'F', 'F#', 'G', 'G#', 'A', 'A#', 'B'];
const modes = ['major', 'minor'] as const;

/** Hue in degrees, from and to; the way from a greater to a smaller one leads through 0. */
type Hues = readonly [from: number, to: number];
type Asked = {
  sky?: Hues;
  main?: Hues;
  accent?: Hues;
  light?: Hues;
  lightness?: readonly [least: number, most: number];
};

const cold: Hues = [195, 290];
const blue: Hues = [225, 295];
const warm: Hues = [0, 80];
const red: Hues = [340, 45];
const pink: Hues = [325, 20];
const green: Hues = [130, 195];
const violet: Hues = [275, 325];
const night = [0, 0.4] as const;
const day = [0.58, 1] as const;

const table: [theme: string, asked: Asked][] = [
  [
    'a frozen mountain under northern lights',
    { sky: blue, main: cold, accent: green, light: [150, 200], lightness: night },
  ],
  ['凍った山とオーロラ', { sky: blue, main: cold, accent: green, lightness: night }],
  ['aurora', { sky: blue, accent: green, light: [150, 200], lightness: night }],
  ['ice cave', { sky: cold, main: cold, light: cold }],
  ['first snow', { sky: cold, main: cold, light: cold }],
  ['winter train', { sky: cold, main: cold, light: cold }],
  ['雪の富士山', { sky: cold, main: cold, light: cold }],
  ['arctic expedition', { sky: cold, main: cold }],
  ['a blizzard at midnight', { sky: cold, main: cold, lightness: night }],
  ['moonlight on the mountain', { sky: blue, light: cold, lightness: night }],
  ['月の光', { sky: blue, light: cold, lightness: night }],
  ['deep sea creatures', { sky: cold, main: cold, lightness: night }],
  ['深海の人魚', { sky: cold, main: cold, lightness: night }],
  ['the ocean', { sky: cold, main: cold }],
  ['the ocean at noon', { sky: cold, main: cold, lightness: day }],
  ['a lonely street in the rain', { sky: blue, main: cold, lightness: night }],
  ['雨の街', { sky: blue, lightness: night }],
  ['desert road', { sky: warm, main: warm, light: [50, 100], lightness: day }],
  ['砂漠の道', { sky: warm, main: warm, lightness: day }],
  ['desert at night', { sky: blue, main: warm, lightness: night }],
  ['a house on fire', { sky: red, main: warm, light: [40, 90], lightness: night }],
  ['炎の中で', { sky: red, main: warm, lightness: night }],
  ['summer on the highway', { sky: warm, light: [60, 110], lightness: day }],
  ['夏のドライブ', { sky: warm, lightness: day }],
  ['autumn leaves', { sky: warm, main: warm, lightness: day }],
  ['秋の山', { sky: warm, main: warm, lightness: day }],
  ['sunset boulevard', { sky: [340, 60], light: [45, 100] }],
  ['sunset over the ocean', { sky: [340, 60], main: cold, light: [45, 100] }],
  ['夕焼けの海', { sky: [340, 60], main: cold }],
  ['golden hour on the mountain', { sky: [20, 80], light: [60, 110], lightness: day }],
  ['dawn over the hills', { sky: [285, 340], light: [50, 100], lightness: [0.4, 0.7] }],
  ['dusk in the city', { sky: [300, 20], lightness: [0.3, 0.6] }],
  ['cherry blossom', { sky: pink, main: pink, lightness: day }],
  ['桜の森', { sky: pink, main: pink, lightness: day }],
  ['deep in the forest', { sky: [150, 210], main: green }],
  ['森の中', { sky: [150, 210], main: green }],
  ['lavender fields', { sky: violet, main: violet }],
  ['ラベンダー畑', { sky: violet, main: violet }],
  ['blood moon rising', { sky: red, lightness: night }],
  ['赤い月', { sky: red, lightness: night }],
  ['rusty machines', { sky: [40, 90], main: [20, 60] }],
  ['neon pink and teal city', { main: [335, 15], accent: [170, 215], lightness: night }],
  ['abstract gold', { light: [60, 110] }],
  ['a purple sky over the desert', { sky: [285, 325], main: warm }],
  ['a sad song', { sky: cold, main: cold }],
  ['悲しい歌', { sky: cold, main: cold }],
  ['lonely robots', { sky: cold, main: cold, lightness: night }],
  ['hopeful morning by the sea', { sky: cold, light: [60, 110], lightness: day }],
  ['angry machines', { sky: red, main: red, lightness: night }],
  ['怒りの街', { sky: red, lightness: night }],
  ['euphoric night in the neon city', { sky: [290, 350], lightness: night }],
  ['a romantic evening', { sky: [320, 10] }],
  ['blue sky over the mountains', { sky: [215, 260], lightness: day }],
];

describe('colours that words ask for, in every key and mood', () => {
  test.each(table)('“%s”', (theme, { lightness, ...hues }) => {
    for (const tonic of ['C', 'D#', 'F#', 'A']) {
      for (const brightness of [-0.8, 0.8]) {
        const palettes = palettesOf(theme, {
          key: { tonic, mode: 'minor', confidence: 1 },
          mood: { tension: 0.3, brightness },
        });
        const wrong = palettes.flatMap((palette) =>
          (['sky', 'main', 'accent', 'light'] as const)
            .filter((part) => !isWithin(fromHex(palette[part]).hue, hues[part] ?? [0, 360]))
            .map((part) => `${part} in ${tonic}: ${palette[part]} has hue ${fromHex(palette[part]).hue}`),
        );
        expect(wrong).toEqual([]);
        const sky = fromHex(palettes[0]!.sky).lightness;
        expect(sky).toBeGreaterThanOrEqual(lightness?.[0] ?? 0);
        expect(sky).toBeLessThanOrEqual(lightness?.[1] ?? 1);
      }
    }
  });
});

test('palettes of every world, key, mood and part of a song are in order, apart, bounded and never mud', () => {
  const wrong: string[] = [];
  for (const world of worlds) {
    for (const tonic of tonics) {
      for (const mode of modes) {
        for (const tension of [-0.9, 0.9]) {
          for (const brightness of [-0.9, 0, 0.9]) {
            const tone = chooseTone(
              world,
              { key: { tonic, mode, confidence: 0.8 }, mood: { tension, brightness } },
              readWords(''),
            );
            for (const part of [0, 1, 3, 4]) {
              for (const progress of [0, 0.5, 1]) {
                const own = tonePart(tone, { part, isElsewhere: part === 4 });
                const palette = paletteFor(own, { energy: 0.2 + 0.7 * progress, progress });
                wrong.push(...faultsOf(palette).map((fault) => `${world} ${tonic} ${mode} ${part}: ${fault}`));
              }
            }
          }
        }
      }
    }
  }
  expect(wrong.slice(0, 5)).toEqual([]);
});

test('the day goes down to the middle of a song and comes back where words leave the time open', () => {
  const tone = chooseTone('mountain-dawn', sampleAnalysis(), readWords(''));
  const sky = (progress: number) => fromHex(paletteFor(tone, { energy: 0.5, progress }).sky).lightness;
  expect(sky(0) - sky(0.5)).toBeGreaterThan(0.08);
  expect(sky(1) - sky(0.5)).toBeGreaterThan(0.08);
});

test('another key has other colours in the same world', () => {
  for (const world of worlds) {
    const skies = tonics.map((tonic) => {
      const tone = chooseTone(world, sampleAnalysis({ key: { tonic, mode: 'major', confidence: 0.9 } }), readWords(''));
      return paletteFor(tone, { energy: 0.5, progress: 0 }).sky;
    });
    expect(new Set(skies).size).toBeGreaterThan(4);
  }
});

function palettesOf(theme: string, heard: SampleSong): VistaPalette[] {
  const request = musicVideoRequest.parse({ song, seed: 7, theme });
  const { scenes } = direct(request, { title: 'Paper Moon', analysis: sampleAnalysis(heard) });
  return scenes.flatMap(({ picture }) => (picture.kind === 'drawn' ? [picture.vista.palette] : []));
}

function isWithin(hue: number, [from, to]: Hues): boolean {
  // Colours of eight bits are a degree off where they are dark.
  const [low, high] = [from - 2, to + 2];
  return from <= to ? hue >= low && hue <= high : hue >= low || hue <= high;
}

function faultsOf(palette: VistaPalette): string[] {
  const { deep, sky, haze, main, accent, light } = {
    deep: fromHex(palette.deep),
    sky: fromHex(palette.sky),
    haze: fromHex(palette.haze),
    main: fromHex(palette.main),
    accent: fromHex(palette.accent),
    light: fromHex(palette.light),
  };
  const all = [deep, sky, haze, main, accent, light];
  const isMud = all.some(
    ({ hue, chroma, lightness }) => lightness > 0.2 && lightness < 0.6 && chroma > 0.04 && hue > 42 && hue < 110,
  );
  return [
    ...([sky, haze, main, accent].every(({ lightness }) => lightness > deep.lightness + 0.03)
      ? []
      : ['deep is not the darkest']),
    ...([sky, haze, main, accent].every(({ lightness }) => lightness < light.lightness)
      ? []
      : ['light is not the brightest']),
    ...(haze.lightness > sky.lightness ? [] : ['haze is darker than the sky']),
    ...(Math.abs(main.lightness - sky.lightness) > 0.08 ? [] : ['the world is as light as its sky']),
    ...(all.every(({ chroma }) => chroma <= 0.225) && light.chroma <= 0.1 ? [] : ['too colourful']),
    ...(isMud ? [`mud: ${JSON.stringify(palette)}`] : []),
  ];
}
