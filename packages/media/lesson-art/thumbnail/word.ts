import { contrastOf, contrastWithin } from '../contrast.ts';
import { palettes, withAlpha } from '../palette.ts';
import { round } from '../plate.ts';
import { coverBox, drawGlow } from '../source.ts';
import { setBlock } from '../type/block.ts';
import type { Box } from '../type/block.ts';
import { drawBlock } from '../type/draw.ts';
import { regionIn } from './parts.ts';
import type { Lettering, Stage } from './parts.ts';

const night = palettes.night;
const white = '#fffaf0';
/** Letters this large are legible from 3 on; on a phone in the sun more is better. */
const leastContrast = 6;

/**
 * The word as large as it can be, out of the dark that falls over one side of the picture; its meaning on a strip of light.
 */
export function drawWordDesign({ context, frame, unit, picture, subject, parts }: Stage): Lettering {
  const isLeft = subject.x + subject.width / 2 >= 0.46;
  const margin = 62 * unit;
  const room = Math.min(frame.width * 0.54, freeRoom(subject, { isLeft, frame, margin }));
  const word = setBlock(parts.word, {
    style: 'poster',
    width: room,
    height: frame.height * 0.62,
    lines: 2,
    size: 268 * unit,
    smallest: 62 * unit,
    leading: 1.1,
  });
  const [padX, padY] = [26 * unit, 13 * unit];
  const gloss = setBlock(parts.gloss, {
    style: 'strong',
    width: room - 2 * padX,
    height: frame.height * 0.3,
    lines: 2,
    size: 74 * unit,
    smallest: 38 * unit,
    leading: 1.2,
  });
  const gap = 30 * unit;
  const strip = { width: gloss.width + 2 * padX, height: gloss.height + 2 * padY };
  const height = word.height + gap + strip.height;
  const x = isLeft ? margin : frame.width - margin - Math.max(word.width, strip.width);
  const y = (frame.height - height) / 2 - 8 * unit;
  const wordBox = { x, y, width: word.width, height: word.height };
  const stripBox = { x: x - 4 * unit, y: y + word.height + gap, ...strip };

  const place = coverBox(picture, { x: 0, y: 0, ...frame }, centreOf(subject));
  place.x += shiftFor(regionIn(subject, place), {
    isLeft,
    frame,
    edge: isLeft ? x + room : frame.width - margin - room,
  });
  const paint = (strength: number) => {
    context.fillStyle = night.house;
    context.fillRect(0, 0, frame.width, frame.height);
    drawGlow(context, picture, { x: 0, y: 0, ...frame });
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, place.x, place.y, place.width, place.height);
    shade(context, {
      frame,
      isLeft,
      reach: margin + Math.max(word.width, strip.width),
      uncovered: uncoveredOf(place, frame),
      strength,
    });
  };
  let contrast = 0;
  for (const strength of [0.82, 0.9, 0.96, 1]) {
    paint(strength);
    contrast = contrastWithin(context, wordBox, white);
    if (contrast >= leastContrast) break;
  }
  context.save();
  context.shadowColor = withAlpha('#04050e', 0.7);
  context.shadowBlur = 26 * unit;
  drawBlock(context, word, { ...wordBox, colour: white, reading: night.lampText });
  context.restore();
  context.fillStyle = night.lamp;
  round(context, stripBox, 12 * unit);
  context.fill();
  drawBlock(context, gloss, { x: stripBox.x + padX, y: stripBox.y + padY, colour: night.lampInk });
  return {
    letters: [wordBox, stripBox],
    subject: regionIn(subject, place),
    contrast: Math.min(contrast, contrastOf(night.lamp, night.lampInk)),
    isCut: word.isCut || gloss.isCut,
  };
}

function centreOf({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  return { x: x + width / 2, y: y + height / 2 };
}

type Aim = { isLeft: boolean; frame: { width: number } };

/** Width that is left for letters when the subject has been moved aside as far as it goes; a third at least. */
function freeRoom(subject: { width: number }, { frame, margin }: Aim & { margin: number }): number {
  return Math.max(frame.width * 0.36, frame.width * (0.97 - subject.width) - margin * 1.6);
}

/** How far the picture moves so that the subject is clear of the letters. */
function shiftFor(subject: Box, { isLeft, frame, edge }: Aim & { edge: number }): number {
  const most = frame.width * 0.36;
  if (isLeft) {
    const wanted = Math.max(0, edge - subject.x);
    return Math.min(wanted, most, Math.max(0, frame.width * 0.985 - subject.x - subject.width));
  }
  const wanted = Math.max(0, subject.x + subject.width - edge);
  return -Math.min(wanted, most, Math.max(0, subject.x - frame.width * 0.015));
}

/** Width at the sides that the picture no longer covers. */
function uncoveredOf(place: Box, frame: { width: number }): number {
  return Math.max(0, place.x, frame.width - place.x - place.width);
}

/** Dark that falls over one side as far as the letters reach, without an edge; opaque where the picture doesn't reach. */
function shade(
  context: Stage['context'],
  {
    frame,
    isLeft,
    reach,
    uncovered,
    strength,
  }: { frame: { width: number; height: number }; isLeft: boolean; reach: number; uncovered: number; strength: number },
): void {
  const full = Math.max(reach * 0.86, uncovered * 1.04);
  const length = Math.min(frame.width, full + frame.width * 0.26);
  const [from, to] = isLeft ? [0, length] : [frame.width, frame.width - length];
  const dark = context.createLinearGradient(from, 0, to, 0);
  const top = uncovered > 0 ? Math.max(strength, 0.97) : strength;
  dark.addColorStop(0, withAlpha(night.house, top));
  for (let step = 0; step <= 10; step++) {
    const share = step / 10;
    const alpha = top * (0.5 + 0.5 * Math.cos(Math.PI * share));
    dark.addColorStop((full + (length - full) * share) / length, withAlpha(night.house, alpha));
  }
  context.fillStyle = dark;
  context.fillRect(0, 0, frame.width, frame.height);
}
