import type { PropKind } from '@kinora/capabilities';
import type { Brush } from '../brush.ts';
import { clothing } from './clothing.ts';
import { furniture } from './furniture.ts';
import { kitchen } from './kitchen.ts';
import { lights } from './lights.ts';
import { nature } from './nature.ts';
import type { Prop, PropOptions } from './prop.ts';
import { tools } from './tools.ts';
import { toys } from './toys.ts';
import { travel } from './travel.ts';

export type { PropOptions } from './prop.ts';

const props: Record<PropKind, Prop> = {
  ...lights,
  ...kitchen,
  ...furniture,
  ...toys,
  ...clothing,
  ...nature,
  ...travel,
  ...tools,
};

/** Draws a prop in its own units: foot at (0, 0), y up is negative, sized beside a character of about 180 units. */
export function drawProp(brush: Brush, kind: PropKind, options: PropOptions = {}): void {
  brush.seededBy(options.seed ?? 1, () => props[kind].draw(brush, options));
}

/** Height in units. */
export function propHeight(kind: PropKind): number {
  return props[kind].height;
}

/** Widest extent in units. */
export function propWidth(kind: PropKind): number {
  return props[kind].width;
}

/** Where a hand holds the prop, in units. */
export function propGrip(kind: PropKind): readonly [number, number] {
  return props[kind].grip ?? [0, -propHeight(kind) / 2];
}

/** Where a face goes on the prop: its centre and half the distance of the eyes, in units. */
export function propFace(kind: PropKind): { x: number; y: number; span: number } {
  const height = propHeight(kind);
  return props[kind].face ?? { x: 0, y: -height / 2, span: Math.min(height, propWidth(kind)) * 0.16 };
}
