import type { CharacterSpec } from '@kinora/capabilities';
import type { Stage } from '../stage.ts';
import { mix } from '../colour.ts';
import { isAfloat } from '../characters/index.ts';
import { curve, limb, spline } from '../paths.ts';
import type { Point } from '../paths.ts';

/** A boat that holds whoever can't swim: its middle, half its length, the floor that feet stand on. Units. */
export type RowingBoat = { x: number; half: number; floor: number; height: number };

const atHome: ReadonlySet<string> = new Set(['otter', 'duck', 'turtle', 'penguin', 'frog']);

/** Who is at home on water and needs no boat: ducks and otters while they are awake, boats with a face. */
export function floats({ species, pose, prop }: CharacterSpec): boolean {
  if (species === 'thing') return prop === 'boat';
  return atHome.has(species) && pose !== 'lie' && pose !== 'curl-up';
}

/** The boat for everybody in the scene who neither flies nor swims; none when nobody needs one. */
export function boatFor(stage: Stage): RowingBoat | undefined {
  const crew = stage.spec.characters.filter((character) => !isAfloat(character) && !floats(character));
  if (!crew.length) return undefined;
  const reach = (size: number) => size * stage.unitHeight * 0.42;
  const x0 = Math.min(...crew.map(({ x, size }) => x * stage.width - reach(size)));
  const x1 = Math.max(...crew.map(({ x, size }) => x * stage.width + reach(size)));
  const floor = Math.max(...crew.map(({ ground }) => ground)) * stage.height;
  const height = Math.max(...crew.map(({ size }) => size)) * stage.unitHeight;
  return { x: (x0 + x1) / 2, half: (x1 - x0) / 2 + 40, floor, height };
}

/** The far side and the inside of the boat, behind its crew. */
export function drawBoatBack(stage: Stage, boat: RowingBoat): void {
  const { brush } = stage;
  const { x, half, floor } = boat;
  const rim = rimOf(boat);
  const wood = stage.tone('#7a4a34', 0.02);
  brush.shape(
    spline(
      [
        [x - half, rim - 26],
        [x - half * 0.5, rim - 18],
        [x, rim - 16],
        [x + half * 0.5, rim - 18],
        [x + half, rim - 30],
        [x + half * 0.8, floor + 10],
        [x - half * 0.8, floor + 10],
      ],
      0.7,
    ),
    brush.darker(wood, 0.35),
    { to: brush.darker(wood, 0.6), along: [0, rim - 20, 0, floor], lift: 3 },
  );
  brush.line(
    curve([
      [x - half, rim - 26],
      [x - half * 0.5, rim - 18],
      [x, rim - 16],
      [x + half * 0.5, rim - 18],
      [x + half, rim - 30],
    ]),
    stage.tone('#c89466', 0.02),
    6,
  );
}

/** The near side of the boat, over the feet of its crew, with a lantern at the bow when it is dark. */
export function drawBoatFront(stage: Stage, boat: RowingBoat): void {
  const { brush, grade } = stage;
  const { x, half, floor } = boat;
  const rim = rimOf(boat);
  const keel = floor + 34;
  const hull = stage.tone(grade.accent, 0.02);
  const bow: Point[] = [
    [x - half - 6, rim - 28],
    [x - half * 0.55, rim - 2],
    [x, rim + 5],
    [x + half * 0.55, rim - 4],
    [x + half + 8, rim - 34],
  ];
  const side = spline(
    [
      ...bow,
      [x + half * 0.86, keel - 12],
      [x + half * 0.5, keel + 6],
      [x - half * 0.5, keel + 6],
      [x - half * 0.84, keel - 8],
    ],
    0.7,
  );
  brush.shape(side, hull, { to: brush.darker(hull, 0.5), along: [0, rim - 10, 0, keel], lift: 6, halo: 3 });
  brush.clip(side, () => {
    for (const t of [0.34, 0.66]) {
      brush.line(curve(bow.map(([px, py]): Point => [px, py + (keel - rim) * t])), brush.darker(hull, 0.45), 2, 0.6);
    }
    brush.line(curve(bow.map(([px, py]): Point => [px, py + 9])), stage.tone('#fbf0dc', 0.02), 5, 0.85);
  });
  brush.line(curve(bow), stage.tone('#d8a472', 0.02), 8);
  brush.line(curve(bow.map(([px, py]): Point => [px, py + 4])), brush.darker(hull, 0.6), 1.6, 0.6);
  // An oar over the side.
  const oarX = x + half * 0.5;
  brush.shape(
    limb(
      [
        [oarX - 30, rim - 34],
        [oarX + 16, rim + 26],
        [oarX + 44, keel + 6],
      ],
      [3, 3, 3],
    ),
    stage.tone('#e0b884', 0.02),
    { lift: 2 },
  );
  if (!grade.lamps) return;
  const lx = x + half - 2;
  brush.as('light', () => {
    brush.lamp(lx, rim - 62, 64, '#ffc868', 0.7);
    brush.shape(brush.blob(lx, rim - 60, 9, 12, 0.03), '#ffe9ac', {
      to: '#ffb850',
      along: [0, rim - 74, 0, rim - 48],
      lift: 0,
    });
  });
  brush.line(
    curve(
      [
        [lx - 8, rim - 28],
        [lx - 10, rim - 80],
        [lx, rim - 78],
        [lx, rim - 74],
      ],
      0.5,
    ),
    brush.darker(stage.tone('#6a4a3a'), 0.3),
    3,
  );
}

/** Foam where the hull meets the water. */
export function drawWake(stage: Stage, boat: RowingBoat): void {
  const { brush, grade } = stage;
  const white = mix(grade.sky[0]!, '#ffffff', 0.45);
  const y = boat.floor + 26;
  for (const [dx, dy, w, strength] of [
    [0, 0, 1.02, 0.75],
    [0.1, 9, 0.8, 0.45],
    [-0.12, 16, 1.2, 0.28],
  ] as const) {
    const cx = boat.x + dx * boat.half;
    const half = boat.half * w;
    brush.dab(
      spline([
        [cx - half, y + dy],
        [cx - half * 0.4, y + dy - 4],
        [cx + half * 0.3, y + dy - 2],
        [cx + half, y + dy + 1],
        [cx + half * 0.3, y + dy + 5],
        [cx - half * 0.4, y + dy + 4],
      ]),
      white,
      strength,
    );
  }
}

function rimOf({ floor, height }: RowingBoat): number {
  return floor - Math.min(58, height * 0.2);
}
