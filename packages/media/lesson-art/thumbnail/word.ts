import { createCanvas } from '@napi-rs/canvas';
import { contrastOf, contrastWithin } from '../contrast.ts';
import { palettes, withAlpha } from '../palette.ts';
import { round } from '../plate.ts';
import { coverBox, drawGlow } from '../source.ts';
import { setBlock } from '../type/block.ts';
import type { Box } from '../type/block.ts';
import { drawBlock } from '../type/draw.ts';
import { centreOf, regionIn, zoomFor } from './parts.ts';
import type { Lettering, Stage } from './parts.ts';

const night = palettes.night;
const white = '#fffaf0';
/** Letters this large are legible from 3 on; on a phone in the sun more is better. */
const leastContrast = 10;

/**
 * The word as large as it can be, out of the dark that falls over one side of the picture; its meaning on a strip of light.
 */
export function drawWordDesign({ context, frame, unit, picture, subject, parts }: Stage): Lettering {
  const zoom = zoomFor(subject, { width: 0.36, height: 0.74 });
  const isLeft = subject.x + subject.width / 2 >= 0.46;
  const margin = 62 * unit;
  const room = Math.min(frame.width * 0.54, freeRoom(subject.width * zoom, { isLeft, frame, margin }));
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

  const place = coverBox(picture, { x: 0, y: 0, ...frame }, { focus: centreOf(subject), zoom });
  place.x += shiftFor(regionIn(subject, place), {
    isLeft,
    frame,
    edge: isLeft ? x + room : frame.width - margin - room,
  });
  const reach = margin + Math.max(word.width, strip.width);
  const clear = regionIn(subject, place);
  // The dark ends where the subject begins.
  const face = (isLeft ? clear.x : frame.width - clear.x - clear.width) + clear.width * 0.06;
  const shadow = { frame, isLeft, reach, face, uncovered: uncoveredOf(place, frame) };
  const paint = (strength: number) => {
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, place.x, place.y, place.width, place.height);
    // Out of focus behind the letters: what is written in the picture would be read along with them.
    const soft = createCanvas(frame.width, frame.height);
    const inner = soft.getContext('2d');
    drawGlow(inner, picture, { x: 0, y: 0, ...frame });
    inner.globalCompositeOperation = 'destination-in';
    shade(inner, { ...shadow, colour: '#000000', strength: 1 });
    context.drawImage(soft, 0, 0);
    shade(context, { ...shadow, colour: night.house, strength });
  };
  let contrast = 0;
  for (const strength of [0.76, 0.82, 0.88, 0.94, 1]) {
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
    subject: clear,
    contrast: Math.min(contrast, contrastOf(night.lamp, night.lampInk)),
    isCut: word.isCut || gloss.isCut,
  };
}

type Aim = { isLeft: boolean; frame: { width: number } };

/** Width that is left for letters when the subject has been moved aside as far as it goes; a third at least. */
function freeRoom(subjectWidth: number, { frame, margin }: Aim & { margin: number }): number {
  return Math.max(frame.width * 0.36, frame.width * (0.97 - subjectWidth) - margin * 1.6);
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

type Shade = {
  frame: { width: number; height: number };
  isLeft: boolean;
  /** How far the letters reach, and the edge of what the picture leaves open. */
  reach: number;
  uncovered: number;
  /** Where it should end at the latest. */
  face: number;
  colour: string;
  strength: number;
};

/** A colour that falls over one side as far as the letters reach, without an edge. */
function shade(context: Stage['context'], { frame, isLeft, reach, uncovered, face, colour, strength }: Shade): void {
  const full = Math.max(reach + frame.width * 0.004, uncovered * 1.04);
  const length = Math.min(frame.width, Math.max(full + frame.width * 0.08, Math.min(face, full + frame.width * 0.24)));
  const [from, to] = isLeft ? [0, length] : [frame.width, frame.width - length];
  const gradient = context.createLinearGradient(from, 0, to, 0);
  gradient.addColorStop(0, withAlpha(colour, strength));
  for (let step = 0; step <= 10; step++) {
    const share = step / 10;
    const alpha = strength * (0.5 + 0.5 * Math.cos(Math.PI * share));
    gradient.addColorStop(Math.min(1, (full + (length - full) * share) / length), withAlpha(colour, alpha));
  }
  context.fillStyle = gradient;
  context.fillRect(0, 0, frame.width, frame.height);
}
