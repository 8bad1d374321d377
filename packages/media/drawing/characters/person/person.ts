import type { CharacterSpec } from '@kinora/capabilities';
import { luma, mix } from '../../colour.ts';
import { curve, spline } from '../../paths.ts';
import { wears, type Garment } from '../cloth.ts';
import { shade, type Figure } from '../figure.ts';
import type { HeadSpec } from '../headwear.ts';
import { trunkPath } from '../rigs/trunk.ts';
import type { UprightPose } from '../rigs/upright-poses.ts';
import type { UprightSpec } from '../rigs/upright-spec.ts';
import { drawUpright } from '../rigs/upright.ts';
import type { SpeciesDrawing } from '../species/species.ts';
import { drawOnBelly, drawTuckedIn } from './bed.ts';
import { drawHand } from './hands.ts';
import { drawBackHair, drawPersonHead, personEyes } from './head.ts';
import { wheelchair } from './wheelchair.ts';

/** Proportions of a person. */
type Build = {
  legs: number;
  legWidths: readonly [number, number, number];
  torso: number;
  widths: readonly number[];
  arms: number;
  armWidths: readonly [number, number, number];
  hand: number;
  head: number;
};

const childBuild: Build = {
  legs: 68,
  legWidths: [11.5, 9.5, 8],
  torso: 68,
  widths: [13, 20, 21, 22, 23],
  arms: 64,
  armWidths: [8.5, 7.5, 6.2],
  hand: 7,
  head: 0.92,
};
const adultBuild: Build = {
  legs: 108,
  legWidths: [14.5, 11.5, 9],
  torso: 96,
  widths: [17, 28, 26, 27, 28],
  arms: 98,
  armWidths: [11, 9.5, 7.6],
  hand: 8.6,
  head: 0.88,
};

const fallback: NonNullable<CharacterSpec['person']> = {
  skin: '#d9a07a',
  hair: 'short',
  hairColour: '#4a3226',
  aids: [],
};

/** A child of about five. */
export const child: SpeciesDrawing = { height: 248, draw: (fig) => drawPerson(fig, childBuild) };
/** A grown-up. */
export const grownUp: SpeciesDrawing = { height: 312, draw: (fig) => drawPerson(fig, adultBuild) };

function drawPerson(plain: Figure, build: Build): void {
  const fig = dressed(plain);
  drawUpright(fig, body(fig, build));
}

/** Nobody goes without clothes: a top in the main colour where the story names none. */
function dressed(fig: Figure): Figure {
  const person = fig.character.person ?? fallback;
  const clothes: Garment[] = [...fig.character.clothes];
  if (!clothes.some(({ kind }) => kind === 'jumper' || kind === 'dress' || kind === 'pyjamas')) {
    clothes.unshift({
      kind: 'jumper',
      colour: fig.tones.main,
      pattern: (['plain', 'stripes', 'plain', 'dots'] as const)[Math.floor((fig.sway + 1) * 1.999)]!,
    });
  }
  return { ...fig, character: { ...fig.character, person, clothes } };
}

const huddled: UprightPose = {
  drop: 0.84,
  lean: 0.12,
  seated: true,
  near: [0.52, 0],
  far: [0.66, 0.02],
  nearArm: [0.86, 0.36, -1],
  farArm: [0.8, 0.3, 1],
  farInFront: true,
  nod: 0.3,
  tilt: 0.05,
};

function body(fig: Figure, build: Build): UprightSpec {
  const { brush, tones } = fig;
  const person = fig.character.person!;
  const { skin } = person;
  const dress = wears(fig, 'dress');
  const pyjamas = wears(fig, 'pyjamas');
  const barelegged = dress !== undefined;
  const trousers = barelegged ? (luma(tones.second) > 0.8 ? '#8a7a8c' : tones.second) : tones.second;
  const shoe = luma(tones.accent) > 0.75 ? shade(tones.accent) : mix(tones.accent, '#3a2a2c', 0.35);
  const legColour = pyjamas ? pyjamas.colour : trousers;
  const head: HeadSpec & { up: number; scale: number } = {
    draw: drawPersonHead,
    back: drawBackHair,
    up: 47 * build.head,
    scale: build.head,
    hat: { y: -26, width: person.hair === 'afro' ? 62 : 51, crown: person.hair === 'afro' ? -80 : -58 },
    eyes: personEyes,
  };
  const isAwake = fig.look.eyes !== 'resting';
  const reclined = () =>
    isAwake && !pyjamas && fig.look.lid < 0.5 && fig.character.pose === 'lie'
      ? drawOnBelly(fig, {
          length: build.legs + build.torso,
          head,
          scale: build.head,
          hand: build.hand,
          top: wears(fig, 'jumper', 'dress', 'pyjamas')!.colour,
          trousers,
          shoe,
        })
      : drawTuckedIn(fig, { length: build.legs + build.torso + 60, head, scale: build.head, hand: build.hand });
  const usesChair =
    person.aids.includes('wheelchair') && !['lie', 'curl-up', 'swim', 'fly'].includes(fig.character.pose);
  return {
    legs: { length: build.legs, widths: build.legWidths, apart: build.widths[4]! * 0.5, colour: legColour },
    feet: { length: build.legs > 80 ? 30 : 25, height: 12, colour: shoe },
    torso: { height: build.torso, widths: build.widths, colour: tones.main },
    arms: { length: build.arms, widths: build.armWidths, colour: skin, hand: build.hand, handColour: skin },
    head,
    hand: (kind) => drawHand(fig, kind, skin, build.hand),
    foot: (near) => drawShoe(fig, pyjamas ? skin : shoe, near, build.legs > 80 ? 1.2 : 1, !!pyjamas),
    mark: () => {
      if (dress || pyjamas) return;
      const w = build.widths[4]!;
      const path = trunkPath(
        { height: build.torso, widths: build.widths },
        { from: 0.74, to: 1.02, grow: [1, 1.5], turn: fig.turn, round: [1, 6] },
      );
      brush.shape(path, trousers, { to: shade(trousers), along: [-w, -10, w, 6], lift: 1.5, halo: 1.5 });
    },
    crossLegged: true,
    poses: isAwake ? { 'curl-up': huddled } : undefined,
    curled: isAwake && !pyjamas ? undefined : reclined,
    lying: reclined,
    seat: usesChair ? wheelchair(fig, build.legs * 0.86, build.torso * 0.66) : undefined,
  };
}

function drawShoe(fig: Figure, colour: string, near: boolean, scale: number, bare: boolean): void {
  const { brush } = fig;
  const side = near ? -1 : 1;
  const out = fig.turn ? 6 : side * 3;
  const tone = near ? colour : mix(colour, shade(colour), 0.3);
  brush.at(0, 0, scale, 0, false, () => {
    const path = spline(
      [
        [-9, -7],
        [6, -8],
        [out + 10, -3],
        [out + 15, 4],
        [out + 13, 8],
        [-8, 8],
        [-11, 2],
      ],
      0.85,
    );
    brush.shape(path, tone, { to: shade(tone, 0.35), along: [0, -8, 0, 9], lift: 2, halo: 1.5 });
    if (bare)
      return brush.line(
        curve([
          [out + 9, 1],
          [out + 12, 5],
        ]),
        shade(colour, 0.6),
        1.2,
        0.6,
      );
    brush.line(
      curve([
        [-9, 7.4],
        [out, 8],
        [out + 13, 7],
      ]),
      mix(tone, '#fff4e0', 0.7),
      2.6,
      0.9,
    );
    brush.line(
      curve([
        [out - 1, -4],
        [out + 3, 0],
      ]),
      mix(tone, '#fff4e0', 0.7),
      1.8,
      0.9,
    );
  });
}
