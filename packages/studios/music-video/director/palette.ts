import type { VistaPalette, World } from '@kinora/capabilities';
import type { MusicAnalysis } from '@kinora/media/audio/analysis';
import { hueBetween, toHex } from './oklch.ts';
import type { Reading } from './read-words.ts';

/** Where the colours of a whole video lie; each picture varies them a little. */
export type Tone = {
  /** Hues in degrees of OKLCH. */
  main: number;
  sky: number;
  accent: number;
  /** How colourful: 0 grey to about 0.2. */
  chroma: number;
  /** The same for the accent alone. */
  accentChroma: number;
  /** Whether the theme names colours: they stay as they are in all parts of the song. */
  isNamed: boolean;
  /** 0 night to 1 noon. */
  daylight: number;
  /** 0 soft to 1 hard. */
  contrast: number;
};

/** What a world's colours can be. */
type Range = {
  main: number;
  /** How far the key may turn the hue, in degrees either way. */
  pull: number;
  /** Hue of the air: degrees from `main`, or a hue of its own. */
  sky: { turn: number } | { hue: number };
  /** Degrees from `main` to the colour that answers it; or hues of its own, of which the farthest from `main` answers. */
  answer: number | readonly number[];
  chroma: number;
  daylight: number;
};

const ranges: Record<World, Range> = {
  'neon-city': { main: 300, pull: 30, sky: { turn: -35 }, answer: [200, 350], chroma: 0.17, daylight: 0.08 },
  cosmos: { main: 280, pull: 55, sky: { turn: -18 }, answer: [60, 350, 190], chroma: 0.14, daylight: 0.06 },
  ocean: { main: 222, pull: 28, sky: { turn: 14 }, answer: 170, chroma: 0.12, daylight: 0.38 },
  'desert-road': { main: 48, pull: 20, sky: { hue: 28 }, answer: 168, chroma: 0.12, daylight: 0.55 },
  geometry: { main: 265, pull: 180, sky: { turn: -30 }, answer: 140, chroma: 0.16, daylight: 0.4 },
  'liquid-light': { main: 320, pull: 180, sky: { turn: -60 }, answer: 95, chroma: 0.18, daylight: 0.22 },
  'dream-garden': { main: 150, pull: 34, sky: { turn: 60 }, answer: -155, chroma: 0.12, daylight: 0.5 },
  'film-noir': { main: 262, pull: 40, sky: { turn: 0 }, answer: 150, chroma: 0.022, daylight: 0.12 },
  'mountain-dawn': { main: 258, pull: 30, sky: { hue: 42 }, answer: -190, chroma: 0.115, daylight: 0.48 },
  'paper-theatre': { main: 30, pull: 180, sky: { turn: 150 }, answer: 165, chroma: 0.14, daylight: 0.5 },
};

const tonics = ['C', 'C#', 'D', 'D#', 'E', 'F', 'F#', 'G', 'G#', 'A', 'A#', 'B'];
const flats: Record<string, string> = { Db: 'C#', Eb: 'D#', Gb: 'F#', Ab: 'G#', Bb: 'A#' };
const daylightOf = { night: 0.06, dusk: 0.36, dawn: 0.52, day: 0.86 } as const;

/**
 * The hue of a key: neighbours on the circle of fifths are neighbours in colour, C major is red as Scriabin saw it, and a
 * minor key has the hue of its relative major.
 */
export function hueOfKey({ tonic, mode }: { tonic: string; mode: 'major' | 'minor' }): number {
  const plain = tonic.replace('♭', 'b').replace('♯', '#');
  const pitch = Math.max(0, tonics.indexOf(flats[plain] ?? plain));
  const major = (pitch + (mode === 'minor' ? 3 : 0) + 12) % 12;
  return (25 + 30 * ((major * 7) % 12)) % 360;
}

/**
 * The tone of a video. The world says where its colours can lie, the key draws them its way, a bright mood lights them and a
 * tense one sets them against each other; colours and times of day that the theme names win.
 */
export function chooseTone(
  world: World,
  { key, mood }: Pick<MusicAnalysis, 'key' | 'mood'>,
  theme: Pick<Reading, 'colours' | 'time' | 'saturation'>,
): Tone {
  const range = ranges[world];
  const drawn =
    key === null ? 0 : hueBetween(range.main, hueOfKey(key)) * (range.pull >= 180 ? 1 : 0.4 * key.confidence + 0.2);
  const [named, second] = theme.colours;
  const isOwn = named !== undefined && (second !== undefined || range.pull >= 180);
  const main = isOwn ? named : range.main + Math.max(-range.pull, Math.min(range.pull, drawn));
  const accent = (isOwn ? second : named) ?? answerTo(main, range.answer) + 14 * mood.tension;
  const sky = 'turn' in range.sky ? main + range.sky.turn : range.sky.hue + 0.25 * hueBetween(range.main, main);
  const moodlight = Math.max(0.04, Math.min(0.9, range.daylight + 0.22 * mood.brightness));
  return {
    main: turn(main),
    sky: turn(sky),
    accent: turn(accent),
    chroma: range.chroma * (1 + 0.25 * mood.tension) * theme.saturation,
    isNamed: named !== undefined,
    // A named colour is seen, even in a world without colours.
    accentChroma: named === undefined ? 0.05 + 0.6 * range.chroma * theme.saturation : Math.max(0.13, range.chroma),
    daylight: theme.time === undefined ? moodlight : daylightOf[theme.time],
    contrast: 0.5 + 0.4 * mood.tension,
  };
}

function answerTo(main: number, answer: Range['answer']): number {
  if (typeof answer === 'number') return main + answer;
  const far = (hue: number) => Math.abs(hueBetween(main, hue));
  return answer.reduce((best, hue) => (far(hue) > far(best) ? hue : best));
}

/** Turns of the whole tone, in degrees, by which parts of a song differ in colour; the first part has the tone itself. */
const partTurns = [0, 26, -24, 42, -40, 14, -12, 32] as const;

/**
 * The tone of one part of a song: parts that sound alike share it. A bridge has the colours of the rest the other way round, so
 * that one hears and sees that it is elsewhere.
 * @param options.part Number of the part's letter, from 0.
 * @param options.isElsewhere Whether it is a bridge.
 */
export function tonePart(tone: Tone, { part, isElsewhere }: { part: number; isElsewhere: boolean }): Tone {
  if (tone.isNamed) return tone;
  const by = partTurns[part % partTurns.length]!;
  const turned = {
    ...tone,
    main: turn(tone.main + by),
    sky: turn(tone.sky + 0.7 * by),
    accent: turn(tone.accent + 0.5 * by),
  };
  return isElsewhere
    ? {
        ...turned,
        main: tone.accent,
        sky: turn(tone.accent + 0.3 * hueBetween(tone.accent, tone.sky)),
        accent: tone.main,
      }
    : turned;
}

/**
 * The colours of one picture. Lightness runs from deep shadow to lamp in fixed steps, so that nothing turns to mud; shadows
 * lean to blue, as they do outside; energy makes lights brighter and colours fuller, and the song's way through brings its
 * own slow turn of hue.
 */
export function paletteFor(tone: Tone, { energy, progress }: { energy: number; progress: number }): VistaPalette {
  const day = Math.max(0, Math.min(1, tone.daylight + 0.1 * (energy - 0.5) + 0.14 * (progress - 0.4)));
  const full = tone.chroma * (0.8 + 0.45 * energy);
  const spread = 0.03 * (tone.contrast - 0.5);
  const drift = 10 * (progress - 0.5);
  const between = (night: number, noon: number) => night + (noon - night) * day;
  const colour = (lightness: number, chroma: number, hue: number) =>
    toHex({ lightness, chroma, hue: clean(hue + drift, lightness) });
  return {
    deep: colour(between(0.16, 0.3) - spread, full * 0.5, coolShadow(tone.main)),
    sky: colour(between(0.25, 0.78), full * 0.8, tone.sky),
    haze: colour(
      between(0.4, 0.88),
      full * between(0.7, 0.4),
      (tone.sky + hueBetween(tone.sky, tone.accent) * 0.25 + 360) % 360,
    ),
    main: colour(between(0.46, 0.56) + spread, full, tone.main),
    accent: colour(between(0.66, 0.7) + 0.04 * energy, Math.max(full * 1.1, tone.accentChroma), tone.accent),
    light: colour(between(0.88, 0.95) + 0.02 * energy, full * 0.38, lampHue(tone)),
  };
}

function turn(hue: number): number {
  return ((hue % 360) + 360) % 360;
}

/** Dark yellow is olive: dark hues from yellow to lime turn to amber or to green. */
function clean(hue: number, lightness: number): number {
  const at = turn(hue);
  if (lightness > 0.62 || at < 75 || at > 135) return at;
  return at < 105 ? 62 : 146;
}

function coolShadow(hue: number): number {
  return turn(hue + hueBetween(hue, 275) * 0.4);
}

/** Lamps are warm unless the answer is cold and clear. */
function lampHue({ accent }: Tone): number {
  return accent > 130 && accent < 290
    ? turn(accent + hueBetween(accent, 90) * 0.35)
    : turn(accent + hueBetween(accent, 85) * 0.7);
}
