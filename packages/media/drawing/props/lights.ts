import { mix } from '../colour.ts';
import { curve, ellipse, limb, spline, star } from '../paths.ts';
import type { Prop } from './prop.ts';

const lantern: Prop = {
  height: 62,
  width: 36,
  grip: [0, -58],
  face: { x: 0, y: -22, span: 7 },
  draw(brush, { state, colour = '#4a342c' }) {
    const lit = state !== 'out' && state !== 'empty';
    brush.line(
      curve([
        [-9, -46],
        [0, -60],
        [9, -46],
      ]),
      colour,
      2.4,
    );
    const glass = spline([
      [-13, -42],
      [13, -42],
      [16, -26],
      [12, -6],
      [-12, -6],
      [-16, -26],
    ]);
    if (lit) brush.lamp(0, -24, 64, '#ffd070', 0.8);
    brush.shape(glass, lit ? '#ffd872' : '#8a93a8', {
      to: lit ? '#f58e2c' : '#5a6078',
      along: [0, -40, 0, -4],
      lift: lit ? 0 : 1,
    });
    if (lit) {
      brush.dab(
        spline([
          [0, -38],
          [6, -24],
          [0, -13],
          [-6, -24],
        ]),
        '#fffbe6',
      );
    }
    for (const y of [-44, -8]) {
      brush.shape(
        spline(
          [
            [-13, y - 1],
            [13, y - 1],
            [16, y + 6],
            [-16, y + 6],
          ],
          0.6,
        ),
        colour,
        { lift: 1 },
      );
    }
    for (const x of [-7, 7]) {
      brush.line(
        curve([
          [x, -42],
          [x * 1.2, -26],
          [x, -7],
        ]),
        colour,
        1.5,
      );
    }
  },
};

const lamp: Prop = {
  height: 120,
  width: 96,
  grip: [0, -40],
  face: { x: 0, y: -88, span: 15 },
  draw(brush, { state, colour = '#ee9440' }) {
    const lit = state !== 'out';
    brush.contact(0, 0, 30, 5, 0.4);
    brush.shape(
      limb(
        [
          [0, -4],
          [1, -24],
          [0, -62],
        ],
        [22, 9, 5],
      ),
      '#7aa0a0',
      { to: '#3c6070', along: [-20, 0, 20, 0], lift: 3 },
    );
    if (lit) brush.lamp(0, -84, 150, '#ffcf78', 0.62);
    brush.shape(
      spline(
        [
          [-24, -120],
          [24, -120],
          [46, -58],
          [0, -50],
          [-46, -58],
        ],
        0.35,
      ),
      lit ? colour : mix(colour, '#4a4058', 0.45),
      { to: lit ? '#ffdf9c' : mix(colour, '#2a2440', 0.5), along: [0, -120, 0, -50], lift: 3, halo: 3 },
    );
    for (const [x, y] of [
      [-20, -80],
      [2, -98],
      [22, -76],
    ] as const) {
      brush.dab(star(x, y, 8), mix(colour, '#fff3d0', 0.5), 0.75);
    }
  },
};

const candle: Prop = {
  height: 54,
  width: 34,
  grip: [0, -10],
  face: { x: 0, y: -22, span: 5 },
  draw(brush, { state, colour = '#f6ecd8' }) {
    const lit = state !== 'out';
    brush.shape(ellipse(0, -3, 17, 4.5), '#b9863c', { to: '#7c5428', along: [-16, 0, 16, 0], lift: 2 });
    brush.line(ellipse(17, -6, 5, 4), '#b9863c', 2);
    brush.shape(
      spline(
        [
          [-7, -36],
          [0, -38],
          [7, -36],
          [7.5, -5],
          [-7.5, -5],
        ],
        0.3,
      ),
      colour,
      { to: mix(colour, '#b08a78', 0.45), along: [-6, 0, 9, 0], lift: 2 },
    );
    brush.line(
      curve([
        [0, -37],
        [0.6, -42],
      ]),
      '#4a342c',
      1.3,
    );
    if (!lit) return;
    brush.lamp(0, -47, 56, '#ffcf78', 0.75);
    brush.shape(
      spline([
        [0, -58],
        [4.6, -46],
        [0, -40],
        [-4.6, -46],
      ]),
      '#fff0b0',
      { to: '#f79a34', along: [0, -52, 0, -39], lift: 0 },
    );
  },
};

const starProp: Prop = {
  height: 46,
  width: 46,
  grip: [0, -6],
  face: { x: 0, y: -21, span: 7 },
  draw(brush, { state, colour = '#ffd766' }) {
    const lit = state !== 'out';
    if (lit) brush.lamp(0, -23, 60, mix(colour, '#fff4c8', 0.4), 0.62);
    brush.shape(star(0, -23, 24, 5, 0.55, 0.75), lit ? mix(colour, '#fff6d0', 0.4) : colour, {
      to: colour,
      along: [0, -46, 0, -4],
      lift: lit ? 1.5 : 3,
      halo: 2,
    });
    brush.dab(star(-3, -26, 9, 5, 0.6, 0.8), '#fffbe8', 0.45);
  },
};

/** Things that shine. */
export const lights = { lantern, lamp, candle, star: starProp } satisfies Record<string, Prop>;
