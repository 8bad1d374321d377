import { mix } from '../colour.ts';
import { box, curve, ellipse, limb, mirror, spline, star } from '../paths.ts';
import { board, grain, pole, solid, tones } from './parts.ts';
import type { Prop } from './prop.ts';

const wood = '#a8704c';

const bed: Prop = {
  height: 110,
  width: 240,
  draw(brush, { colour = '#5f8c94' }) {
    solid(
      brush,
      spline(
        [
          [-116, 0],
          [-116, -84],
          [-104, -104],
          [-88, -110],
          [-72, -104],
          [-62, -84],
          [-62, 0],
        ],
        0.5,
      ),
      wood,
      -116,
      -60,
      5,
    );
    board(brush, -104, -40, 112, -12, wood, 4);
    brush.shape(
      spline(
        [
          [-104, -48],
          [0, -54],
          [110, -48],
          [112, -28],
          [-104, -26],
        ],
        0.3,
      ),
      '#f6ecdc',
      { to: '#c9b4b4', along: [0, -54, 0, -26], lift: 3 },
    );
    brush.shape(
      spline([
        [-104, -48],
        [-106, -68],
        [-90, -80],
        [-56, -78],
        [-40, -64],
        [-46, -48],
      ]),
      '#fffaf0',
      { to: '#d9c2b8', along: [-100, -80, -50, -46], lift: 3 },
    );
    const quilt = spline([
      [-46, -50],
      [-36, -66],
      [20, -74],
      [80, -66],
      [112, -58],
      [118, -12],
      [60, -6],
      [-20, -10],
      [-50, -12],
    ]);
    brush.shape(quilt, colour, { to: tones(colour).deep, along: [-40, -74, 100, 0], lift: 4, halo: 3 });
    brush.clip(quilt, () => {
      const patches = ['#d98a5c', '#e8bc6c', '#7fa89a', '#c8665c', '#f0d8b0'];
      for (let i = 0; i < 7; i++) {
        for (let j = 0; j < 3; j++) {
          if ((i + j) % 2) continue;
          brush.dab(box(-46 + i * 24, -74 + j * 23, -24 + i * 24, -53 + j * 23), patches[(i * 2 + j * 3) % 5]!, 0.82);
        }
      }
      brush.dab(star(14, -40, 9), '#fff4d8', 0.8);
      brush.dab(star(62, -30, 9), '#fff4d8', 0.8);
    });
    brush.shape(
      spline([
        [-48, -12],
        [-50, -50],
        [-36, -66],
        [-20, -66],
        [-32, -44],
        [-30, -12],
      ]),
      '#fdf4e2',
      { to: '#d8bfae', along: [0, -66, 0, -10], lift: 2 },
    );
    solid(
      brush,
      spline(
        [
          [104, 0],
          [104, -66],
          [112, -76],
          [120, -66],
          [120, 0],
        ],
        0.4,
      ),
      wood,
      104,
      120,
      4,
    );
  },
};

const bench: Prop = {
  height: 72,
  width: 140,
  draw(brush, { colour = wood }) {
    for (const y of [-68, -52]) board(brush, -66, y, 66, y + 11, colour);
    for (const x of [-54, 54]) {
      pole(brush, x, -66, x, 0, 4.5, mix(colour, '#2a2030', 0.3));
      pole(brush, x + 8, -34, x + 12, 0, 4, mix(colour, '#2a2030', 0.4));
    }
    brush.shape(
      spline(
        [
          [-68, -38],
          [66, -38],
          [74, -28],
          [-60, -28],
        ],
        0.12,
      ),
      mix(colour, '#ffe0b0', 0.25),
      { to: colour, along: [0, -38, 0, -28], lift: 3 },
    );
    board(brush, -60, -29, 74, -24, tones(colour).deep, 1);
  },
};

const chair: Prop = {
  height: 96,
  width: 62,
  draw(brush, { colour = wood }) {
    for (const x of [-22, 22]) pole(brush, x, -94, x * 0.95, 0, 3.6, mix(colour, '#2a2030', 0.25));
    for (const y of [-88, -72]) board(brush, -22, y, 22, y + 9, colour);
    for (const x of [-28, 28]) pole(brush, x, -44, x * 1.05, 2, 3.8, colour);
    brush.shape(
      spline(
        [
          [-26, -52],
          [26, -52],
          [32, -42],
          [-32, -42],
        ],
        0.2,
      ),
      mix(colour, '#ffe0b0', 0.3),
      { to: colour, along: [0, -52, 0, -42], lift: 3 },
    );
    brush.shape(
      spline(
        [
          [-22, -55],
          [22, -55],
          [25, -46],
          [-25, -46],
        ],
        0.6,
      ),
      '#c8665c',
      { to: '#8a3c48', along: [0, -56, 0, -44], lift: 2 },
    );
  },
};

const table: Prop = {
  height: 78,
  width: 150,
  draw(brush, { colour = wood }) {
    for (const x of [-50, 52]) pole(brush, x, -66, x, -6, 4, tones(colour).deep);
    for (const x of [-62, 62]) pole(brush, x, -66, x * 1.02, 2, 5, colour);
    board(brush, -64, -68, 64, -56, mix(colour, '#2a2030', 0.2), 2);
    brush.shape(
      spline(
        [
          [-66, -80],
          [66, -80],
          [76, -66],
          [-76, -66],
        ],
        0.14,
      ),
      mix(colour, '#ffe0b0', 0.35),
      { to: colour, along: [0, -80, 0, -66], lift: 4 },
    );
    grain(brush, -66, -80, 66, -66, 2, colour);
  },
};

const clock: Prop = {
  height: 60,
  width: 56,
  face: { x: 0, y: -30, span: 10 },
  draw(brush, { colour = '#b9783c' }) {
    for (const x of [-15, 15]) pole(brush, x, -8, x * 1.2, 0, 3, tones(colour).deep);
    for (const x of [-16, 16])
      brush.shape(ellipse(x, -54, 8, 6, x * 0.03), '#e8b850', {
        to: '#a87430',
        along: [x - 6, -58, x + 6, -50],
        lift: 2,
      });
    solid(brush, ellipse(0, -29, 26), colour, -24, 26);
    brush.shape(ellipse(0, -29, 20), '#fdf4dc', { to: '#e0cbaa', along: [-14, -44, 16, -12], lift: 1.5 });
    for (let i = 0; i < 12; i++) {
      const a = (i / 12) * 6.283;
      brush.dab(ellipse(Math.sin(a) * 16, -29 - Math.cos(a) * 16, i % 3 ? 1 : 1.7), '#4a3438');
    }
    brush.line(
      limb(
        [
          [0, -29],
          [0, -41],
        ],
        [0.8, 0.5],
      ),
      '#4a3438',
      2,
    );
    brush.line(
      limb(
        [
          [0, -29],
          [8, -25],
        ],
        [0.8, 0.5],
      ),
      '#4a3438',
      2.2,
    );
  },
};

const mirrorProp: Prop = {
  height: 90,
  width: 60,
  grip: [0, -12],
  draw(brush, { colour = '#c8984c' }) {
    solid(brush, ellipse(0, -50, 29, 40), colour, -28, 30, 4);
    const glass = ellipse(0, -50, 22, 33);
    brush.shape(glass, '#dcecf0', { to: '#8fb0c4', along: [-16, -80, 18, -20], lift: 0 });
    brush.clip(glass, () => {
      brush.dab(
        limb(
          [
            [-18, -44],
            [8, -78],
          ],
          [5, 5],
        ),
        '#ffffff',
        0.55,
      );
      brush.dab(
        limb(
          [
            [-6, -30],
            [18, -62],
          ],
          [2, 2],
        ),
        '#ffffff',
        0.45,
      );
    });
    solid(
      brush,
      limb(
        [
          [0, -10],
          [0, 0],
        ],
        [5, 8],
      ),
      colour,
      -6,
      8,
    );
    brush.shape(star(0, -92, 6), '#f3d890', { lift: 1 });
  },
};

const door: Prop = {
  height: 150,
  width: 90,
  draw(brush, { state, colour = '#b0584c' }) {
    const frame = spline(
      [
        [-44, 0],
        [-44, -104],
        [-30, -136],
        [0, -150],
        [30, -136],
        [44, -104],
        [44, 0],
      ],
      0.55,
    );
    brush.shape(frame, '#8a6a54', { to: '#54404c', along: [-44, 0, 44, 0], lift: 4 });
    const hole = spline(
      [
        [-36, 0],
        [-36, -102],
        [-24, -128],
        [0, -140],
        [24, -128],
        [36, -102],
        [36, 0],
      ],
      0.55,
    );
    const open = state === 'open' || state === 'ajar';
    if (open) brush.as('light', () => brush.shape(hole, '#fff0b8', { to: '#f0a850', along: [0, -140, 0, 0], lift: 0 }));
    if (open) brush.lamp(0, -60, 80, '#ffd080', 0.4);
    const wide = state === 'open' ? 0.32 : state === 'ajar' ? 0.74 : 1;
    brush.at(-36, 0, 1, 0, false, () => {
      brush.ctx.scale(wide, 1);
      const leaf = spline(
        [
          [0, 0],
          [0, -102],
          [12, -128],
          [36, -140],
          [60, -128],
          [72, -102],
          [72, 0],
        ],
        0.55,
      );
      solid(brush, leaf, colour, 0, 72);
      for (const x of [18, 36, 54])
        brush.line(
          curve([
            [x, -126],
            [x, -2],
          ]),
          tones(colour).deep,
          1.8,
          0.6,
        );
      brush.shape(ellipse(36, -98, 12), '#ffe6a0', { to: '#e0a850', along: [28, -108, 44, -88], lift: 1.5 });
      brush.line(
        curve([
          [36, -110],
          [36, -86],
        ]),
        '#6a4038',
        2,
      );
      brush.line(
        curve([
          [24, -98],
          [48, -98],
        ]),
        '#6a4038',
        2,
      );
      brush.shape(ellipse(62, -58, 4), '#f0c860', { lift: 1.5 });
    });
  },
};

const gate: Prop = {
  height: 84,
  width: 130,
  draw(brush, { state, colour = '#c8a880' }) {
    const swing = state === 'open' ? 0.45 : state === 'ajar' ? 0.75 : 1;
    for (const x of [-58, 58]) {
      pole(brush, x, -82, x, 2, 6.5, mix(colour, '#5a4048', 0.25), 3);
      brush.shape(ellipse(x, -82, 7.5, 5), tones(colour).lit, { lift: 1.5 });
    }
    brush.at(-52, 0, 1, 0, false, () => {
      brush.ctx.scale(swing, 1);
      for (let i = 0; i < 6; i++) {
        const x = 8 + i * 17.5;
        const top = -62 - Math.sin((i / 5) * Math.PI) * 10;
        brush.shape(
          spline(
            [
              [x - 5.5, -4],
              [x - 5.5, top],
              [x, top - 8],
              [x + 5.5, top],
              [x + 5.5, -4],
            ],
            0.2,
          ),
          colour,
          { to: tones(colour).deep, along: [0, top, 0, 10], lift: 2 },
        );
      }
      for (const y of [-48, -18]) board(brush, 2, y - 4, 102, y + 3, mix(colour, '#5a4048', 0.12), 2);
      brush.line(
        curve([
          [4, -18],
          [100, -48],
        ]),
        tones(colour).deep,
        3,
        0.6,
      );
    });
  },
};

const ladder: Prop = {
  height: 170,
  width: 60,
  draw(brush, { colour = '#b98a58' }) {
    for (let i = 0; i < 7; i++)
      pole(brush, -20 + i, -14 - i * 23, 20 - i, -14 - i * 23, 2.6, mix(colour, '#5a3a30', 0.2), 1.5);
    pole(brush, -24, 0, -14, -170, 4, colour);
    pole(brush, 24, 0, 14, -170, 4, colour);
  },
};

const trunk: Prop = {
  height: 60,
  width: 96,
  face: { x: 0, y: -24, span: 16 },
  draw(brush, { state, colour = '#9a5c44' }) {
    if (state === 'open') {
      brush.shape(
        spline(
          [
            [-46, -38],
            [-44, -84],
            [44, -84],
            [46, -38],
          ],
          0.25,
        ),
        mix(colour, '#2a1828', 0.3),
        { to: tones(colour).deep, along: [0, -84, 0, -38], lift: 3 },
      );
      brush.dab(
        spline(
          [
            [-40, -38],
            [0, -50],
            [40, -38],
          ],
          0.5,
        ),
        '#e8c078',
      );
    } else {
      brush.shape(
        spline(
          [
            [-46, -38],
            [-44, -54],
            [-30, -62],
            [30, -62],
            [44, -54],
            [46, -38],
          ],
          0.5,
        ),
        mix(colour, '#ffd8a0', 0.2),
        { to: colour, along: [0, -62, 0, -38], lift: 3 },
      );
    }
    solid(brush, box(-46, -40, 46, 0), colour, -40, 46);
    for (const x of [-30, 30]) board(brush, x - 4, state === 'open' ? -40 : -61, x + 4, 0, '#d0a050', 1.5);
    brush.shape(box(-8, -42, 8, -27, 0.4), '#e8c068', { to: '#a8783c', along: [0, -42, 0, -27], lift: 2 });
    brush.dab(ellipse(0, -34, 2), '#4a2c28');
    for (const [x, y] of [
      [-40, -6],
      [40, -6],
    ] as const)
      brush.dab(ellipse(x, y, 3), '#d0a050');
  },
};

const pillow: Prop = {
  height: 34,
  width: 72,
  draw(brush, { colour = '#fbf2e4' }) {
    const body = spline(
      [
        [-36, -30],
        [0, -34],
        [36, -30],
        [33, -14],
        [36, 0],
        [0, -3],
        [-36, 0],
        [-33, -14],
      ],
      0.8,
    );
    brush.shape(body, colour, { to: mix(colour, '#a88898', 0.4), along: [-20, -34, 20, 2], lift: 3, halo: 2 });
    for (const x of [-16, 2, 20]) brush.dab(star(x, -16, 5), '#e0a86c', 0.6);
    brush.line(
      curve([
        [-34, -29],
        [-26, -24],
      ]),
      '#a88898',
      1.2,
      0.7,
    );
    brush.line(
      curve([
        [34, -29],
        [26, -24],
      ]),
      '#a88898',
      1.2,
      0.7,
    );
  },
};

const blanket: Prop = {
  height: 30,
  width: 84,
  grip: [0, -22],
  draw(brush, { colour = '#6f9a98' }) {
    for (const [y, c] of [
      [0, colour],
      [-9, mix(colour, '#fff0d0', 0.3)],
      [-18, colour],
    ] as const) {
      brush.shape(
        spline(
          [
            [-40, y - 11],
            [40, y - 11],
            [43, y - 5],
            [40, y],
            [-40, y],
            [-42, y - 5],
          ],
          0.5,
        ),
        c,
        { to: tones(c).deep, along: [-40, 0, 44, 0], lift: 2 },
      );
    }
    for (let i = -5; i <= 5; i++)
      brush.line(
        curve([
          [i * 7, -29],
          [i * 7 + 1, -20],
        ]),
        '#fff2d4',
        1.6,
        0.6,
      );
    for (let i = -6; i <= 6; i++)
      brush.line(
        curve([
          [i * 6, -1],
          [i * 6 + 1, 5],
        ]),
        tones(colour).lit,
        1.5,
        0.8,
      );
  },
};

const windowProp: Prop = {
  height: 110,
  width: 90,
  draw(brush, { state, colour = '#f0dfc4' }) {
    const lit = state === 'lit';
    const hole = spline(
      mirror([
        [0, -106],
        [28, -98],
        [40, -72],
        [40, -8],
        [0, -8],
      ]),
      0.4,
    );
    if (lit) brush.lamp(0, -54, 90, '#ffd080', 0.5);
    brush.as(lit ? 'light' : brush.role, () =>
      brush.shape(hole, lit ? '#fff0b4' : '#7fa2c4', {
        to: lit ? '#f6b454' : '#36588f',
        along: [0, -104, 0, -8],
        lift: 0,
      }),
    );
    if (!lit)
      for (const [x, y] of [
        [-20, -76],
        [14, -60],
        [24, -88],
        [-10, -40],
      ] as const)
        brush.dab(star(x, y, 3), '#fff8dc', 0.9);
    brush.line(hole, tones(colour).deep, 9, 0.5);
    brush.line(hole, colour, 7);
    brush.line(
      curve([
        [0, -104],
        [0, -10],
      ]),
      colour,
      5,
    );
    brush.line(
      curve([
        [-38, -56],
        [38, -56],
      ]),
      colour,
      5,
    );
    board(brush, -48, -10, 48, 0, colour, 3);
  },
};

/** Furniture and parts of houses. */
export const furniture = {
  bed,
  bench,
  chair,
  table,
  clock,
  mirror: mirrorProp,
  door,
  gate,
  ladder,
  trunk,
  pillow,
  blanket,
  window: windowProp,
} satisfies Record<string, Prop>;
