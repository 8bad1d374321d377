import type { CharacterSpec } from '@kinora/capabilities';
import type { Brush } from '../brush.ts';
import { luma, mix } from '../colour.ts';
import { hash, seeded, type Random } from '../random.ts';
import { faceLooks, type FaceLook } from './expressions.ts';

/** The colours of a character with the shades that its drawing needs. */
export type Tones = {
  main: string;
  /** `main` in shadow, warm and colourful rather than grey. */
  deep: string;
  /** `main` in the light. */
  light: string;
  second: string;
  secondDeep: string;
  accent: string;
  /** Colour of the iris; undefined: plain dark eyes. */
  eyes: string | undefined;
  /** Near-black for eyes and noses. */
  ink: string;
  /** Brown or violet for mouths and brows. */
  line: string;
};

/** Everything that a species needs to draw one character. */
export type Figure = {
  brush: Brush;
  character: CharacterSpec;
  tones: Tones;
  look: FaceLook;
  /** 1: three-quarter view; 0: straight at the viewer, or away. Mirroring to the left happens outside. */
  turn: number;
  /** Seen from behind. */
  away: boolean;
  /** -1 to 1, fixed by the character's id: which way it leans, which hand it prefers. */
  sway: number;
  /** Fixed by the character's id. */
  random: Random;
  /** Breath of -1 to 1 at the asked time; 0 at rest. */
  breath: number;
  /** Notes an eye for blinking; in the units of the current transform. */
  noteEye: (x: number, y: number, radius: number) => void;
};

/** The figure of a character, without any drawing. */
export function figure(
  brush: Brush,
  character: CharacterSpec,
  options: { time?: number; noteEye?: Figure['noteEye'] },
): Figure {
  const random = seeded(hash(character.id));
  return {
    brush,
    character,
    tones: tones(character),
    look: faceLooks[character.expression],
    turn: character.facing === 'left' || character.facing === 'right' ? 1 : 0,
    away: character.facing === 'away',
    sway: random() * 2 - 1,
    random,
    breath: options.time === undefined ? 0 : Math.sin(options.time * 1.9 + random() * 6),
    noteEye: options.noteEye ?? (() => {}),
  };
}

/** How far a feature slides in the three-quarter turn and with a nod; `depth` is how far it stands out of the head. */
export function slide(fig: Figure, depth: number): [number, number] {
  return [fig.turn * depth, fig.look.nod * depth * 1.05 + Math.abs(fig.turn) * depth * 0.08];
}

function tones(character: CharacterSpec): Tones {
  const { main, second, accent, eyes } = character.colours;
  const isDark = luma(main) < 0.3;
  return {
    main,
    deep: shade(main),
    light: mix(main, isDark ? '#9aa0c8' : '#ffdc98', isDark ? 0.22 : 0.36),
    second,
    secondDeep: mix(second, mix(main, '#9a6a58', 0.4), 0.42),
    accent: accent ?? mix(main, '#5a3a6a', 0.5),
    eyes,
    ink: '#231a20',
    line: mix(main, '#3a1a20', 0.82),
  };
}

/** A colour in shadow: toward a warm dark of its own hue, toward violet when it is pale. */
export function shade(colour: string, amount = 0.42): string {
  const lightness = luma(colour);
  return mix(
    colour,
    lightness > 0.8 ? '#8a7a9c' : lightness > 0.4 ? '#6e2a1c' : '#0e0a1c',
    amount * (lightness > 0.8 ? 0.85 : 1),
  );
}
