import type { StrokeLayer } from './layers.ts';

/** The looks that are made of strokes, their layers from the bottom up. */
export const strokeLayers: Readonly<Record<'oil' | 'pastel' | 'pencil' | 'ink', readonly StrokeLayer[]>> = {
  oil: oil(),
  pastel: pastel(),
  pencil: pencil(),
  ink: ink(),
};

function oil(): StrokeLayer[] {
  const paint = { bristle: 0.55, tint: { saturation: 1.3, curve: 0.5, warmth: 1 } };
  return [
    {
      ...paint,
      seed: 11,
      spacing: 11,
      length: 30,
      breadth: 9.5,
      sway: 0.55,
      hue: 0.13,
      clip: 0.36,
      opacity: 0.98,
      colours: 'broad',
    },
    {
      ...paint,
      seed: 12,
      spacing: 7.6,
      length: 17,
      breadth: 4.8,
      sway: 0.4,
      hue: 0.11,
      clip: 0.26,
      opacity: 0.96,
      body: 0.9,
      colours: 'settled',
      guide: { by: 'gradient', from: 0.018, spread: 0.05 },
    },
    {
      ...paint,
      seed: 13,
      spacing: 4.4,
      length: 9,
      breadth: 2.3,
      sway: 0.2,
      hue: 0.06,
      clip: 0.2,
      opacity: 0.95,
      bristle: 0.4,
      body: 0.6,
      colours: 'source',
      guide: { by: 'gradient', from: 0.045, spread: 0.06 },
    },
  ];
}

function pastel(): StrokeLayer[] {
  const chalk = { isInside: true, body: 0, tint: { saturation: 1.4, gain: 0.9, lift: 0.1 } };
  return [
    {
      ...chalk,
      seed: 41,
      spacing: 12,
      length: 30,
      breadth: 6.5,
      sway: 0.25,
      hue: 0.12,
      clip: 0.4,
      opacity: 0.75,
      bristle: 0.6,
      angle: -0.9,
      tooth: { level: 0.52, floor: 0.3 },
      colours: 'broad',
    },
    {
      ...chalk,
      seed: 42,
      spacing: 7.6,
      length: 17,
      breadth: 3.2,
      sway: 0.5,
      hue: 0.26,
      clip: 0.3,
      opacity: 0.75,
      bristle: 0.45,
      tooth: { level: 0.5, floor: 0.36 },
      colours: 'settled',
      guide: { by: 'gradient', from: 0.012, spread: 0.03, always: 0.35 },
    },
    {
      ...chalk,
      seed: 43,
      spacing: 4.2,
      length: 9,
      breadth: 1.8,
      sway: 0.3,
      hue: 0.12,
      clip: 0.25,
      opacity: 0.9,
      bristle: 0.2,
      tooth: { level: 0.42, floor: 0.3 },
      colours: 'source',
      guide: { by: 'gradient', from: 0.04, spread: 0.04 },
    },
  ];
}

function pencil(): StrokeLayer[] {
  // Tone by layers of hatching, each where the picture is darker than the one before.
  const hatch = (tone: number) => ({ by: 'darkness' as const, from: 1.1 - tone, spread: -0.2 });
  const graphite = { medium: 'graphite' as const, colours: 'broad' as const, bristle: 0.1, isInside: true };
  return [
    {
      ...graphite,
      seed: 31,
      spacing: 7,
      length: 20,
      breadth: 1,
      sway: 0.08,
      opacity: 0.3,
      angle: -0.85,
      tooth: { level: 0.5, floor: 0.3 },
      guide: hatch(0.7),
    },
    {
      ...graphite,
      seed: 32,
      spacing: 6,
      length: 12,
      breadth: 1,
      sway: 0.16,
      opacity: 0.36,
      tooth: { level: 0.48, floor: 0.3 },
      guide: hatch(0.52),
    },
    {
      ...graphite,
      seed: 33,
      spacing: 5.5,
      length: 13,
      breadth: 1.1,
      sway: 0.08,
      opacity: 0.42,
      angle: -0.95,
      tooth: { level: 0.45, floor: 0.3 },
      guide: hatch(0.37),
    },
    {
      ...graphite,
      seed: 34,
      spacing: 5,
      length: 11,
      breadth: 1.2,
      sway: 0.14,
      opacity: 0.5,
      tooth: { level: 0.4, floor: 0.3 },
      guide: hatch(0.25),
    },
    {
      ...graphite,
      seed: 35,
      spacing: 4.5,
      length: 11,
      breadth: 1.4,
      sway: 0.1,
      opacity: 0.62,
      angle: -1.25,
      tooth: { level: 0.3, floor: 0.3 },
      guide: hatch(0.15),
    },
  ];
}

function ink(): StrokeLayer[] {
  return [
    {
      seed: 21,
      spacing: 11,
      length: 34,
      breadth: 9,
      sway: 0.3,
      hue: 0.16,
      clip: 0.3,
      opacity: 0.9,
      bristle: 0.85,
      lift: 5,
      body: 0,
      medium: 'ink',
      colours: 'settled',
      guide: { by: 'darkness', from: 0.403, spread: 0.152 },
    },
  ];
}
