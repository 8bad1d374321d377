import type { ThreadKind } from '@kinora/capabilities';
import type { Context } from '../brush.ts';
import { alpha, blend } from '../colour.ts';
import { curve, ellipse, limb, polygon, spline } from '../paths.ts';
import { glow, linear, radial } from './paint.ts';
import type { VistaStage } from './vista-stage.ts';

type Draw = (stage: VistaStage, c: Context) => void;

/** Each thing, 100 units tall, looking to the right: always the same, so that it is known again in every picture. */
export const things: Record<Exclude<ThreadKind, 'road'>, Draw> = {
  light,
  traveller,
  bird,
  boat,
  comet,
  balloon,
  lantern,
};

/** What carries the traveller where there is no ground: a hull on water, a boulder in space, a bubble elsewhere. */
export const perches: Record<'hull' | 'rock' | 'bubble', Draw> = {
  hull({ tones }, c) {
    c.fillStyle = linear(
      c,
      [0, -10, 0, 12],
      [
        [0, blend(tones.main, tones.light, 0.4)],
        [0.3, tones.deep],
        [1, tones.ink],
      ],
    );
    c.fill(
      spline(
        [
          [-56, -12],
          [-30, -4],
          [26, -4],
          [58, -14],
          [40, 7],
          [4, 12],
          [-38, 8],
        ],
        0.5,
      ),
    );
    c.strokeStyle = alpha(tones.light, 0.4);
    c.lineWidth = 1.4;
    c.stroke(
      curve([
        [-70, 12],
        [-20, 14],
        [50, 13],
        [84, 11],
      ]),
    );
  },
  rock({ tones, key }, c) {
    c.fillStyle = linear(
      c,
      [key.x > 0 ? -40 : 40, -6, 20, 60],
      [
        [0, blend(tones.haze, tones.light, 0.45)],
        [0.3, blend(tones.deep, tones.main, 0.5)],
        [1, tones.ink],
      ],
    );
    c.fill(
      polygon([
        [-52, 0],
        [-30, -5],
        [4, -3],
        [34, -6],
        [55, 2],
        [44, 20],
        [22, 34],
        [10, 52],
        [-8, 40],
        [-34, 28],
      ]),
    );
    c.strokeStyle = alpha(tones.light, 0.7);
    c.lineWidth = 1.6;
    c.stroke(
      curve(
        [
          [-52, 0],
          [-30, -5],
          [4, -3],
          [34, -6],
          [55, 2],
        ],
        0.2,
      ),
    );
  },
  bubble({ tones }, c) {
    c.fillStyle = radial(c, 0, -50, 72, [
      [0, tones.light, 0.05],
      [0.8, tones.light, 0.09],
      [0.97, tones.glare, 0.5],
      [1, tones.light, 0],
    ]);
    c.fillRect(-74, -124, 148, 148);
    c.strokeStyle = alpha(tones.glare, 0.8);
    c.lineWidth = 2.4;
    c.beginPath();
    c.arc(0, -50, 62, 3.5, 4.4);
    c.stroke();
  },
};

function light({ tones }: VistaStage, c: Context): void {
  glow(c, 0, 0, 90, tones.light, 0.9);
  c.fillStyle = tones.glare;
  c.fill(ellipse(0, 0, 15));
  for (const [angle, length] of [
    [0, 60],
    [Math.PI / 2, 44],
  ] as const) {
    c.save();
    c.rotate(angle);
    c.fill(
      polygon([
        [-length, 0],
        [0, -2.6],
        [length, 0],
        [0, 2.6],
      ]),
    );
    c.restore();
  }
}

/** Feet at (0, 0): long coat, scarf in the accent colour, a small lamp held forward. */
function traveller({ tones }: VistaStage, c: Context): void {
  const coat = blend(tones.ink, tones.deep, 0.35);
  c.fillStyle = tones.ink;
  c.fill(
    limb(
      [
        [-4, -34],
        [-8, -16],
        [-11, -1],
      ],
      [5, 4, 3.4],
    ),
  );
  c.fill(
    limb(
      [
        [3, -34],
        [7, -17],
        [8, -1],
      ],
      [5, 4, 3.4],
    ),
  );
  c.fillStyle = coat;
  c.fill(
    spline(
      [
        [-3, -82],
        [5, -81],
        [9, -62],
        [12, -34],
        [9, -22],
        [-15, -20],
        [-17, -30],
        [-10, -62],
      ],
      0.7,
    ),
  );
  c.fill(
    limb(
      [
        [4, -72],
        [12, -58],
        [19, -52],
      ],
      [5, 4, 3],
    ),
  );
  c.fillStyle = tones.accent;
  c.fill(
    spline(
      [
        [-6, -84],
        [6, -84],
        [7, -77],
        [-6, -76],
      ],
      0.6,
    ),
  );
  c.fill(
    spline(
      [
        [-4, -82],
        [-18, -84],
        [-31, -76],
        [-38, -79],
        [-33, -70],
        [-19, -76],
        [-5, -77],
      ],
      0.9,
    ),
  );
  c.fillStyle = tones.ink;
  c.fill(ellipse(1, -91, 7.4, 8.6));
  c.strokeStyle = alpha(tones.light, 0.95);
  c.lineWidth = 1.9;
  c.stroke(
    curve([
      [6, -80],
      [10, -62],
      [13, -36],
      [10, -24],
    ]),
  );
  c.stroke(
    curve([
      [6, -98],
      [8.5, -91],
      [7, -85],
    ]),
  );
  c.strokeStyle = tones.ink;
  c.stroke(
    curve([
      [19, -52],
      [19, -42],
    ]),
  );
  c.fillStyle = tones.glare;
  c.fill(ellipse(19, -37, 4, 5));
}

/** Wings spread, in the light. */
function bird({ tones }: VistaStage, c: Context): void {
  const far = blend(tones.light, tones.main, 0.45);
  c.fillStyle = far;
  c.fill(
    spline(
      [
        [8, -4],
        [-6, -30],
        [-34, -52],
        [-62, -56],
        [-40, -38],
        [-22, -14],
        [-8, 2],
      ],
      0.8,
    ),
  );
  c.fillStyle = linear(
    c,
    [0, -60, 0, 20],
    [
      [0, tones.glare],
      [1, blend(tones.light, tones.main, 0.3)],
    ],
  );
  c.fill(
    spline(
      [
        [-52, 8],
        [-22, 0],
        [12, -7],
        [32, -10],
        [44, -5],
        [30, 1],
        [4, 10],
        [-24, 12],
      ],
      0.8,
    ),
  );
  c.fill(
    spline(
      [
        [14, -6],
        [22, -34],
        [14, -62],
        [-8, -82],
        [-4, -52],
        [-14, -24],
        [-12, 2],
      ],
      0.8,
    ),
  );
  c.fillStyle = tones.accent;
  c.fill(
    polygon([
      [-46, 6],
      [-82, 2],
      [-66, 10],
      [-80, 22],
      [-44, 12],
    ]),
  );
  c.fill(
    polygon([
      [43, -7],
      [54, -4],
      [43, -2],
    ]),
  );
}

/** Keel at (0, 0). */
function boat({ tones }: VistaStage, c: Context): void {
  c.fillStyle = linear(
    c,
    [-20, -96, 30, -20],
    [
      [0, tones.glare],
      [1, blend(tones.light, tones.accent, 0.35)],
    ],
  );
  c.fill(
    spline(
      [
        [0, -98],
        [16, -70],
        [22, -44],
        [18, -24],
        [0, -22],
      ],
      0.55,
    ),
  );
  c.fillStyle = tones.accent;
  c.fill(
    spline(
      [
        [-4, -88],
        [-4, -24],
        [-30, -24],
        [-20, -52],
      ],
      0.35,
    ),
  );
  c.strokeStyle = tones.ink;
  c.lineWidth = 2.2;
  c.stroke(
    curve([
      [-2, -100],
      [-2, -16],
    ]),
  );
  c.fillStyle = linear(
    c,
    [0, -18, 0, 2],
    [
      [0, blend(tones.main, tones.light, 0.3)],
      [0.3, tones.deep],
      [1, tones.ink],
    ],
  );
  c.fill(
    spline(
      [
        [-46, -20],
        [0, -15],
        [48, -22],
        [34, -3],
        [4, 1],
        [-32, -2],
      ],
      0.5,
    ),
  );
  c.fillStyle = tones.glare;
  c.fill(ellipse(26, -24, 3.4, 4.4));
}

/** Head at (0, 0), tail to the left and up. */
function comet({ tones }: VistaStage, c: Context): void {
  c.save();
  c.rotate(0.35);
  c.globalCompositeOperation = 'screen';
  for (const [width, length, colour, strength] of [
    [34, 300, tones.accent, 0.45],
    [20, 240, tones.light, 0.55],
    [9, 180, tones.glare, 0.8],
  ] as const) {
    c.fillStyle = linear(
      c,
      [0, 0, -length, 0],
      [
        [0, colour, strength],
        [0.4, colour, strength * 0.35],
        [1, colour, 0],
      ],
    );
    c.fill(
      spline(
        [
          [width * 0.5, 0],
          [0, -width * 0.5],
          [-length * 0.5, -width * 0.32],
          [-length, 0],
          [-length * 0.5, width * 0.32],
          [0, width * 0.5],
        ],
        0.9,
      ),
    );
  }
  c.restore();
  c.fillStyle = tones.glare;
  c.fill(ellipse(0, 0, 13));
}

/** Centre of the envelope above (0, 0), basket below. */
function balloon({ tones }: VistaStage, c: Context): void {
  const envelope = spline([
    [0, -62],
    [30, -50],
    [38, -24],
    [24, 4],
    [8, 20],
    [-8, 20],
    [-24, 4],
    [-38, -24],
    [-30, -50],
  ]);
  c.save();
  c.clip(envelope);
  [-40, -24, -9, 9, 24].forEach((left, index) => {
    c.fillStyle = index % 2 ? tones.accent : tones.light;
    c.fillRect(left, -70, 20, 100);
  });
  c.fillStyle = linear(
    c,
    [-40, -40, 40, 0],
    [
      [0, tones.glare, 0.35],
      [0.45, tones.deep, 0],
      [1, tones.deep, 0.75],
    ],
  );
  c.fillRect(-50, -70, 100, 100);
  c.restore();
  c.strokeStyle = tones.ink;
  c.lineWidth = 1;
  c.stroke(
    curve([
      [-8, 20],
      [-5, 32],
    ]),
  );
  c.stroke(
    curve([
      [8, 20],
      [5, 32],
    ]),
  );
  c.fillStyle = tones.ink;
  c.fill(
    polygon([
      [-6, 31],
      [6, 31],
      [5, 40],
      [-5, 40],
    ]),
  );
  c.fillStyle = tones.glare;
  c.fill(ellipse(0, 23, 2.6, 4));
}

/** A paper lantern, centre at (0, 0). */
function lantern({ tones }: VistaStage, c: Context): void {
  const body = spline(
    [
      [-22, -36],
      [22, -36],
      [33, -6],
      [25, 34],
      [-25, 34],
      [-33, -6],
    ],
    0.6,
  );
  c.fillStyle = radial(c, 0, 16, 60, [
    [0, tones.glare],
    [0.45, tones.light],
    [1, blend(tones.light, tones.accent, 0.75)],
  ]);
  c.fill(body);
  c.save();
  c.clip(body);
  c.strokeStyle = alpha(tones.accent, 0.4);
  c.lineWidth = 1.6;
  for (const y of [-24, -10, 4, 18])
    c.stroke(
      curve([
        [-36, y],
        [0, y + 6],
        [36, y],
      ]),
    );
  c.restore();
  c.fillStyle = blend(tones.ink, tones.accent, 0.2);
  c.fillRect(-23, -41, 46, 6);
  c.fillRect(-25, 33, 50, 5);
}
