import type { Brush } from '../brush.ts';

/** What may vary about a prop. */
export type PropOptions = {
  state?: 'lit' | 'out' | 'open' | 'shut' | 'ajar' | 'full' | 'empty';
  /** Main colour, `#rrggbb`; omitted: its own. */
  colour?: string;
  /** Small variations. Default 1. */
  seed?: number;
};

/** How a prop is drawn: its foot at (0, 0), y up is negative. */
export type Prop = {
  /** Height in units; characters are about 180 units tall. */
  height: number;
  /** Widest extent in units. */
  width: number;
  /** Where a hand holds it, in units. Default: its middle. */
  grip?: readonly [number, number];
  /** Where a face goes when the prop is a character: centre, and half the distance of the eyes. Default: the middle. */
  face?: { x: number; y: number; span: number };
  draw(brush: Brush, options: PropOptions): void;
};
