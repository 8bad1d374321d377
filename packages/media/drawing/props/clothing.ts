import { mix } from '../colour.ts';
import { curve, ellipse, limb, mirror, spline } from '../paths.ts';
import { solid, tones } from './parts.ts';
import type { Prop } from './prop.ts';

const boots: Prop = {
  height: 42,
  width: 54,
  grip: [0, -40],
  draw(brush, { colour = '#e0b03c' }) {
    for (const x of [-14, 10]) {
      brush.at(x, 0, 1, 0, false, () => {
        solid(
          brush,
          spline(
            [
              [-9, -40],
              [9, -40],
              [9, -16],
              [20, -9],
              [20, -1],
              [-9, -1],
            ],
            0.45,
          ),
          colour,
          -9,
          20,
        );
        brush.line(
          curve([
            [-9, -1],
            [20, -1],
          ]),
          tones(colour).deep,
          3.4,
        );
        brush.line(
          curve([
            [-9, -39],
            [9, -39],
          ]),
          tones(colour).lit,
          3.4,
        );
      });
    }
  },
};

const hat: Prop = {
  height: 40,
  width: 66,
  draw(brush, { colour = '#d0a860' }) {
    brush.shape(ellipse(0, -6, 33, 8), colour, {
      to: tones(colour).deep,
      along: [-30, -10, 30, 2],
      lift: 2.5,
      halo: 2,
    });
    solid(
      brush,
      spline(
        [
          [-18, -7],
          [-17, -30],
          [-8, -39],
          [8, -39],
          [17, -30],
          [18, -7],
          [0, -3],
        ],
        0.7,
      ),
      colour,
      -16,
      18,
    );
    brush.shape(
      spline(
        [
          [-18, -15],
          [0, -11],
          [18, -15],
          [18, -8],
          [0, -3],
          [-18, -8],
        ],
        0.6,
      ),
      '#b8544c',
      { lift: 1 },
    );
  },
};

const mitten: Prop = {
  height: 34,
  width: 28,
  draw(brush, { colour = '#c8544c' }) {
    brush.shape(
      limb(
        [
          [8, -12],
          [14, -20],
        ],
        [5, 4.6],
      ),
      colour,
      { to: tones(colour).deep, along: [6, -20, 18, -8], lift: 1.5 },
    );
    solid(
      brush,
      spline(
        mirror([
          [0, -35],
          [9, -29],
          [11, -10],
          [0, -8],
        ]),
      ),
      colour,
      -10,
      12,
    );
    brush.shape(
      spline(
        [
          [-11, -9],
          [11, -9],
          [12, 0],
          [-12, 0],
        ],
        0.4,
      ),
      '#f6ecdc',
      { to: '#c8b8b0', along: [-10, 0, 12, 0], lift: 1.5 },
    );
    for (const y of [-24, -18])
      brush.line(
        curve(
          [
            [-9, y],
            [-4, y + 3],
            [0, y],
            [4, y + 3],
            [9, y],
          ],
          0.2,
        ),
        '#fff2dc',
        1.5,
        0.9,
      );
  },
};

const scarf: Prop = {
  height: 26,
  width: 76,
  grip: [-16, -14],
  draw(brush, { colour = '#c8544c' }) {
    const band = limb(
      [
        [-36, -8],
        [-14, -18],
        [8, -8],
        [34, -16],
      ],
      [7.5, 8, 8, 7.5],
    );
    brush.shape(band, colour, { to: tones(colour).deep, along: [-30, -18, 20, 2], lift: 3, halo: 2 });
    brush.clip(band, () => {
      for (let i = -4; i <= 4; i++)
        brush.line(
          curve([
            [i * 9 - 2, -30],
            [i * 9 + 3, 2],
          ]),
          tones(colour).lit,
          3,
          0.65,
        );
    });
    for (let i = 0; i < 5; i++)
      brush.line(
        curve([
          [36, -22 + i * 3],
          [42, -21 + i * 3.4],
        ]),
        tones(colour).lit,
        1.6,
      );
  },
};

const sock: Prop = {
  height: 40,
  width: 34,
  draw(brush, { colour = '#6f9ab0' }) {
    const body = spline(
      [
        [-10, -39],
        [7, -39],
        [7, -18],
        [20, -10],
        [20, -2],
        [8, 0],
        [-6, -3],
        [-10, -16],
      ],
      0.8,
    );
    solid(brush, body, colour, -10, 20);
    brush.clip(body, () => {
      for (const y of [-32, -24, -16])
        brush.line(
          curve([
            [-14, y],
            [12, y],
          ]),
          '#fff2dc',
          3.4,
          0.9,
        );
    });
    brush.dab(ellipse(16, -5, 5.5, 5), mix(colour, '#c8544c', 0.75));
  },
};

const umbrella: Prop = {
  height: 130,
  width: 120,
  grip: [0, -20],
  draw(brush, { state, colour = '#d0604c' }) {
    brush.line(
      curve([
        [0, -110],
        [0, -14],
        [3, -3],
        [11, -3],
        [13, -11],
      ]),
      '#6a4a3c',
      3.4,
    );
    if (state === 'shut') {
      solid(
        brush,
        spline(
          mirror([
            [0, -112],
            [9, -60],
            [5, -40],
            [0, -38],
          ]),
        ),
        colour,
        -8,
        9,
      );
      return;
    }
    const scallops = [-58, -29, 0, 29, 58] as const;
    const canopy: [number, number][] = [
      [0, -128],
      [34, -118],
      [58, -84],
    ];
    for (let i = scallops.length - 1; i > 0; i--) {
      canopy.push([(scallops[i]! + scallops[i - 1]!) / 2, -90], [scallops[i - 1]!, -83]);
    }
    canopy.push([-34, -118]);
    brush.shape(spline(canopy, 0.9), mix(colour, '#ffd8a0', 0.2), {
      to: tones(colour).deep,
      along: [-40, -120, 50, -84],
      lift: 4,
      halo: 2,
    });
    for (const x of [-29, 0, 29])
      brush.line(
        curve([
          [0, -127],
          [x * 0.7, -108],
          [x, -85],
        ]),
        tones(colour).deep,
        1.6,
        0.6,
      );
    brush.line(
      curve([
        [0, -134],
        [0, -126],
      ]),
      '#6a4a3c',
      3,
    );
  },
};

/** Things to wear and carry against the weather. */
export const clothing = { boots, hat, mitten, scarf, sock, umbrella } satisfies Record<string, Prop>;
