import type { World } from '@kinora/capabilities';

/** Hues that go well together, in degrees of OKLCH. */
export type Harmony = readonly [main: number, sky: number, haze: number, accent: number];

/** What a world's colours can be. */
export type Range = {
  harmonies: readonly Harmony[];
  isAbstract?: true;
  swaps?: true;
  chroma: number;
  daylight: number;
};

/** Colours of each world, as they were found by looking at its pictures. */
export const ranges: Record<World, Range> = {
  'neon-city': {
    swaps: true,
    harmonies: [
      [300, 270, 330, 200],
      [265, 278, 350, 350],
      [330, 290, 320, 190],
      [210, 258, 225, 345],
    ],
    chroma: 0.17,
    daylight: 0.08,
  },
  cosmos: {
    swaps: true,
    harmonies: [
      [280, 262, 305, 60],
      [250, 270, 210, 350],
      [310, 285, 340, 190],
      [215, 258, 230, 40],
    ],
    chroma: 0.14,
    daylight: 0.06,
  },
  ocean: {
    harmonies: [
      [222, 238, 205, 35],
      [200, 226, 190, 350],
      [245, 256, 20, 60],
      [190, 212, 182, 20],
    ],
    chroma: 0.12,
    daylight: 0.38,
  },
  'desert-road': {
    harmonies: [
      [36, 8, 52, 210],
      [34, 238, 68, 195],
      [26, 335, 34, 185],
      [38, 290, 24, 195],
    ],
    chroma: 0.12,
    daylight: 0.55,
  },
  geometry: {
    harmonies: [
      [265, 236, 255, 45],
      [20, 262, 300, 200],
      [165, 215, 190, 20],
      [320, 280, 330, 80],
    ],
    isAbstract: true,
    swaps: true,
    chroma: 0.16,
    daylight: 0.4,
  },
  'liquid-light': {
    harmonies: [
      [320, 266, 300, 60],
      [205, 272, 230, 345],
      [15, 322, 350, 190],
      [280, 250, 205, 40],
    ],
    isAbstract: true,
    swaps: true,
    chroma: 0.18,
    daylight: 0.22,
  },
  'dream-garden': {
    harmonies: [
      [150, 222, 345, 352],
      [146, 305, 345, 20],
      [168, 242, 300, 70],
      [155, 192, 172, 325],
    ],
    chroma: 0.12,
    daylight: 0.5,
  },
  'film-noir': {
    harmonies: [
      [262, 262, 258, 60],
      [240, 250, 240, 30],
      [285, 280, 290, 75],
    ],
    chroma: 0.022,
    daylight: 0.12,
  },
  'mountain-dawn': {
    harmonies: [
      [258, 275, 28, 48],
      [280, 325, 40, 62],
      [240, 240, 222, 345],
      [228, 300, 350, 75],
    ],
    chroma: 0.115,
    daylight: 0.48,
  },
  'paper-theatre': {
    harmonies: [
      [20, 236, 212, 85],
      [265, 8, 40, 195],
      [165, 252, 300, 15],
      [312, 276, 330, 85],
    ],
    isAbstract: true,
    swaps: true,
    chroma: 0.14,
    daylight: 0.5,
  },
};
