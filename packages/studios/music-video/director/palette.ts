import type { VistaPalette, World } from '@kinora/capabilities';
import type { MusicAnalysis } from '@kinora/media/audio/analysis';
import { ranges } from './harmonies.ts';
import type { Harmony } from './harmonies.ts';
import { hueBetween, toHex } from './oklch.ts';
import type { Oklch } from './oklch.ts';
import type { Reading } from './read-words.ts';

/** Where the colours of a whole video lie; each picture varies them a little. Hues in degrees of OKLCH. */
export type Tone = {
  main: number;
  sky: number;
  haze: number;
  accent: number;
  light: number;
  /** How colourful: 0 grey to about 0.2. */
  chroma: number;
  /** The same for the accent alone. */
  accentChroma: number;
  /** How far colours may turn through the song, 0 to 1: what words ask for stays. */
  sway: number;
  /** 0 night to 1 noon. */
  daylight: number;
  /** How far daylight goes down to the middle of the song and comes back. */
  passing: number;
  /** 0 soft to 1 hard. */
  contrast: number;
  /** Brown and ochre are wanted. */
  isEarthy: boolean;
  /** Whether main and accent may change places: a city can be red, the sea can't. */
  swaps: boolean;
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

/** How far the key may turn a hue, in degrees either way. */
const keyTurn = 9;

/**
 * The tone of a video. What words ask for rules: named colours first, then what ice, deserts, moods and times of day look like.
 * Where they leave a colour open it is the world's: the key chooses among harmonies that suit it and turns their hues a
 * little; a bright mood lights them and a tense one makes them fuller.
 */
export function chooseTone(
  world: World,
  { key, mood }: Pick<MusicAnalysis, 'key' | 'mood'>,
  theme: Pick<Reading, 'colours' | 'time' | 'saturation' | 'look'>,
): Tone {
  const range = ranges[world];
  const { look } = theme;
  const keyHue = key === null ? 0 : hueOfKey(key);
  const harmony = range.harmonies[Math.floor((keyHue / 360) * range.harmonies.length)]!;
  // The hue of a key lies within one harmony's part of the circle; its place there turns the harmony.
  const part = ((keyHue / 360) * range.harmonies.length) % 1;
  const by = key === null ? 0 : keyTurn * (2 * part - 1) * (0.4 + 0.6 * key.confidence);
  const [named, second] = theme.colours;
  const isOwn = named !== undefined && (second !== undefined || range.isAbstract === true);
  const moodlight = Math.max(0.04, Math.min(0.9, range.daylight + 0.22 * mood.brightness));
  const asked = look.daylight ?? (theme.time && daylightOf[theme.time]);
  const daylight =
    asked === undefined
      ? moodlight
      : Math.max(0.03, Math.min(0.92, asked + (asked > 0.25 ? 0.05 : 0.02) * mood.brightness));
  const main = (isOwn ? named : (look.main ?? harmony[0])) + by;
  const accent = (isOwn ? second : named) ?? look.accent ?? answerFor(main, harmony, by);
  const sky = nightSky((look.sky ?? harmony[1]) + 0.6 * by, { daylight, isKept: look.keepsSky === true });
  const haze = look.haze ?? (look.sky === undefined ? harmony[2] : look.sky + 0.2 * hueBetween(look.sky, accent));
  const isAsked = Object.keys(look).some((part) => part !== 'chroma' && part !== 'daylight');
  const chroma = range.chroma * (1 + 0.2 * mood.tension) * theme.saturation * (look.chroma ?? 1);
  return {
    main: turn(main),
    sky: turn(sky),
    haze: turn(nightSky(haze + 0.6 * by, { daylight: daylight + 0.1, isKept: look.keepsSky === true })),
    accent: turn(accent),
    light: turn(look.light ?? lampHue(turn(accent))),
    chroma: Math.min(0.21, chroma),
    sway: named === undefined ? (isAsked ? 0.4 : 1) : 0.12,
    // A named colour is seen, even in a world without colours.
    accentChroma: named === undefined ? 0.05 + 0.6 * range.chroma * theme.saturation : Math.max(0.13, range.chroma),
    daylight,
    passing: asked === undefined ? 0.13 : 0.04,
    contrast: 0.5 + 0.4 * mood.tension,
    isEarthy: look.isEarthy === true,
    swaps: range.swaps === true && !isAsked && named === undefined,
  };
}

/** The harmony's own answer, or the one across where words moved the main colour beside it. */
function answerFor(main: number, harmony: Harmony, by: number): number {
  return Math.abs(hueBetween(main, harmony[3])) < 40 ? main + 165 : harmony[3] + by;
}

/** At night a warm sky is blue or plum, unless words will have it red. */
function nightSky(hue: number, { daylight, isKept }: { daylight: number; isKept: boolean }): number {
  const at = turn(hue);
  if (isKept || daylight > 0.24 || (at > 135 && at < 330)) return at;
  return at >= 330 || at < 20 ? 310 : 278;
}

/** Turns of the whole tone, in degrees, by which parts of a song differ in colour; the first part has the tone itself. */
const partTurns = [0, 18, -18, 28, -26, 10, -10, 22] as const;

/**
 * The tone of one part of a song: parts that sound alike share it. A bridge has the colours of the rest the other way round, so
 * that one hears and sees that it is elsewhere; in nature, and where words rule the colours, it has another sky and is paler.
 * @param options.part Number of the part's letter, from 0.
 * @param options.isElsewhere Whether it is a bridge.
 */
export function tonePart(tone: Tone, { part, isElsewhere }: { part: number; isElsewhere: boolean }): Tone {
  const by = partTurns[part % partTurns.length]! * tone.sway;
  const turned = {
    ...tone,
    main: turn(tone.main + by),
    sky: turn(tone.sky + 0.6 * by),
    haze: turn(tone.haze + 0.4 * by),
    accent: turn(tone.accent + 0.5 * by),
  };
  if (!isElsewhere) return turned;
  if (!tone.swaps) {
    const away = -34 * tone.sway;
    const daylight = tone.sway < 1 ? tone.daylight : 0.7 * tone.daylight;
    return {
      ...turned,
      sky: turn(tone.sky + away),
      haze: turn(tone.haze + away),
      chroma: 0.75 * tone.chroma,
      daylight,
    };
  }
  const haze = turn(tone.haze + 0.3 * hueBetween(tone.haze, tone.accent));
  return { ...turned, main: tone.accent, accent: tone.main, haze };
}

/**
 * The colours of one picture. Lightness runs from deep shadow to lamp in fixed steps; shadows lean to blue, as they do outside;
 * what the world is made of stands out from its sky; energy makes lights brighter and colours fuller; and through the song the
 * day goes down and comes back.
 */
export function paletteFor(tone: Tone, { energy, progress }: { energy: number; progress: number }): VistaPalette {
  const passed = tone.passing * Math.cos(2 * Math.PI * progress);
  const day = Math.max(0, Math.min(1, tone.daylight + 0.08 * (energy - 0.5) + passed));
  const full = Math.min(0.22, tone.chroma * (0.85 + 0.35 * energy));
  const spread = 0.03 * (tone.contrast - 0.5);
  const drift = 16 * (0.5 - progress) * tone.sway;
  const between = (night: number, noon: number) => night + (noon - night) * day;
  const paint = (colour: Oklch, mayLift = true) => clean({ ...colour, hue: turn(colour.hue) }, { tone, mayLift });
  const sky = paint({ lightness: between(0.25, 0.78), chroma: full * 0.8, hue: tone.sky + drift });
  const haze = paint({
    lightness: between(0.4, 0.88),
    chroma: full * between(0.7, 0.45),
    hue: tone.haze + 0.5 * drift,
  });
  const near = between(0.48, 0.56) + spread;
  const main = paint(
    {
      lightness: sky.lightness > 0.51 ? Math.min(near, sky.lightness - 0.1) : Math.max(near, sky.lightness + 0.1),
      chroma: full,
      hue: tone.main + 0.4 * drift,
    },
    // Lifted it must still stand out from its sky.
    sky.lightness < 0.55,
  );
  return {
    deep: toHex({ lightness: between(0.16, 0.29) - spread, chroma: full * 0.5, hue: coolShadow(tone.main) }),
    sky: toHex(sky),
    haze: toHex(haze.lightness < sky.lightness + 0.06 ? { ...haze, lightness: sky.lightness + 0.06 } : haze),
    main: toHex(main),
    accent: toHex({
      lightness: between(0.66, 0.7) + 0.04 * energy,
      chroma: Math.min(0.22, Math.max(full * 1.1, tone.accentChroma)),
      hue: turn(tone.accent + 0.3 * drift),
    }),
    light: toHex({ lightness: between(0.9, 0.95) + 0.02 * energy, chroma: full * 0.36, hue: tone.light }),
  };
}

function turn(hue: number): number {
  return ((hue % 360) + 360) % 360;
}

/**
 * Keeps a colour out of the mud: hues from orange to olive that are neither light nor full are brown. What is nearly light
 * enough is lifted, the rest turns to red or to green. Brown that is asked for is brown.
 */
function clean(colour: Oklch, { tone, mayLift }: { tone: Tone; mayLift: boolean }): Oklch {
  const { lightness, hue, chroma } = colour;
  if (tone.isEarthy || lightness > 0.66 || hue < 34 || hue > 138 || chroma < 0.02) return colour;
  if (mayLift && lightness > 0.5) return { ...colour, lightness: 0.68 };
  return { ...colour, hue: hue < 92 ? 30 - (0.5 - lightness) * 40 : 144 };
}

function coolShadow(hue: number): number {
  return turn(hue + hueBetween(hue, 275) * 0.4);
}

/** Lamps are warm unless the answer is cold and clear. */
function lampHue(accent: number): number {
  return accent > 130 && accent < 290
    ? turn(accent + hueBetween(accent, 90) * 0.35)
    : turn(accent + hueBetween(accent, 85) * 0.7);
}
