import type { Mood, SceneSpec, TimeOfDay, Weather } from '@kinora/capabilities';
import { luma, mix, multiply, saturate } from './colour.ts';

/** What an hour does to colours. Skies run from the light to the far edge. */
type Hour = {
  sky: readonly string[];
  /** Colour of the air between the viewer and far things. */
  haze: string;
  /** What true colours are mixed with, and how much. */
  tint: string;
  amount: number;
  /** The light map where no lamp shines. */
  ambient: string;
  shade: string;
  key: string;
  stars: number;
  /** Whether windows and lamps are lit. */
  lamps: boolean;
};

const hours: Record<TimeOfDay, Hour> = {
  day: {
    sky: ['#fffbe6', '#e3f1ea', '#b9dcea', '#8fc4e2', '#74aed8'],
    haze: '#d5e6ea',
    tint: '#fff0cc',
    amount: 0.05,
    ambient: '#fdf8f0',
    shade: '#28406a',
    key: '#fff2c8',
    stars: 0,
    lamps: false,
  },
  'golden-hour': {
    sky: ['#fff0c4', '#ffd892', '#f8b681', '#e69f98', '#b99fc2'],
    haze: '#f3d2a6',
    tint: '#e09a4c',
    amount: 0.24,
    ambient: '#f3dfca',
    shade: '#4a1f34',
    key: '#ffd890',
    stars: 0,
    lamps: false,
  },
  dusk: {
    sky: ['#ffe3b0', '#f6b890', '#d58fa0', '#8a78a8', '#55608f'],
    haze: '#c096b0',
    tint: '#63468a',
    amount: 0.4,
    ambient: '#d6c4d6',
    shade: '#1a1238',
    key: '#ffc890',
    stars: 34,
    lamps: true,
  },
  moonrise: {
    sky: ['#fbeecb', '#c3bad0', '#8289b8', '#55629e', '#38427e'],
    haze: '#8791bd',
    tint: '#33428a',
    amount: 0.5,
    ambient: '#bdc0e2',
    shade: '#10143a',
    key: '#f4e4c0',
    stars: 60,
    lamps: true,
  },
  night: {
    sky: ['#f2edc8', '#93b4c8', '#44709c', '#294680', '#1e2a5c'],
    haze: '#5f86ae',
    tint: '#17346c',
    amount: 0.6,
    ambient: '#a9b2da',
    shade: '#070c26',
    key: '#cfe2ea',
    stars: 110,
    lamps: true,
  },
};

/** How thick the air is, 0 to 1, and how a weather colours the sky. */
const airs: Record<Weather, { haze: number; veil: string; veiled: number; colourful: number }> = {
  clear: { haze: 0.5, veil: '#ffffff', veiled: 0, colourful: 1 },
  cloudy: { haze: 0.58, veil: '#b4bcc6', veiled: 0.36, colourful: 0.86 },
  mist: { haze: 0.82, veil: '#dbe2e2', veiled: 0.42, colourful: 0.8 },
  rain: { haze: 0.66, veil: '#8694a6', veiled: 0.5, colourful: 0.82 },
  snow: { haze: 0.6, veil: '#d6e0ec', veiled: 0.4, colourful: 0.88 },
  wind: { haze: 0.46, veil: '#cfdce0', veiled: 0.12, colourful: 1 },
};

const moods: Record<Mood, { colourful: number; tint: string; amount: number }> = {
  happy: { colourful: 1.14, tint: '#ffd27a', amount: 0.05 },
  curious: { colourful: 1.06, tint: '#7ad0c0', amount: 0.03 },
  tender: { colourful: 0.98, tint: '#f2a8a0', amount: 0.08 },
  wistful: { colourful: 0.78, tint: '#8296b8', amount: 0.1 },
  comic: { colourful: 1.22, tint: '#ffcf5c', amount: 0.03 },
  wonder: { colourful: 1.18, tint: '#a08cf0', amount: 0.07 },
  calm: { colourful: 0.92, tint: '#9cc4c0', amount: 0.05 },
  sleepy: { colourful: 0.84, tint: '#6a5c9c', amount: 0.12 },
};

/** The colours of one picture: what hour, weather, season and mood make of true colours. */
export type Grade = Omit<Hour, 'tint' | 'amount'> & {
  /**
   * The colour of scenery as seen from here.
   * @param depth 0 near to 1 at the horizon: far things take on the colour of the air.
   */
  scenery(colour: string, depth?: number): string;
  /** The colour of water at a depth: darker by night, but a warm light doesn't turn its blue to grey. */
  water(colour: string, depth?: number): string;
  foliage: { dark: string; mid: string; lit: string };
  grass: { dark: string; mid: string; lit: string };
  /** Snow lies. */
  snowy: boolean;
  /** Trees are bare. */
  bare: boolean;
  /** Light from lamps and windows. */
  lamp: string;
  /** Accent of the story, for flowers, doors, ribbons. */
  accent: string;
};

const seasons = {
  spring: {
    foliage: { dark: '#5f8f4c', mid: '#86b45c', lit: '#d8e08c' },
    grass: { dark: '#5a8a48', mid: '#82b058', lit: '#c8d880' },
  },
  summer: {
    foliage: { dark: '#3f7048', mid: '#5f9450', lit: '#b4c868' },
    grass: { dark: '#4c7a3c', mid: '#74a04c', lit: '#c0c868' },
  },
  autumn: {
    foliage: { dark: '#8a4a2c', mid: '#c4702f', lit: '#f0b44c' },
    grass: { dark: '#7a7038', mid: '#a89448', lit: '#dcbc68' },
  },
  winter: {
    foliage: { dark: '#4c6468', mid: '#6f8a88', lit: '#b4c8c4' },
    grass: { dark: '#6f7c68', mid: '#98a488', lit: '#ccd0b0' },
  },
} as const;

/** Works out the colours of a scene. `colourful` is the style's own liking, 1 for true colours. */
export function gradeOf(spec: SceneSpec, colourful: number): Grade {
  const hour = hours[spec.timeOfDay];
  const air = airs[spec.weather];
  const mood = moods[spec.mood];
  const { palette } = spec;
  const snowy = spec.weather === 'snow' || (spec.season === 'winter' && spec.weather !== 'rain');
  const dark = 1 - luma(hour.ambient);
  const veil = mix(multiply(air.veil, hour.ambient), hour.sky[3]!, Math.min(0.85, dark * 2.2));
  const colours = colourful * mood.colourful * air.colourful;
  const felt = (colour: string) => saturate(mix(colour, mood.tint, mood.amount), colours);
  const sky = hour.sky.map((colour, index) => felt(mix(colour, veil, air.veiled * (0.55 + index * 0.12))));
  if (palette.sky) {
    const own = palette.sky;
    sky.forEach((colour, index) => (sky[index] = mix(colour, own, [0.12, 0.4, 0.7, 0.85, 0.9][index]!)));
  }
  const haze = palette.far ?? felt(mix(hour.haze, veil, air.veiled * 0.7));
  const shade = palette.dark ?? hour.shade;
  const ambient = palette.dark ? mix(hour.ambient, palette.dark, 0.12) : hour.ambient;
  const season = seasons[spec.season];
  const white = '#f3f6fb';
  const ground = (colour: string, share: number) => {
    const own = palette.ground ? mix(colour, palette.ground, 0.72) : colour;
    return snowy ? mix(own, white, share) : own;
  };
  const scenery = (colour: string, depth = 0) => {
    const atHour = mix(colour, hour.tint, hour.amount * (0.8 + depth * 0.2));
    const shaded = hour.amount > 0.3 ? mix(atHour, multiply(atHour, hour.ambient), 0.6) : atHour;
    return felt(mix(shaded, haze, Math.min(0.94, depth * (air.haze + 0.32))));
  };
  return {
    sky,
    haze,
    ambient: spec.weather === 'rain' || spec.weather === 'cloudy' ? mix(ambient, '#aab4c4', 0.22) : ambient,
    shade,
    key: spec.light.colour ?? hour.key,
    stars: ['clear', 'wind'].includes(spec.weather) ? hour.stars : Math.round(hour.stars * 0.15),
    lamps: hour.lamps || spec.weather === 'rain' || spec.weather === 'mist',
    snowy,
    bare: spec.season === 'winter',
    lamp: palette.lamp ?? '#ffb04c',
    accent: palette.accent ?? '#d9694c',
    foliage: season.foliage,
    grass: {
      dark: ground(season.grass.dark, 0.74),
      mid: ground(season.grass.mid, 0.88),
      lit: ground(season.grass.lit, 0.95),
    },
    scenery,
    water: (colour, depth = 0) => {
      const isDark = hour.amount > 0.3;
      return saturate(mix(colour, scenery(colour, depth), isDark ? 0.72 : 0.26), isDark ? 1.15 : 1.3 * mood.colourful);
    },
  };
}
