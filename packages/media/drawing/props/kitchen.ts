import { mix } from '../colour.ts';
import { curve, ellipse, limb, mirror, spline } from '../paths.ts';
import { solid, tones } from './parts.ts';
import type { Prop } from './prop.ts';

const apple: Prop = {
  height: 30,
  width: 30,
  draw(brush, { colour = '#d8503c' }) {
    const body = spline(
      mirror([
        [0, -23],
        [9, -26],
        [15, -15],
        [10, -2],
        [0, 0],
      ]),
    );
    brush.shape(body, mix(colour, '#ffd070', 0.3), {
      to: tones(colour).deep,
      along: [-8, -26, 12, 0],
      lift: 2.5,
      halo: 2,
    });
    brush.dab(ellipse(-6, -17, 2.6, 4.2, 0.4), '#fff6e0', 0.6);
    brush.line(
      curve([
        [0, -22],
        [1, -27],
        [4, -30],
      ]),
      '#5a3a28',
      1.8,
    );
    brush.shape(
      spline([
        [2, -26],
        [9, -31],
        [14, -27],
        [8, -24],
      ]),
      '#6f9c4c',
      { lift: 1 },
    );
  },
};

const basket: Prop = {
  height: 54,
  width: 60,
  grip: [0, -52],
  draw(brush, { state, colour = '#c08a4c' }) {
    brush.line(
      curve([
        [-24, -28],
        [-18, -50],
        [0, -56],
        [18, -50],
        [24, -28],
      ]),
      tones(colour).deep,
      4.6,
    );
    brush.line(
      curve([
        [-24, -28],
        [-18, -50],
        [0, -56],
        [18, -50],
        [24, -28],
      ]),
      colour,
      3,
    );
    if (state === 'full') {
      for (const [x, y, c] of [
        [-13, -31, '#d8503c'],
        [2, -35, '#e8a03c'],
        [14, -31, '#8aa84c'],
      ] as const) {
        brush.shape(ellipse(x, y, 9), c, { to: tones(c).deep, along: [x - 6, y - 8, x + 6, y + 8], lift: 1.5 });
      }
    }
    const body = spline(
      [
        [-29, -30],
        [29, -30],
        [23, -2],
        [-23, -2],
      ],
      0.3,
    );
    solid(brush, body, colour, -26, 28);
    brush.clip(body, () => {
      for (let row = 0; row < 4; row++) {
        for (let i = -4; i <= 4; i++) {
          const x = i * 7 + (row % 2 ? 3.5 : 0);
          brush.line(
            curve([
              [x - 3, -26 + row * 7],
              [x, -23 + row * 7],
              [x + 3, -26 + row * 7],
            ]),
            tones(colour).deep,
            1.5,
            0.55,
          );
        }
      }
    });
    brush.shape(
      limb(
        [
          [-30, -30],
          [0, -28],
          [30, -30],
        ],
        [3, 3.4, 3],
      ),
      tones(colour).lit,
      { lift: 1.5 },
    );
  },
};

const bucket: Prop = {
  height: 50,
  width: 44,
  grip: [0, -50],
  draw(brush, { state, colour = '#5f8fa8' }) {
    brush.line(
      curve([
        [-19, -34],
        [-10, -50],
        [10, -50],
        [19, -34],
      ]),
      '#4a4048',
      2,
    );
    const body = spline(
      [
        [-21, -35],
        [21, -35],
        [16, -1],
        [-16, -1],
      ],
      0.2,
    );
    solid(brush, body, colour, -18, 20);
    brush.dab(ellipse(0, -35, 20, 4.6), state === 'full' ? '#bfe0ec' : tones(colour).deep);
    brush.line(ellipse(0, -35, 20.5, 5), tones(colour).lit, 1.6);
    for (const y of [-26, -8])
      brush.line(
        curve([
          [-19.5 - y * 0.06, y],
          [0, y + 3.5],
          [19.5 + y * 0.06, y],
        ]),
        tones(colour).deep,
        2,
        0.7,
      );
  },
};

const cake: Prop = {
  height: 58,
  width: 66,
  draw(brush, { state, colour = '#f3b8b4' }) {
    brush.shape(ellipse(0, -3, 34, 6), '#f6efe4', { to: '#c8b8b4', along: [-30, 0, 34, 0], lift: 2 });
    for (const [w, y, h] of [
      [28, -5, 20],
      [19, -24, 15],
    ] as const) {
      const body = spline(
        [
          [-w, y - h],
          [w, y - h],
          [w, y],
          [-w, y],
        ],
        0.14,
      );
      solid(brush, body, '#e8c48c', -w, w);
      const icing = [
        [-w - 1, y - h - 2],
        [w + 1, y - h - 2],
      ] as [number, number][];
      for (let i = 0; i <= 6; i++) icing.push([w - (i * w) / 3, y - h + (i % 2 ? 5 : 10)]);
      brush.shape(spline(icing, 0.8), colour, { to: mix(colour, '#a85a68', 0.3), along: [-w, 0, w, 0], lift: 1.5 });
    }
    for (const x of [-11, 0, 11]) {
      brush.line(
        limb(
          [
            [x, -41],
            [x, -50],
          ],
          [0.6, 0.6],
        ),
        '#f6efe4',
        2.4,
      );
      if (state === 'out') continue;
      brush.as('light', () => {
        brush.glow(x, -54, 12, '#ffd070', 0.6, 2);
        brush.dab(ellipse(x, -54, 1.8, 3.2), '#fff0b0');
      });
    }
    for (const x of [-20, -7, 7, 20]) brush.shape(ellipse(x, -24, 3.4), '#d8484c', { lift: 1 });
  },
};

const cup: Prop = {
  height: 28,
  width: 34,
  draw(brush, { state, colour = '#6f9ab0' }) {
    brush.line(ellipse(15, -14, 6.5, 7), tones(colour).deep, 3.4);
    solid(
      brush,
      spline(
        [
          [-13, -26],
          [13, -26],
          [11, -3],
          [0, 0],
          [-11, -3],
        ],
        0.4,
      ),
      colour,
      -12,
      14,
    );
    brush.dab(ellipse(0, -26, 12.4, 3), state === 'empty' ? tones(colour).deep : '#7a4a30');
    brush.line(ellipse(0, -26, 12.8, 3.2), tones(colour).lit, 1.4);
    for (const x of [-7, 0, 7]) brush.dab(ellipse(x, -13, 2), '#fff4dc', 0.8);
    if (state !== 'empty') steam(brush, 0, -30, 0.7);
  },
};

const jar: Prop = {
  height: 52,
  width: 38,
  grip: [0, -22],
  draw(brush, { state, colour = '#bcd8d4' }) {
    const glass = spline(
      [
        [-12, -44],
        [12, -44],
        [17, -34],
        [16, -4],
        [10, 0],
        [-10, 0],
        [-16, -4],
        [-17, -34],
      ],
      0.5,
    );
    brush.shape(glass, mix(colour, '#ffffff', 0.3), {
      to: mix(colour, '#5a7a8c', 0.35),
      along: [-14, 0, 16, 0],
      lift: 2.5,
      halo: 2,
    });
    if (state === 'lit' || state === 'full') {
      brush.clip(glass, () => {
        if (state === 'full')
          brush.dab(
            spline(
              [
                [-20, -26],
                [0, -29],
                [20, -26],
                [20, 4],
                [-20, 4],
              ],
              0.3,
            ),
            '#c8503c',
            0.85,
          );
      });
      if (state === 'lit') {
        brush.lamp(0, -22, 46, '#ffe27a', 0.7);
        brush.as('light', () => {
          for (const [x, y] of [
            [-6, -14],
            [5, -20],
            [-3, -30],
            [8, -9],
            [1, -8],
          ] as const)
            brush.dab(ellipse(x, y, 2), '#fffbd0');
        });
      }
    }
    brush.dab(
      limb(
        [
          [-10, -36],
          [-11, -12],
        ],
        [1.6, 1.4],
      ),
      '#ffffff',
      0.6,
    );
    solid(
      brush,
      spline(
        [
          [-13, -52],
          [13, -52],
          [14, -43],
          [-14, -43],
        ],
        0.3,
      ),
      '#c8985c',
      -12,
      14,
      2,
    );
  },
};

const kettle: Prop = {
  height: 60,
  width: 70,
  grip: [0, -58],
  draw(brush, { state, colour = '#c86a4c' }) {
    brush.line(
      curve([
        [-20, -36],
        [-16, -56],
        [16, -56],
        [20, -36],
      ]),
      '#4a3a38',
      4,
    );
    brush.shape(
      limb(
        [
          [20, -14],
          [32, -24],
          [38, -38],
        ],
        [9, 5, 3.4],
      ),
      colour,
      { to: tones(colour).deep, along: [18, -14, 40, -34], lift: 2 },
    );
    const body = spline(
      mirror([
        [0, -42],
        [18, -38],
        [28, -16],
        [24, -2],
        [0, 0],
      ]),
    );
    solid(brush, body, colour, -24, 28);
    brush.dab(ellipse(-11, -24, 4, 8, 0.3), '#fff4e0', 0.5);
    brush.shape(
      spline([
        [-12, -41],
        [0, -46],
        [12, -41],
        [0, -38],
      ]),
      tones(colour).deep,
      { lift: 1.5 },
    );
    brush.shape(ellipse(0, -47, 3.6), '#4a3a38', { lift: 1 });
    if (state === 'lit' || state === 'full') steam(brush, 41, -42, 1);
  },
};

const teapot: Prop = {
  height: 52,
  width: 74,
  grip: [-30, -24],
  face: { x: 0, y: -23, span: 9 },
  draw(brush, { state, colour = '#8fb0c8' }) {
    brush.line(
      curve([
        [-22, -34],
        [-38, -34],
        [-38, -16],
        [-24, -10],
      ]),
      tones(colour).deep,
      5,
    );
    brush.line(
      curve([
        [-22, -34],
        [-38, -34],
        [-38, -16],
        [-24, -10],
      ]),
      colour,
      3.2,
    );
    brush.shape(
      limb(
        [
          [20, -16],
          [32, -24],
          [38, -40],
        ],
        [9, 5, 3.2],
      ),
      colour,
      { to: tones(colour).deep, along: [18, -14, 40, -34], lift: 2 },
    );
    solid(
      brush,
      spline(
        mirror([
          [0, -42],
          [18, -39],
          [27, -20],
          [19, -2],
          [0, 0],
        ]),
      ),
      colour,
      -24,
      28,
    );
    brush.shape(
      spline([
        [-15, -41],
        [0, -47],
        [15, -41],
        [0, -38],
      ]),
      mix(colour, '#fff4dc', 0.3),
      { lift: 1.5 },
    );
    brush.shape(ellipse(0, -49, 3.6), '#e8b860', { lift: 1 });
    for (const [x, y] of [
      [-12, -14],
      [0, -9],
      [12, -14],
    ] as const) {
      for (let i = 0; i < 5; i++)
        brush.dab(ellipse(x + Math.cos(i * 1.257) * 2.6, y + Math.sin(i * 1.257) * 2.6, 1.7), '#f6dce0', 0.9);
    }
    if (state !== 'empty') steam(brush, 41, -44, 0.8);
  },
};

const pumpkin: Prop = {
  height: 44,
  width: 56,
  draw(brush, { state, colour = '#e08a34' }) {
    for (const [x, w] of [
      [-18, 11],
      [18, 11],
      [-9, 13],
      [9, 13],
      [0, 13],
    ] as const) {
      brush.shape(ellipse(x, -18, w, 18), mix(colour, '#ffd080', x < 0 ? 0.3 : 0.1), {
        to: tones(colour).deep,
        along: [x - w, -30, x + w, 0],
        lift: 2,
      });
    }
    brush.shape(
      limb(
        [
          [0, -34],
          [1, -40],
          [6, -45],
        ],
        [4, 3, 2.6],
      ),
      '#6f8a4c',
      { lift: 1.5 },
    );
    brush.line(
      curve([
        [2, -38],
        [12, -44],
        [18, -38],
        [23, -40],
      ]),
      '#6f8a4c',
      1.5,
    );
    if (state === 'lit') brush.lamp(0, -18, 50, '#ffb04c', 0.5);
  },
};

function steam(brush: Parameters<Prop['draw']>[0], x: number, y: number, size: number): void {
  brush.soft([x - 16 * size, y - 46 * size, x + 22 * size, y], 3, 0.5, (ctx) => {
    ctx.fillStyle = '#ffffff';
    for (let i = 0; i < 5; i++) {
      ctx.beginPath();
      ctx.arc(x + Math.sin(i * 1.3) * 4 * size + i * size, y - i * 8 * size - 4, (3 + i * 1.4) * size, 0, 7);
      ctx.fill();
    }
  });
}

/** Things of the kitchen and the larder. */
export const kitchen = { apple, basket, bucket, cake, cup, jar, kettle, teapot, pumpkin } satisfies Record<
  string,
  Prop
>;
