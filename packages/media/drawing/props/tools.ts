import { curve, ellipse, limb, mirror, spline } from '../paths.ts';
import { board, solid, tones } from './parts.ts';
import type { Prop } from './prop.ts';

const bell: Prop = {
  height: 40,
  width: 38,
  grip: [0, -38],
  face: { x: 0, y: -18, span: 6 },
  draw(brush, { colour = '#e0b040' }) {
    brush.line(ellipse(0, -38, 4), tones(colour).deep, 2.6);
    brush.dab(ellipse(0, -1, 5), tones(colour).deep);
    solid(
      brush,
      spline(
        mirror([
          [0, -37],
          [11, -32],
          [13, -14],
          [19, -5],
          [0, -2],
        ]),
      ),
      colour,
      -14,
      18,
    );
    brush.dab(
      limb(
        [
          [-7, -28],
          [-9, -12],
        ],
        [1.8, 1.4],
      ),
      '#fff8dc',
      0.7,
    );
  },
};

const key: Prop = {
  height: 40,
  width: 18,
  grip: [0, -32],
  draw(brush, { colour = '#d8a83c' }) {
    brush.line(ellipse(0, -31, 7.5), tones(colour).deep, 5);
    brush.line(ellipse(0, -31, 7.5), colour, 3.4);
    solid(
      brush,
      limb(
        [
          [0, -24],
          [0, -1],
        ],
        [2.2, 2],
      ),
      colour,
      -2,
      3,
      1.5,
    );
    for (const y of [-8, -3]) board(brush, 0, y - 2, 8, y + 1.6, colour, 1);
  },
};

const rope: Prop = {
  height: 30,
  width: 56,
  draw(brush, { colour = '#c9a06c' }) {
    for (const [y, w] of [
      [-6, 26],
      [-13, 25],
      [-20, 23],
    ] as const) {
      brush.line(ellipse(0, y, w, 6.5), tones(colour).deep, 8);
      brush.line(ellipse(0, y, w, 6.5), colour, 6);
      for (let i = 0; i < 12; i++) {
        const a = (i / 12) * 6.283;
        brush.line(
          curve([
            [Math.cos(a) * w - 2, y + Math.sin(a) * 6.5 - 2],
            [Math.cos(a) * w + 2, y + Math.sin(a) * 6.5 + 2],
          ]),
          tones(colour).deep,
          1.1,
          0.6,
        );
      }
    }
    brush.line(
      curve([
        [20, -4],
        [34, 0],
        [42, -3],
      ]),
      colour,
      5,
    );
  },
};

const toolbox: Prop = {
  height: 50,
  width: 76,
  grip: [0, -48],
  draw(brush, { state, colour = '#c8584c' }) {
    if (state === 'open') {
      brush.line(
        curve([
          [-18, -24],
          [-24, -54],
        ]),
        '#a8744c',
        5,
      );
      brush.shape(
        spline(
          [
            [-32, -52],
            [-16, -56],
            [-15, -48],
            [-31, -45],
          ],
          0.3,
        ),
        '#8a939c',
        { lift: 1.5 },
      );
      brush.line(
        curve([
          [12, -24],
          [18, -52],
        ]),
        '#b0b8c0',
        4,
      );
      brush.line(
        curve([
          [11, -26],
          [13, -36],
        ]),
        '#e0a83c',
        6,
      );
    } else {
      brush.line(
        curve(
          [
            [-22, -36],
            [-18, -48],
            [18, -48],
            [22, -36],
          ],
          0.5,
        ),
        '#5a4a48',
        4,
      );
    }
    solid(
      brush,
      spline(
        [
          [-36, -34],
          [36, -34],
          [36, -1],
          [-36, -1],
        ],
        0.08,
      ),
      colour,
      -34,
      36,
    );
    board(brush, -37, -37, 37, -29, tones(colour).lit, 2);
    brush.shape(ellipse(0, -26, 5), '#f0d080', { lift: 1 });
  },
};

const wateringCan: Prop = {
  height: 56,
  width: 84,
  grip: [-4, -54],
  draw(brush, { colour = '#5f9a8c' }) {
    brush.line(
      curve([
        [-20, -34],
        [-14, -54],
        [10, -54],
        [18, -38],
      ]),
      tones(colour).deep,
      4.4,
    );
    brush.line(
      curve([
        [-22, -30],
        [-38, -28],
        [-36, -8],
        [-22, -6],
      ]),
      tones(colour).deep,
      4,
    );
    brush.shape(
      limb(
        [
          [20, -12],
          [34, -28],
          [42, -40],
        ],
        [6, 4, 3.4],
      ),
      colour,
      { to: tones(colour).deep, along: [18, 0, 44, 0], lift: 2 },
    );
    brush.shape(ellipse(43, -42, 8, 4.4, -0.7), tones(colour).lit, { lift: 1.5 });
    solid(
      brush,
      spline(
        [
          [-22, -36],
          [22, -36],
          [24, -2],
          [-24, -2],
        ],
        0.18,
      ),
      colour,
      -22,
      24,
    );
    brush.shape(ellipse(0, -36, 22, 5), tones(colour).deep, { lift: 0 });
    brush.line(
      curve([
        [-23, -14],
        [0, -11],
        [23, -14],
      ]),
      tones(colour).lit,
      2.4,
      0.8,
    );
  },
};

/** Things to work with. */
export const tools = { bell, key, rope, toolbox, 'watering-can': wateringCan } satisfies Record<string, Prop>;
