import type { Shape } from '../../plan/shape.ts';
import type { Wish } from '../../wish/read.ts';

/** What a plot of one sort of wish is told with; what it leaves out is the same in all of them. */
type PlotParts = Omit<Shape, 'usesNeed' | 'parts' | 'fits' | 'bands'> & {
  when(wish: Wish): boolean;
  /** How well it fits; less where another shape tells the same wish as well. Default 40: it goes before all others. */
  fit?: number;
};

/** A plot about the very thing a wish asks for, so that it goes before shapes that would serve any wish. */
export function plot({ when, fit = 40, tell, ...rest }: PlotParts): Shape {
  return {
    bands: ['4-5', '6-7', '8-10'],
    usesNeed: false,
    parts: ['f', 'm'],
    fits: (wish) => (!wish.aim && when(wish) ? fit : 0),
    ...rest,
    tell: { try3: ['{adviser}'], try4: ['{sense}', '{adviser}'], ...tell },
  };
}

/** The same for the youngest. */
export function smallPlot({ when, fit = 40, ...rest }: PlotParts): Shape {
  return {
    bands: ['2-3'],
    usesNeed: false,
    parts: ['f'],
    fits: (wish) => (!wish.aim && when(wish) ? fit : 0),
    ...rest,
  };
}

/** Whether a wish wants something that the pattern names. */
export function wants(pattern: RegExp): (wish: Wish) => boolean {
  return (wish) => wish.heroes.length < 2 && pattern.test(wish.goal?.phrase ?? '');
}
