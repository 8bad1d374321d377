import { mix } from '../colour.ts';
import { curve, ellipse, limb, mirror, spline } from '../paths.ts';
import type { Point } from '../paths.ts';
import { solid, tones } from './parts.ts';
import type { Prop } from './prop.ts';

const acorn: Prop = {
  height: 26,
  width: 20,
  draw(brush, { colour = '#c08a4c' }) {
    solid(
      brush,
      spline(
        mirror([
          [0, -16],
          [8, -15],
          [7, -5],
          [0, 1],
        ]),
      ),
      colour,
      -7,
      8,
      2,
    );
    brush.shape(
      spline(
        mirror([
          [0, -24],
          [8, -21],
          [10, -14],
          [0, -12],
        ]),
      ),
      '#7a5a38',
      { to: '#4a3428', along: [-8, 0, 10, 0], lift: 1.5 },
    );
    brush.line(
      curve([
        [0, -23],
        [1, -28],
      ]),
      '#5a4030',
      2,
    );
  },
};

const feather: Prop = {
  height: 46,
  width: 20,
  grip: [0, -4],
  draw(brush, { colour = '#7fa8c0' }) {
    brush.at(0, 0, 1, 0.22, false, () => {
      brush.shape(
        spline([
          [0, -8],
          [8, -22],
          [7, -38],
          [0, -48],
          [-6, -36],
          [-7, -20],
        ]),
        mix(colour, '#ffffff', 0.35),
        { to: colour, along: [-6, 0, 8, 0], lift: 1.5, halo: 1.5 },
      );
      brush.line(
        curve([
          [0, 0],
          [0.6, -22],
          [0, -45],
        ]),
        tones(colour).deep,
        1.3,
      );
      for (let i = 0; i < 6; i++) {
        for (const s of [-1, 1])
          brush.line(
            curve([
              [0, -12 - i * 5],
              [s * 5.4, -17 - i * 5],
            ]),
            tones(colour).deep,
            0.8,
            0.5,
          );
      }
    });
  },
};

const flower: Prop = {
  height: 50,
  width: 34,
  grip: [0, -12],
  face: { x: 0, y: -38, span: 3.4 },
  draw(brush, { colour = '#e2735a' }) {
    brush.line(
      curve([
        [0, 0],
        [-2, -16],
        [0, -34],
      ]),
      '#5f8c4c',
      2.8,
    );
    brush.shape(
      spline([
        [-1, -12],
        [-12, -18],
        [-17, -12],
        [-8, -8],
      ]),
      '#6f9c54',
      { lift: 1 },
    );
    brush.shape(
      spline([
        [-1, -18],
        [10, -25],
        [15, -20],
        [7, -15],
      ]),
      '#6f9c54',
      { lift: 1 },
    );
    for (let i = 0; i < 6; i++) {
      const a = (i * Math.PI) / 3;
      brush.shape(ellipse(Math.cos(a) * 9, -38 + Math.sin(a) * 9, 7, 5.4, a), colour, {
        to: mix(colour, '#fff0c8', 0.4),
        along: [0, -38, Math.cos(a) * 16, -38 + Math.sin(a) * 16],
        lift: 1.5,
      });
    }
    brush.shape(ellipse(0, -38, 6), '#f3c04c', { to: '#c8803c', along: [-4, -42, 4, -34], lift: 1 });
  },
};

const leaf: Prop = {
  height: 34,
  width: 24,
  grip: [0, -2],
  draw(brush, { colour = '#c8803c' }) {
    brush.at(0, 0, 1, 0.3, false, () => {
      brush.shape(
        spline([
          [0, -6],
          [10, -14],
          [11, -26],
          [0, -38],
          [-11, -26],
          [-10, -14],
        ]),
        mix(colour, '#ffd880', 0.3),
        { to: tones(colour).deep, along: [-8, -34, 10, -6], lift: 2, halo: 1.5 },
      );
      brush.line(
        curve([
          [0, 2],
          [0, -34],
        ]),
        tones(colour).deep,
        1.5,
      );
      for (let i = 0; i < 3; i++)
        for (const s of [-1, 1])
          brush.line(
            curve([
              [0, -12 - i * 6],
              [s * 7, -17 - i * 6],
            ]),
            tones(colour).deep,
            1,
            0.6,
          );
    });
  },
};

const mushroom: Prop = {
  height: 50,
  width: 54,
  grip: [0, -8],
  face: { x: 0, y: -12, span: 4.4 },
  draw(brush, { colour = '#c85a48' }) {
    brush.shape(
      limb(
        [
          [0, 2],
          [-1, -26],
        ],
        [8, 5.6],
      ),
      '#f3e6cf',
      { to: '#c9b79c', along: [-6, 0, 8, 0], lift: 2 },
    );
    const cap = spline([
      [-26, -21],
      [-18, -41],
      [0, -50],
      [18, -41],
      [26, -21],
      [0, -16],
    ]);
    brush.shape(cap, mix(colour, '#ffb080', 0.2), {
      to: tones(colour).deep,
      along: [-8, -48, 8, -16],
      lift: 3,
      halo: 1.5,
    });
    brush.clip(cap, () =>
      brush.dab(
        spline([
          [-24, -19],
          [0, -22],
          [24, -19],
          [0, -14],
        ]),
        '#e8d4c0',
        0.7,
      ),
    );
    for (const [x, y, r] of [
      [-10, -32, 4],
      [6, -39, 5],
      [14, -26, 3.2],
      [-2, -27, 2.6],
      [-17, -25, 2.4],
    ] as const)
      brush.dab(ellipse(x, y, r, r * 0.82), '#fff3e0');
  },
};

const nest: Prop = {
  height: 30,
  width: 64,
  draw(brush, { state, colour = '#9a7048' }) {
    brush.dab(ellipse(0, -20, 26, 8), tones(colour).deep);
    if (state !== 'empty') {
      for (const [x, y] of [
        [-9, -22],
        [8, -22],
        [0, -25],
      ] as const)
        brush.shape(ellipse(x, y, 7, 9), '#cfe2e4', { to: '#8fb0bc', along: [x - 5, y - 8, x + 6, y + 8], lift: 1 });
    }
    const body = spline([
      [-31, -20],
      [-14, -14],
      [14, -14],
      [31, -20],
      [24, -2],
      [0, 1],
      [-24, -2],
    ]);
    solid(brush, body, colour, -28, 30);
    for (let i = 0; i < 26; i++) {
      const x = brush.between(-28, 26);
      const y = brush.between(-18, 0);
      brush.line(
        curve([
          [x - 8, y + brush.between(-3, 3)],
          [x, y],
          [x + 9, y + brush.between(-4, 2)],
        ]),
        i % 2 ? tones(colour).lit : tones(colour).deep,
        1.3,
        0.7,
      );
    }
  },
};

const shell: Prop = {
  height: 32,
  width: 38,
  draw(brush, { colour = '#f0c4a8' }) {
    const rim: Point[] = [
      [-5, -1],
      [-15, -8],
    ];
    for (let i = 0; i <= 8; i++) {
      const a = Math.PI + (i / 8) * Math.PI;
      const r = i % 2 ? 19 : 17;
      rim.push([Math.cos(a) * r, -13 + Math.sin(a) * r]);
    }
    rim.push([15, -8], [5, -1]);
    brush.shape(spline(rim, 0.7), mix(colour, '#fff6e8', 0.4), {
      to: tones(colour).deep,
      along: [-10, -32, 10, 2],
      lift: 2,
      halo: 1.5,
    });
    for (let i = -3; i <= 3; i++)
      brush.line(
        curve([
          [i * 0.8, -2],
          [i * 3, -16],
          [i * 4.6, -28 + Math.abs(i) * 2],
        ]),
        '#c8785c',
        1.2,
        0.7,
      );
  },
};

const stone: Prop = {
  height: 24,
  width: 40,
  face: { x: 0, y: -12, span: 6 },
  draw(brush, { colour = '#8f98a4' }) {
    const body = brush.blob(0, -11, 19, 12, 0.08, 9);
    brush.shape(body, mix(colour, '#ffffff', 0.25), {
      to: tones(colour).deep,
      along: [-8, -24, 8, 2],
      lift: 3,
      halo: 1.5,
    });
    for (const [x, y] of [
      [-6, -14],
      [5, -8],
      [9, -15],
    ] as const)
      brush.dab(ellipse(x, y, 1.6, 1), tones(colour).deep, 0.5);
  },
};

const snowman: Prop = {
  height: 130,
  width: 84,
  face: { x: 0, y: -104, span: 7 },
  draw(brush, { colour = '#c8544c' }) {
    for (const s of [-1, 1])
      brush.shape(
        limb(
          [
            [s * 24, -70],
            [s * 46, -86],
            [s * 58, -100],
          ],
          [2.6, 2, 1.2],
        ),
        '#6a4a3c',
        { lift: 1.5 },
      );
    for (const [y, r] of [
      [-30, 37],
      [-76, 27],
      [-108, 20],
    ] as const) {
      brush.shape(brush.blob(0, y, r, r * 0.92, 0.02), '#fdfeff', {
        to: '#b4c6e4',
        along: [-r * 0.6, y - r, r * 0.7, y + r],
        lift: 3,
        halo: 2,
      });
    }
    brush.shape(
      spline([
        [-22, -94],
        [0, -88],
        [22, -94],
        [23, -85],
        [0, -78],
        [-23, -85],
      ]),
      colour,
      { to: tones(colour).deep, along: [-20, 0, 22, 0], lift: 2 },
    );
    brush.shape(
      limb(
        [
          [12, -84],
          [18, -64],
        ],
        [5.6, 7],
      ),
      colour,
      { to: tones(colour).deep, along: [8, 0, 24, 0], lift: 2 },
    );
    for (const x of [-7, 7]) brush.dab(ellipse(x, -112, 2.2), '#2b2430');
    brush.shape(
      spline(
        [
          [-1, -107],
          [15, -103],
          [0, -101],
        ],
        0.3,
      ),
      '#e8843c',
      { lift: 1 },
    );
    brush.smile(0, -99, 7, '#2b2430', 1.5);
    for (const y of [-70, -58]) brush.dab(ellipse(0, y, 2.6), '#3a3440');
    brush.shape(
      spline(
        [
          [-24, -122],
          [24, -122],
          [22, -127],
          [-22, -127],
        ],
        0.3,
      ),
      '#3c4460',
      { lift: 1 },
    );
    brush.shape(
      spline(
        [
          [-14, -125],
          [-13, -144],
          [13, -144],
          [14, -125],
        ],
        0.2,
      ),
      '#4a5270',
      { to: '#2a3048', along: [-12, 0, 14, 0], lift: 2 },
    );
  },
};

/** Things that grow or lie about outdoors. */
export const nature = { acorn, feather, flower, leaf, mushroom, nest, shell, stone, snowman } satisfies Record<
  string,
  Prop
>;
