import { mix } from '../colour.ts';
import { box, curve, ellipse, limb, mirror, polygon, spline, star } from '../paths.ts';
import { solid, tones } from './parts.ts';
import type { Prop } from './prop.ts';

const ball: Prop = {
  height: 44,
  width: 44,
  draw(brush, { colour = '#e2735a' }) {
    const body = brush.blob(0, -22, 22, 22, 0.01);
    brush.shape(body, mix(colour, '#ffd8a0', 0.25), {
      to: tones(colour).deep,
      along: [-14, -40, 14, 0],
      lift: 3,
      halo: 2,
    });
    brush.clip(body, () => {
      brush.line(
        curve([
          [-24, -30],
          [0, -22],
          [24, -30],
        ]),
        '#fff0d4',
        5,
      );
      brush.line(
        curve([
          [-22, -16],
          [0, -8],
          [22, -16],
        ]),
        '#f0c060',
        4,
      );
    });
    brush.dab(ellipse(-9, -34, 4, 2.6, -0.5), '#ffffff', 0.6);
  },
};

const balloon: Prop = {
  height: 120,
  width: 50,
  grip: [0, 0],
  face: { x: 0, y: -94, span: 8 },
  draw(brush, { colour = '#d8604c' }) {
    brush.line(
      curve([
        [0, 0],
        [5, -22],
        [-3, -44],
        [0, -64],
      ]),
      '#8a7468',
      1.3,
    );
    brush.shape(
      polygon([
        [-4, -60],
        [4, -60],
        [0, -67],
      ]),
      tones(colour).deep,
      { lift: 1 },
    );
    const body = spline(
      mirror([
        [0, -122],
        [18, -116],
        [24, -94],
        [13, -72],
        [0, -65],
      ]),
    );
    brush.shape(body, mix(colour, '#ffe0b0', 0.3), {
      to: tones(colour).deep,
      along: [-14, -118, 16, -66],
      lift: 3,
      halo: 2,
    });
    brush.dab(ellipse(-9, -106, 3.6, 7, 0.5), '#ffffff', 0.6);
  },
};

const button: Prop = {
  height: 18,
  width: 18,
  draw(brush, { colour = '#c8665c' }) {
    solid(brush, ellipse(0, -9, 9), colour, -8, 9, 2);
    brush.line(ellipse(0, -9, 6), tones(colour).deep, 1, 0.6);
    for (const [x, y] of [
      [-2, -11],
      [2, -11],
      [-2, -7],
      [2, -7],
    ] as const)
      brush.dab(ellipse(x, y, 1), tones(colour).deep);
  },
};

const drum: Prop = {
  height: 48,
  width: 56,
  draw(brush, { colour = '#c8544c' }) {
    solid(
      brush,
      spline(
        [
          [-26, -38],
          [26, -38],
          [25, -3],
          [0, 2],
          [-25, -3],
        ],
        0.2,
      ),
      colour,
      -24,
      26,
    );
    for (let i = -3; i < 3; i++)
      brush.line(
        polygon([
          [i * 8, -34],
          [i * 8 + 4, -4],
          [i * 8 + 8, -34],
        ]),
        '#f6e6c8',
        1.4,
        0.9,
      );
    for (const y of [-36, -3])
      brush.line(
        curve([
          [-26, y - 2],
          [0, y + 4],
          [26, y - 2],
        ]),
        '#e8b850',
        4,
      );
    brush.shape(ellipse(0, -39, 26, 7), '#fbf2e0', { to: '#d8c4a8', along: [-20, -44, 22, -34], lift: 1.5 });
    for (const s of [-1, 1]) {
      brush.line(
        curve([
          [s * 4, -42],
          [s * 26, -52],
        ]),
        '#a8744c',
        2.6,
      );
      brush.dab(ellipse(s * 4, -42, 3.6), '#e0b880');
    }
  },
};

const flute: Prop = {
  height: 14,
  width: 76,
  grip: [-18, -7],
  draw(brush, { colour = '#c8985c' }) {
    brush.at(0, -7, 1, -0.12, false, () => {
      solid(
        brush,
        limb(
          [
            [-36, 0],
            [36, 0],
          ],
          [4.4, 4],
        ),
        colour,
        -30,
        36,
        2,
      );
      for (const x of [-22, -14])
        brush.line(
          curve([
            [x, -4],
            [x, 4],
          ]),
          tones(colour).deep,
          1.6,
        );
      for (const x of [-2, 6, 14, 22]) brush.dab(ellipse(x, -0.6, 1.7), '#4a3028');
    });
  },
};

const kite: Prop = {
  height: 120,
  width: 64,
  grip: [0, 0],
  face: { x: 0, y: -88, span: 9 },
  draw(brush, { colour = '#e08a4c' }) {
    brush.line(
      curve([
        [0, 0],
        [12, -20],
        [-4, -36],
        [0, -54],
      ]),
      '#8a7468',
      1.3,
    );
    const tail = curve([
      [0, -54],
      [14, -40],
      [4, -26],
      [18, -14],
    ]);
    brush.line(tail, '#7a6a80', 1.4);
    for (const [x, y, c] of [
      [12, -42, '#6f9ab0'],
      [5, -27, '#e8bc5c'],
      [16, -15, '#c8665c'],
    ] as const) {
      brush.shape(
        polygon([
          [x - 7, y - 4],
          [x, y],
          [x - 7, y + 4],
        ]),
        c,
        { lift: 1 },
      );
      brush.shape(
        polygon([
          [x + 7, y - 4],
          [x, y],
          [x + 7, y + 4],
        ]),
        c,
        { lift: 1 },
      );
    }
    brush.shape(
      polygon([
        [0, -122],
        [30, -92],
        [0, -54],
        [-30, -92],
      ]),
      colour,
      { to: tones(colour).deep, along: [-20, -110, 20, -60], lift: 4, halo: 2 },
    );
    brush.dab(
      polygon([
        [0, -122],
        [30, -92],
        [0, -92],
      ]),
      mix(colour, '#fff0c0', 0.55),
    );
    brush.dab(
      polygon([
        [0, -92],
        [-30, -92],
        [0, -54],
      ]),
      '#5f8fa0',
      0.85,
    );
    brush.line(
      curve([
        [0, -122],
        [0, -54],
      ]),
      '#7a5a48',
      1.6,
    );
    brush.line(
      curve([
        [-30, -92],
        [30, -92],
      ]),
      '#7a5a48',
      1.6,
    );
  },
};

const teddy: Prop = {
  height: 84,
  width: 62,
  grip: [0, -40],
  draw(brush, { colour = '#c08a50' }) {
    const { lit, deep } = tones(colour);
    for (const s of [-1, 1]) {
      brush.shape(
        limb(
          [
            [s * 14, -12],
            [s * 24, -4],
          ],
          [9, 9],
        ),
        colour,
        { to: deep, along: [0, -20, 0, 0], lift: 2 },
      );
      brush.shape(ellipse(s * 27, -6, 6, 7), lit, { lift: 1 });
    }
    brush.shape(brush.blob(0, -22, 20, 21, 0.03), colour, { to: deep, along: [0, -40, 0, 0], lift: 2 });
    brush.dab(brush.blob(0, -20, 11, 13, 0.04), lit, 0.8);
    for (const s of [-1, 1]) {
      brush.shape(
        limb(
          [
            [s * 15, -34],
            [s * 27, -24],
          ],
          [6, 6.5],
        ),
        colour,
        { to: deep, along: [0, -36, 0, -16], lift: 2 },
      );
      brush.shape(brush.blob(s * 18, -74, 9, 9, 0.04), colour, { lift: 2 });
      brush.dab(ellipse(s * 18, -73, 4.6), lit);
    }
    brush.shape(brush.blob(0, -58, 24, 22, 0.03), mix(colour, lit, 0.3), {
      to: colour,
      along: [0, -80, 0, -40],
      lift: 3,
      halo: 2,
    });
    brush.shape(brush.blob(0, -51, 10.5, 8.6, 0.04), lit, { lift: 1 });
    for (const s of [-1, 1]) brush.dab(ellipse(s * 9, -61, 2.4, 2.8), '#2b1c20');
    brush.dab(ellipse(0, -54, 3.2, 2.3), '#2b1c20');
    brush.smile(0, -49, 4, '#5a3a28', 1.1);
    brush.shape(
      spline(
        [
          [-10, -40],
          [0, -37],
          [-9, -33],
        ],
        0.5,
      ),
      '#c8544c',
      { lift: 1 },
    );
    brush.shape(
      spline(
        [
          [10, -40],
          [0, -37],
          [9, -33],
        ],
        0.5,
      ),
      '#c8544c',
      { lift: 1 },
    );
  },
};

const book: Prop = {
  height: 26,
  width: 52,
  grip: [0, -12],
  draw(brush, { state, colour = '#b8584c' }) {
    if (state === 'open') {
      for (const s of [-1, 1]) {
        brush.shape(
          spline(
            [
              [0, -4],
              [s * 16, -9],
              [s * 34, -6],
              [s * 36, -26],
              [s * 17, -29],
              [0, -24],
            ],
            0.5,
          ),
          colour,
          { lift: 2 },
        );
        brush.shape(
          spline(
            [
              [0, -6],
              [s * 15, -11],
              [s * 31, -8],
              [s * 33, -26],
              [s * 16, -30],
              [0, -25],
            ],
            0.5,
          ),
          '#fdf4e0',
          { to: '#d8c8b0', along: [s * 30, 0, 0, 0], lift: 1 },
        );
        for (let i = 0; i < 4; i++)
          brush.line(
            curve([
              [s * 6, -12 - i * 3.6],
              [s * 16, -15 - i * 3.4],
              [s * 27, -13 - i * 3.2],
            ]),
            '#8a7a78',
            0.9,
            0.6,
          );
      }
      return;
    }
    solid(
      brush,
      spline(
        [
          [-24, -24],
          [24, -24],
          [26, -3],
          [-22, -3],
        ],
        0.1,
      ),
      colour,
      -22,
      26,
    );
    brush.dab(box(-22, -4, 26, 0), '#fbf0dc');
    brush.line(
      curve([
        [-22, 0],
        [26, 0],
      ]),
      tones(colour).deep,
      2,
    );
    brush.dab(star(1, -14, 6), '#f0c868');
    brush.line(
      curve([
        [-18, -23],
        [-16, -4],
      ]),
      tones(colour).deep,
      1.8,
      0.7,
    );
  },
};

const letter: Prop = {
  height: 30,
  width: 44,
  draw(brush, { colour = '#f8ecd2' }) {
    brush.shape(box(-21, -29, 21, 0), colour, {
      to: mix(colour, '#a8887c', 0.3),
      along: [-10, -28, 12, 0],
      lift: 2.5,
      halo: 1.5,
    });
    brush.line(
      curve(
        [
          [-20, -28],
          [0, -12],
          [20, -28],
        ],
        0.2,
      ),
      '#b09078',
      1.5,
    );
    brush.line(
      curve([
        [-20, -1],
        [-5, -14],
      ]),
      '#b09078',
      1,
      0.7,
    );
    brush.line(
      curve([
        [20, -1],
        [5, -14],
      ]),
      '#b09078',
      1,
      0.7,
    );
    brush.shape(ellipse(0, -13, 5), '#c8484c', { lift: 1 });
  },
};

const map: Prop = {
  height: 50,
  width: 70,
  draw(brush, { colour = '#efd9a8' }) {
    const sheet = spline(
      [
        [-34, -46],
        [-12, -50],
        [10, -45],
        [34, -49],
        [33, -2],
        [11, 1],
        [-11, -3],
        [-33, 0],
      ],
      0.4,
    );
    brush.shape(sheet, colour, { to: mix(colour, '#8a5c3c', 0.35), along: [-20, -48, 24, 0], lift: 3, halo: 2 });
    brush.clip(sheet, () => {
      brush.dab(
        spline([
          [-30, -40],
          [-10, -44],
          [-4, -30],
          [-20, -20],
          [-32, -26],
        ]),
        '#a8c4b0',
        0.8,
      );
      brush.dab(
        spline([
          [4, -20],
          [20, -28],
          [32, -14],
          [18, -4],
          [6, -8],
        ]),
        '#a8c4b0',
        0.8,
      );
      for (let i = 0; i < 8; i++) brush.dab(ellipse(-22 + i * 5.4, -12 - Math.sin(i * 0.8) * 8, 1.3), '#c8544c');
    });
    brush.line(
      curve([
        [18, -22],
        [26, -14],
      ]),
      '#c8403c',
      2.4,
    );
    brush.line(
      curve([
        [26, -22],
        [18, -14],
      ]),
      '#c8403c',
      2.4,
    );
    for (const x of [-12, 11])
      brush.line(
        curve([
          [x, -47],
          [x, -2],
        ]),
        '#b08c5c',
        1.2,
        0.7,
      );
  },
};

const paintbrush: Prop = {
  height: 60,
  width: 12,
  grip: [0, -16],
  draw(brush, { colour = '#c8544c' }) {
    solid(
      brush,
      limb(
        [
          [0, 0],
          [0, -20],
          [0, -38],
        ],
        [1.6, 3, 2.4],
      ),
      '#c8985c',
      -3,
      3,
      1.5,
    );
    solid(brush, box(-3.4, -46, 3.4, -37), '#c4ccd0', -3, 4, 1);
    brush.shape(
      spline(
        mirror([
          [0, -62],
          [4.6, -52],
          [3.4, -45],
          [0, -45],
        ]),
      ),
      colour,
      { to: tones(colour).deep, along: [-4, 0, 5, 0], lift: 1 },
    );
  },
};

/** Things to play, read and draw with. */
export const toys = { ball, balloon, button, drum, flute, kite, teddy, book, letter, map, paintbrush } satisfies Record<
  string,
  Prop
>;
