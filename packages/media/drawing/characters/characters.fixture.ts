import type { CharacterSpec, Species } from '@kinora/capabilities';
import { createCanvas } from '@napi-rs/canvas';
import { Brush } from '../brush.ts';
import { styles } from '../styles/index.ts';
import { drawCharacter } from './draw.ts';

/** A character for tests, with colours that its species might have. */
export function character(species: Species, changes: Partial<CharacterSpec> = {}): CharacterSpec {
  return {
    id: `${species}-test`,
    species,
    prop: species === 'thing' ? 'pumpkin' : undefined,
    colours: { main: '#c8743c', second: '#f4e4cc', accent: '#8a5a7c' },
    person: { skin: '#b87a50', hair: 'curly', hairColour: '#3a2420', aids: [] },
    clothes: [],
    pose: 'stand',
    expression: 'happy',
    x: 0.5,
    ground: 0.8,
    size: 0.3,
    facing: 'right',
    ...changes,
  };
}

/** The pixels of a drawn character, RGBA, in the middle of a square of `reach` units in each direction. */
export function pixelsOf(
  spec: CharacterSpec,
  options: { pixels?: number; reach?: number; style?: keyof typeof styles; time?: number } = {},
): { data: Uint8ClampedArray; size: number; unit: number } {
  const { pixels = 130, reach = 520, style = 'watercolour', time } = options;
  const canvas = createCanvas(pixels, pixels);
  const ctx = canvas.getContext('2d');
  const unit = pixels / (reach * 2);
  ctx.setTransform(unit, 0, 0, unit, pixels / 2, pixels / 2);
  drawCharacter(new Brush(ctx, styles[style], 1), spec, { time });
  return { data: ctx.getImageData(0, 0, pixels, pixels).data, size: pixels, unit };
}
