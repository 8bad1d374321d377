import { mix } from '../colour.ts';
import { box, curve, ellipse, limb, polygon, spline } from '../paths.ts';
import { board, pole, solid, tones } from './parts.ts';
import type { Prop } from './prop.ts';

const wood = '#a8704c';

const anchor: Prop = {
  height: 84,
  width: 66,
  grip: [0, -76],
  draw(brush, { colour = '#5a6a7c' }) {
    brush.line(ellipse(0, -76, 7), colour, 4.4);
    pole(brush, 0, -68, 0, -4, 4.4, colour, 3);
    pole(brush, -20, -58, 20, -58, 3.6, colour, 2);
    solid(
      brush,
      spline(
        [
          [-32, -30],
          [-26, -12],
          [0, 0],
          [26, -12],
          [32, -30],
          [36, -16],
          [22, 4],
          [0, 8],
          [-22, 4],
          [-36, -16],
        ],
        0.7,
      ),
      colour,
      -30,
      34,
    );
  },
};

const bicycle: Prop = {
  height: 84,
  width: 130,
  draw(brush, { colour = '#c8544c' }) {
    for (const x of [-40, 40]) {
      for (let i = 0; i < 5; i++) {
        const a = (i * Math.PI) / 5;
        brush.line(
          curve([
            [x + Math.cos(a) * 24, -26 + Math.sin(a) * 24],
            [x - Math.cos(a) * 24, -26 - Math.sin(a) * 24],
          ]),
          '#a8a8b0',
          0.9,
          0.8,
        );
      }
      brush.line(ellipse(x, -26, 25), '#3a3440', 4);
      brush.dab(ellipse(x, -26, 3.6), '#8a8a94');
    }
    brush.line(
      polygon([
        [-40, -26],
        [-12, -60],
        [-4, -26],
      ]),
      colour,
      4.4,
    );
    brush.line(
      polygon([
        [-12, -60],
        [30, -60],
        [-4, -26],
      ]),
      colour,
      4.4,
    );
    brush.line(
      curve([
        [40, -26],
        [30, -60],
        [26, -76],
      ]),
      colour,
      4.4,
    );
    brush.line(
      curve([
        [34, -82],
        [26, -77],
        [14, -80],
      ]),
      '#3a3440',
      4,
    );
    brush.line(
      curve([
        [-12, -60],
        [-15, -70],
      ]),
      '#3a3440',
      3.4,
    );
    brush.shape(
      spline([
        [-28, -74],
        [-4, -73],
        [-14, -66],
        [-26, -67],
      ]),
      '#6a4438',
      { lift: 2 },
    );
    brush.shape(box(20, -74, 46, -56, 0.4), '#c89a5c', { to: '#8a6438', along: [20, 0, 46, 0], lift: 2 });
    brush.dab(ellipse(-4, -26, 6), '#8a8a94');
  },
};

const boat: Prop = {
  height: 150,
  width: 160,
  face: { x: 30, y: -14, span: 12 },
  draw(brush, { state, colour = '#b8564e' }) {
    if (state !== 'empty') {
      brush.shape(
        limb(
          [
            [6, -26],
            [4, -148],
          ],
          [3.4, 2],
        ),
        '#6a4638',
        { lift: 2 },
      );
      brush.shape(
        spline(
          [
            [12, -144],
            [22, -90],
            [66, -38],
            [12, -34],
          ],
          0.3,
        ),
        '#fbeed6',
        { to: '#d9a890', along: [14, -140, 60, -30], lift: 4, halo: 2 },
      );
      brush.shape(
        spline(
          [
            [-2, -134],
            [-40, -44],
            [-2, -36],
          ],
          0.3,
        ),
        '#f4d0a8',
        { to: '#c98a80', along: [0, -130, -30, -40], lift: 4 },
      );
      brush.shape(
        polygon([
          [4, -150],
          [22, -144],
          [4, -138],
        ]),
        colour,
        { lift: 1 },
      );
    }
    const hull = spline(
      [
        [-80, -32],
        [0, -22],
        [84, -38],
        [62, -2],
        [0, 4],
        [-58, -2],
      ],
      0.6,
    );
    brush.shape(hull, mix(colour, '#ffd0a0', 0.2), { to: tones(colour).deep, along: [0, -34, 0, 6], lift: 4, halo: 3 });
    brush.clip(hull, () => {
      brush.line(
        curve([
          [-76, -24],
          [0, -14],
          [78, -28],
        ]),
        '#fff0d8',
        4,
      );
      for (const y of [-8, -1])
        brush.line(
          curve([
            [-70, y - 6],
            [0, y],
            [74, y - 8],
          ]),
          tones(colour).deep,
          1.4,
          0.6,
        );
    });
  },
};

const bridge: Prop = {
  height: 84,
  width: 250,
  draw(brush, { colour = '#9a8a80' }) {
    const arch = spline(
      [
        [-124, 0],
        [-112, -36],
        [-50, -62],
        [0, -68],
        [50, -62],
        [112, -36],
        [124, 0],
        [70, 0],
        [52, -28],
        [0, -40],
        [-52, -28],
        [-70, 0],
      ],
      0.5,
    );
    brush.shape(arch, colour, { to: tones(colour).deep, along: [0, -68, 0, 6], lift: 5, halo: 2 });
    brush.clip(arch, () => {
      for (let i = 0; i < 34; i++)
        brush.line(
          brush.blob(brush.between(-116, 116), brush.between(-62, -2), 11, 7, 0.12, 7),
          tones(colour).deep,
          1.2,
          0.45,
        );
    });
    for (let i = -5; i <= 5; i++) {
      const x = i * 20;
      const y = -66 + Math.abs(i) ** 1.7 * 2;
      pole(brush, x, y, x, y - 22, 2.6, '#7a5a48', 1.5);
    }
    brush.line(
      curve([
        [-104, -58],
        [-50, -80],
        [0, -88],
        [50, -80],
        [104, -58],
      ]),
      '#8a6650',
      5,
    );
  },
};

const lighthouse: Prop = {
  height: 210,
  width: 80,
  face: { x: 0, y: -100, span: 9 },
  draw(brush, { state, colour = '#c95a54' }) {
    brush.shape(
      spline(
        [
          [-44, 4],
          [-30, -14],
          [0, -20],
          [34, -12],
          [46, 4],
        ],
        0.8,
      ),
      '#7a7a8c',
      { to: '#4a4a60', along: [0, -20, 0, 4], lift: 3 },
    );
    const tower = spline(
      [
        [-26, -8],
        [-17, -150],
        [17, -150],
        [26, -8],
      ],
      0.12,
    );
    brush.shape(tower, '#f8ecdc', { to: '#b79cac', along: [-18, 0, 26, 0], lift: 5, halo: 2 });
    brush.clip(tower, () => {
      for (const y of [-124, -72]) brush.dab(box(-34, y, 34, y + 28), colour);
    });
    brush.form(tower, 26, -60, 60, '#4a3050', 0.4);
    brush.shape(box(-4, -50, 5, -34, 0.6), '#5a4858', { lift: 0 });
    brush.shape(
      spline(
        [
          [-8, -8],
          [-8, -24],
          [0, -29],
          [8, -24],
          [8, -8],
        ],
        0.4,
      ),
      '#6a4438',
      { lift: 1 },
    );
    board(brush, -24, -158, 24, -150, '#4a3a5c', 2);
    const lit = state !== 'out';
    brush.as(lit ? 'light' : brush.role, () =>
      brush.shape(box(-13, -182, 13, -158), lit ? '#fff0b8' : '#8a9aac', { lift: 0 }),
    );
    brush.shape(
      polygon([
        [-19, -181],
        [0, -208],
        [19, -181],
      ]),
      colour,
      { to: tones(colour).deep, along: [-14, 0, 18, 0], lift: 3 },
    );
    for (const x of [-12, 0, 12])
      brush.line(
        curve([
          [x, -182],
          [x, -158],
        ]),
        '#4a3a5c',
        1.6,
      );
    if (lit) brush.lamp(0, -170, 90, '#ffe9a8', 0.75);
  },
};

const sledge: Prop = {
  height: 44,
  width: 120,
  draw(brush, { colour = '#c8544c' }) {
    for (const x of [-34, 4, 36]) pole(brush, x, -24, x, -6, 3, wood, 1.5);
    brush.line(
      curve([
        [-54, -3],
        [40, -3],
        [58, -14],
        [54, -30],
      ]),
      tones(wood).deep,
      6,
    );
    brush.line(
      curve([
        [-54, -4],
        [40, -4],
        [57, -14],
        [54, -29],
      ]),
      wood,
      4,
    );
    for (const y of [-30, -25])
      brush.shape(
        spline(
          [
            [-52, y],
            [44, y],
            [50, y + 5],
            [-48, y + 5],
          ],
          0.2,
        ),
        colour,
        { to: tones(colour).deep, along: [-40, 0, 46, 0], lift: 2 },
      );
    brush.line(
      curve([
        [52, -26],
        [70, -34],
        [84, -30],
      ]),
      '#c9a480',
      2,
    );
  },
};

const signpost: Prop = {
  height: 130,
  width: 90,
  draw(brush, { colour = '#b98a58' }) {
    pole(brush, 0, -128, 0, 2, 5.5, mix(colour, '#4a3440', 0.35), 3);
    brush.shape(
      polygon([
        [-30, -120],
        [30, -120],
        [44, -108],
        [30, -96],
        [-30, -96],
      ]),
      colour,
      { to: tones(colour).deep, along: [0, -120, 0, -94], lift: 3, halo: 2 },
    );
    brush.shape(
      polygon([
        [30, -88],
        [-28, -88],
        [-42, -77],
        [-28, -66],
        [30, -66],
      ]),
      mix(colour, '#fff0c8', 0.2),
      { to: tones(colour).deep, along: [0, -88, 0, -64], lift: 3, halo: 2 },
    );
    for (const [y, s] of [
      [-108, 1],
      [-77, -1],
    ] as const) {
      brush.line(
        curve([
          [-20 * s, y],
          [0, y - 2],
          [18 * s, y],
        ]),
        '#5a3a34',
        2,
        0.7,
      );
    }
  },
};

const tent: Prop = {
  height: 130,
  width: 170,
  draw(brush, { state, colour = '#d89a4c' }) {
    brush.shape(
      polygon([
        [0, -130],
        [84, 0],
        [-84, 0],
      ]),
      mix(colour, '#fff0c8', 0.25),
      { to: tones(colour).deep, along: [-60, -100, 80, 0], lift: 5, halo: 3 },
    );
    for (let i = -3; i <= 3; i++)
      if (i)
        brush.line(
          curve([
            [0, -128],
            [i * 24, 0],
          ]),
          '#f8ecd0',
          5,
          0.55,
        );
    const mouth = spline(
      [
        [0, -98],
        [-16, -50],
        [-34, 0],
        [34, 0],
        [16, -50],
      ],
      0.3,
    );
    const lit = state === 'lit';
    if (lit) brush.lamp(0, -30, 90, '#ffc860', 0.6);
    brush.as(lit ? 'light' : brush.role, () =>
      brush.shape(mouth, lit ? '#ffdf90' : '#5a4048', {
        to: lit ? '#e8903c' : '#2a2038',
        along: [0, -98, 0, 0],
        lift: 0,
      }),
    );
    brush.shape(
      spline(
        [
          [0, -98],
          [-20, -50],
          [-46, 0],
          [-32, 0],
          [-12, -48],
        ],
        0.4,
      ),
      mix(colour, '#fff0c8', 0.45),
      { lift: 2 },
    );
    brush.shape(
      spline(
        [
          [0, -98],
          [20, -50],
          [46, 0],
          [32, 0],
          [12, -48],
        ],
        0.4,
      ),
      colour,
      { lift: 2 },
    );
    brush.line(
      curve([
        [0, -130],
        [0, -142],
      ]),
      '#7a5a48',
      3,
    );
    brush.shape(
      polygon([
        [0, -142],
        [18, -136],
        [0, -130],
      ]),
      '#c8544c',
      { lift: 1 },
    );
  },
};

const wheelbarrow: Prop = {
  height: 58,
  width: 120,
  draw(brush, { state, colour = '#6f9a7c' }) {
    pole(brush, -8, -26, -22, 0, 3.4, wood, 2);
    brush.line(
      curve([
        [-60, -40],
        [-20, -32],
        [44, -14],
      ]),
      wood,
      5,
    );
    if (state === 'full')
      for (const [x, y] of [
        [-14, -52],
        [8, -54],
        [24, -50],
        [-2, -58],
      ] as const)
        brush.shape(brush.blob(x, y, 13, 11, 0.1, 8), '#8aa84c', { lift: 1.5 });
    solid(
      brush,
      spline(
        [
          [-38, -54],
          [40, -50],
          [26, -20],
          [-14, -22],
        ],
        0.2,
      ),
      colour,
      -34,
      38,
      3,
    );
    brush.line(ellipse(44, -13, 12), '#4a3a3c', 5);
    brush.dab(ellipse(44, -13, 3.4), '#8a6a50');
  },
};

const windmill: Prop = {
  height: 230,
  width: 170,
  face: { x: 0, y: -92, span: 11 },
  draw(brush, { colour = '#f0e2cc' }) {
    const tower = spline(
      [
        [-38, 0],
        [-26, -140],
        [26, -140],
        [38, 0],
      ],
      0.15,
    );
    brush.shape(tower, colour, { to: mix(colour, '#7a5a6c', 0.5), along: [-24, 0, 36, 0], lift: 5, halo: 2 });
    brush.shape(
      spline(
        [
          [-30, -138],
          [-18, -166],
          [0, -174],
          [18, -166],
          [30, -138],
          [0, -132],
        ],
        0.8,
      ),
      '#a8584c',
      { to: '#6a3440', along: [-20, 0, 28, 0], lift: 3 },
    );
    brush.shape(
      spline(
        [
          [-10, 0],
          [-10, -28],
          [0, -36],
          [10, -28],
          [10, 0],
        ],
        0.4,
      ),
      '#7a4c3c',
      { lift: 2 },
    );
    for (const y of [-62, -106])
      brush.shape(box(-6, y - 9, 6, y + 9, 0.4), '#ffe2a0', { to: '#d0a058', along: [0, y - 9, 0, y + 9], lift: 1 });
    for (let i = 0; i < 4; i++) {
      brush.at(0, -146, 1, 0.4 + (i * Math.PI) / 2, false, () => {
        brush.line(
          curve([
            [0, 0],
            [0, -84],
          ]),
          '#6a4638',
          3.6,
        );
        brush.shape(
          polygon([
            [2, -22],
            [20, -24],
            [20, -82],
            [2, -82],
          ]),
          '#fbf2e0',
          { to: '#d0b8a4', along: [0, 0, 20, 0], lift: 2 },
        );
        for (let j = 1; j < 5; j++)
          brush.line(
            curve([
              [2, -22 - j * 12],
              [20, -23 - j * 12],
            ]),
            '#8a6a58',
            1.1,
            0.7,
          );
      });
    }
    brush.shape(ellipse(0, -146, 7), '#6a4638', { lift: 2 });
  },
};

const telescope: Prop = {
  height: 110,
  width: 90,
  draw(brush, { colour = '#b9863c' }) {
    for (const x of [-26, 4, 28]) pole(brush, 0, -66, x, 2, 3, '#7a5440', 2);
    brush.at(0, -72, 1, -0.5, false, () => {
      solid(
        brush,
        limb(
          [
            [-40, 0],
            [-14, 0],
          ],
          [6, 7],
        ),
        tones(colour).deep,
        -40,
        0,
        2,
      );
      solid(
        brush,
        limb(
          [
            [-16, 0],
            [20, 0],
          ],
          [8.6, 10],
        ),
        colour,
        -16,
        24,
        3,
      );
      solid(
        brush,
        limb(
          [
            [20, 0],
            [46, 0],
          ],
          [11, 13],
        ),
        mix(colour, '#5a3440', 0.2),
        20,
        50,
        3,
      );
      for (const x of [-14, 20])
        brush.line(
          curve([
            [x, -9],
            [x, 9],
          ]),
          '#f0d080',
          3,
        );
      brush.dab(ellipse(48, 0, 4, 12), '#bfe0ec', 0.9);
    });
  },
};

/** Things to travel with, and landmarks on the way. */
export const travel = {
  anchor,
  bicycle,
  boat,
  bridge,
  lighthouse,
  sledge,
  signpost,
  tent,
  wheelbarrow,
  windmill,
  telescope,
} satisfies Record<string, Prop>;
