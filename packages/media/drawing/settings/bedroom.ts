import { drawCast } from '../cast.ts';
import { box, curve, ellipse, spline } from '../paths.ts';
import type { Point } from '../paths.ts';
import { drawPicture, drawRoom, drawRug, drawShelf, roomTone } from '../scenery/room.ts';
import type { Stage } from '../stage.ts';
import { drawNearFurniture } from '../scenery/near-room.ts';
import type { Setting } from './setting.ts';

/** A small bedroom: a window to the evening, a bed with a patchwork quilt, a shelf, a rug. */
export const bedroom: Setting = { place: 'indoors', horizon: 0.7, draw };

function draw(stage: Stage): void {
  const { width, height, spec, horizon } = stage;
  const bedIsLeft = !spec.characters.some(({ x, size }) => x - size * 0.4 < 0.34);
  const windowX = stage.isPortrait ? width * 0.5 : width * (bedIsLeft ? 0.62 : 0.36);
  const hole = { x: windowX, y: height * 0.3, half: Math.min(width * 0.13, 120), tall: height * 0.19 };
  drawRoom(stage, {
    wall: '#c9b6cf',
    floor: '#a97b58',
    pattern: 'stars',
    window: hole,
    curtains: '#b8667a',
    onWall: () => {
      const side = bedIsLeft ? width * 0.86 : width * 0.66;
      if (stage.isPortrait) return;
      drawPicture(stage, side, height * 0.24, 92, 72);
      drawShelf(stage, side - 74, height * 0.47, 150, '#9a6b48');
    },
  });
  stage.layer('rug', 0.5, { lit: 0.9, wash: 0.16, area: [0, horizon - 10, width, height * 1.05] }, () => {
    drawRug(stage, spec.focus.x * width, Math.max(horizon + 70, height * 0.87), Math.min(300, width * 0.3), [
      '#e8c98a',
      '#7a90b0',
      '#d98a74',
      '#efe0c0',
    ]);
  });
  // A sleeping person brings pillow and quilt along.
  const hasBed =
    spec.props.some(({ kind }) => kind === 'bed') ||
    spec.characters.some(({ person, pose }) => person !== undefined && (pose === 'curl-up' || pose === 'lie'));
  if (!hasBed) {
    stage.layer('bed', 0.46, { lit: 1, wash: 0.18, rim: 0.2 }, () => {
      const x = stage.isPortrait ? width * 0.2 : bedIsLeft ? width * 0.13 : width * 0.9;
      drawBed(stage, x, Math.max(horizon + 62, height * 0.82), bedIsLeft ? 1 : -1);
    });
  }
  drawCast(stage);
  drawNearFurniture(stage, '#6a4a5c');
}

/** A bed seen from its foot end at the side of the room; `side` 1 stands left. */
function drawBed(stage: Stage, x: number, foot: number, side: 1 | -1): void {
  const { brush } = stage;
  const tone = roomTone(stage);
  const wood = tone('#9c6844');
  const at = (points: readonly Point[]): Point[] => points.map(([px, py]) => [x + side * px, foot + py]);
  const scale = 1.25;
  const s = (points: readonly Point[]): Point[] => at(points.map(([px, py]) => [px * scale, py * scale]));
  brush.contact(x + side * 20, foot + 8, 190 * scale, 16, 0.5);
  brush.shape(
    spline(
      s([
        [-170, -10],
        [-170, -190],
        [-150, -212],
        [-120, -206],
        [-112, -180],
        [-112, -4],
      ]),
      0.5,
    ),
    wood,
    { to: brush.darker(wood, 0.4), along: [x, foot - 200, x, foot], lift: 6, halo: 2 },
  );
  brush.shape(
    spline(
      s([
        [-120, -112],
        [150, -96],
        [168, -40],
        [160, 4],
        [-120, 0],
      ]),
      0.4,
    ),
    tone('#f1e4d0'),
    { to: tone('#cdb8b4'), along: [x, foot - 110, x, foot], lift: 5 },
  );
  brush.shape(
    spline(
      s([
        [-116, -120],
        [-92, -150],
        [-34, -148],
        [-20, -118],
        [-40, -98],
        [-104, -98],
      ]),
      0.8,
    ),
    tone('#fff6e6'),
    { to: tone('#d9c6cc'), along: [x, foot - 150, x, foot - 96], lift: 5 },
  );
  const quilt = spline(
    s([
      [-58, -118],
      [40, -116],
      [150, -104],
      [178, -60],
      [176, 2],
      [60, 10],
      [-66, 6],
      [-74, -60],
    ]),
    0.7,
  );
  brush.shape(quilt, tone('#7f93b8'), { to: tone('#56658c'), along: [x, foot - 110, x, foot + 10], lift: 6, halo: 2 });
  brush.clip(quilt, () => {
    const colours = ['#d98a74', '#e8c98a', '#8fb0a8', '#c88ca4', '#efe0c0', '#7f93b8'];
    let index = 0;
    for (let row = 0; row < 5; row++) {
      for (let column = 0; column < 8; column++) {
        const px = x + side * (-70 + column * 34) * scale;
        const py = foot + (-118 + row * 28 + column * 1.6) * scale;
        const colour = tone(colours[(index++ * 5 + row) % colours.length]!);
        brush.dab(
          spline(
            [
              [px, py],
              [px + side * 31 * scale, py + 2],
              [px + side * 32 * scale, py + 26 * scale],
              [px + side, py + 25 * scale],
            ],
            0.25,
          ),
          colour,
          0.85,
        );
        if (index % 3 === 0) brush.dab(ellipse(px + side * 16 * scale, py + 13 * scale, 5), tone('#fff4de'), 0.7);
      }
    }
    for (const fold of [-20, 40, 100]) {
      brush.line(
        curve([
          [x + side * fold * scale, foot - 120],
          [x + side * (fold + 12) * scale, foot - 60],
          [x + side * (fold + 4) * scale, foot + 8],
        ]),
        brush.darker(tone('#56658c'), 0.4),
        5,
        0.16,
      );
    }
  });
  brush.shape(
    spline(
      s([
        [166, 8],
        [166, -112],
        [178, -126],
        [194, -112],
        [196, 8],
      ]),
      0.4,
    ),
    wood,
    { to: brush.darker(wood, 0.4), along: [x, foot - 120, x, foot], lift: 5 },
  );
  brush.shape(
    box(...span(x + side * -172 * scale, x + side * -112 * scale, foot - 4, foot + 16)),
    brush.darker(wood, 0.25),
    { lift: 3 },
  );
}

function span(a: number, b: number, y0: number, y1: number): [number, number, number, number] {
  return [Math.min(a, b), y0, Math.max(a, b), y1];
}
