import { luma, mix } from '../../colour.ts';
import { curve, ellipse, limb, spline } from '../../paths.ts';
import { drawEyes, drawMouth } from '../face.ts';
import { slide, type Figure } from '../figure.ts';
import { hairTones } from './hair/hair.ts';
import { hairs } from './hair/index.ts';

/** Where the eyes of a person are, in head units. */
export const personEyes = { apart: 18.5, y: 4, r: 5.4, depth: 9 };

/** A person's head with neck, ears, face and hair. */
export function drawPersonHead(fig: Figure): void {
  const { brush } = fig;
  const person = fig.character.person!;
  const skin = person.skin;
  const shadow = skinShadow(skin);
  const hair = hairs[person.hair];
  const tones = hairTones(fig);
  const isChild = fig.character.species === 'child';
  brush.shape(
    limb(
      [
        [-2, 28],
        [-2, 40],
        [-2, isChild ? 47 : 52],
      ],
      isChild ? [12, 11, 13] : [15, 14, 17],
    ),
    mix(skin, shadow, 0.5),
    { to: shadow, along: [0, 60, 0, 36], lift: 1, edge: 0 },
  );
  if (fig.away) {
    ears(fig, skin);
    hair.away(fig, tones);
    return;
  }
  hair.behind?.(fig, tones);
  const covered = person.hair === 'headscarf';
  if (!covered) ears(fig, skin);
  const t = fig.turn;
  const skull = isChild
    ? spline([
        [0, -53],
        [29, -45],
        [45 - t, -14],
        [45, 10],
        [36 + t * 2, 31],
        [17 + t * 4, 43],
        [t * 4, 45],
        [-18 + t * 2, 43],
        [-39, 30],
        [-47, 10],
        [-46, -14],
        [-29, -45],
      ])
    : spline([
        [0, -50],
        [29, -45],
        [43 - t, -16],
        [42, 10],
        [34 + t * 2, 33],
        [17 + t * 4, 49],
        [t * 4, 52],
        [-17 + t * 3, 49],
        [-36, 32],
        [-44, 10],
        [-44, -16],
        [-29, -45],
      ]);
  brush.shape(skull, mix(skin, '#fff0d8', 0.14), {
    to: mix(skin, shadow, 0.6),
    along: [-26, -44, 34, 52],
    lift: 3,
    halo: 2,
  });
  brush.form(skull, -48, 26, 34, shadow, 0.4);
  const [sx, sy] = slide(fig, 9);
  const line = luma(skin) < 0.42 ? mix(skin, '#1a0508', 0.82) : mix(skin, '#4a1418', 0.75);
  const blush = mix('#e0584c', skin, 0.12);
  brush.clip(skull, () =>
    drawEyes(fig, {
      eyes: { ...personEyes, iris: fig.tones.eyes },
      mouth: { y: 22, w: 9 },
      cheeks: { apart: 27, y: 17, r: 13, colour: blush },
      brows: { colour: mix(tones.main, '#2a1818', 0.3), y: -10, width: 7, always: true },
      depth: { eyes: 9 },
      line,
    }),
  );
  const [nx, ny] = slide(fig, 13);
  brush.line(
    curve(
      t
        ? [
            [nx + 1, 6 + ny],
            [nx + 5.5, 12 + ny],
            [nx + 1, 14.5 + ny],
          ]
        : [
            [-4, 13 + ny],
            [0, 15.5 + ny],
            [4, 13 + ny],
          ],
    ),
    line,
    1.9,
    0.75,
  );
  if (fig.sway > 0.35 && isChild) {
    for (const [x, y] of [
      [-22, 12],
      [-17, 16],
      [-26, 17],
      [19, 12],
      [24, 16],
      [15, 16],
    ] as const)
      brush.dab(ellipse(x + sx, y + sy, 1.1), mix(skin, '#8a3a20', 0.6), 0.7);
  }
  drawMouth(fig, nx * 0.85, (isChild ? 24 : 27) + ny * 0.9, 9.5, line);
  hair.front?.(fig, tones);
  if (person.aids.includes('hearing-aid') && !covered) hearingAid(fig);
}

/** Skin in shadow: redder, never grey. */
export function skinShadow(skin: string): string {
  return mix(skin, '#8a3424', 0.36);
}

/** Hair that hangs behind the shoulders. */
export function drawBackHair(fig: Figure): void {
  hairs[fig.character.person!.hair].back?.(fig, hairTones(fig));
}

function ears(fig: Figure, skin: string): void {
  const shadow = skinShadow(skin);
  for (const side of [-1, 1]) {
    if (side > 0 && fig.turn) continue;
    const x = side * 46 + fig.turn * 4;
    fig.brush.shape(ellipse(x, 8, 8.5, 11), skin, { to: shadow, along: [0, -3, 0, 20], lift: 1.5, halo: 1.5 });
    if (!fig.away)
      fig.brush.line(
        curve([
          [x + side * 3, 2],
          [x - side * 1, 6],
          [x + side * 1, 12],
        ]),
        shadow,
        1.7,
        0.8,
      );
  }
}

function hearingAid(fig: Figure): void {
  const { brush } = fig;
  const skin = fig.character.person!.skin;
  const x = -45 + fig.turn * 4;
  const colour = fig.tones.accent;
  // The hair is tucked behind the ear, so that the aid is seen.
  brush.shape(ellipse(x, 8, 9, 12), skin, { to: skinShadow(skin), along: [0, -4, 0, 22], lift: 1.5, halo: 1.5 });
  brush.line(
    curve([
      [x + 3, -6],
      [x - 5, -5],
      [x - 10, 3],
      [x - 8, 13],
    ]),
    colour,
    6.5,
  );
  brush.line(
    curve([
      [x + 3, -6],
      [x + 6, 2],
      [x + 2, 8],
    ]),
    mix(colour, '#ffffff', 0.5),
    2,
  );
  brush.dab(ellipse(x + 1.5, 9, 3.6), colour);
}
