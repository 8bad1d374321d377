import { drawCast } from '../cast.ts';
import { mix } from '../colour.ts';
import { curve } from '../paths.ts';
import { drawHouse } from '../scenery/buildings.ts';
import { frameSides } from '../scenery/frame.ts';
import { drawMeadow, drawNearGrass } from '../scenery/ground.ts';
import { drawHill, drawPeaks } from '../scenery/land.ts';
import type { Crest } from '../scenery/land.ts';
import { drawSky } from '../scenery/sky.ts';
import { drawFir, drawTree } from '../scenery/trees.ts';
import { leaves } from '../scenery/plants.ts';
import type { Stage } from '../stage.ts';
import type { Setting } from './setting.ts';

/** A wood under snow: firs, a cottage with a light on, footprints that lead there, northern lights on clear nights. */
export const snowWood: Setting = { place: 'outdoors', horizon: 0.72, snowy: true, draw };

function draw(stage: Stage): void {
  const { brush, grade, view, horizon, width, height, spec } = stage;
  const homeX = stage.freeX(stage.side > 0 ? [0.7, 0.8, 0.56, 0.88] : [0.3, 0.2, 0.44, 0.12], 50);
  const lights = grade.stars > 40 && ['clear', 'wind'].includes(spec.weather);
  drawSky(stage, { bottom: horizon * 0.8, also: () => lights && aurora(stage) });
  stage.layer(
    'far wood',
    0.86,
    { lit: 0.3, wash: 0.24, broad: true, area: [view.x0, horizon - 290, view.x1, horizon + 20] },
    () => {
      drawPeaks(
        stage,
        horizon - 60,
        9,
        170,
        stage.tone('#8fa0c0', 0.84),
        stage.tone('#d0dcec', 0.9),
        stage.tone('#ffffff', 0.5),
      );
      const crest = drawHill(stage, horizon - 74, 24, 260, stage.tone('#e8eef8', 0.62), stage.tone('#c8d6ec', 0.7), {
        length: 100,
      });
      for (let i = 0; i < Math.round(width / 40); i++) {
        const x = brush.between(view.x0, view.x1);
        drawFir(stage, x, crest(x) + 6, brush.between(46, 92), 0.72);
      }
      stage.style.mist(brush, view, horizon - 60, 46, grade.haze, 0.34);
    },
  );
  stage.layer(
    'wood',
    0.62,
    { lit: 0.6, wash: 0.2, rim: 0.12, area: [view.x0, horizon - 330, view.x1, horizon + 60] },
    () => {
      const crest = drawHill(stage, horizon - 26, 22, 280, stage.tone('#f2f6fc', 0.34), stage.tone('#b8c8e4', 0.4), {
        length: 100,
      });
      const firs = [0.02, 0.09, 0.17, 0.24, 0.76, 0.86, 0.93, 0.99].map((at) => width * at + brush.between(-20, 20));
      for (const x of firs) {
        if (Math.abs(x - homeX) < 90) continue;
        drawFir(stage, x, crest(x) + 10, brush.between(120, 230), 0.36);
      }
      const colours = { spring: '#8fb46c', summer: '#5f8f5a', autumn: '#d07a34', winter: '' }[spec.season];
      if (colours) {
        const x = stage.freeX([0.44, 0.56, 0.32], -10);
        drawTree(stage, x, crest(x) + 8, 130, 0.36);
        brush.dab(leaves(stage, x, crest(x) - 92, 46, 46, 34, [7, 12]), stage.tone(colours, 0.3));
      }
      if (grade.lamps) {
        stage.light(homeX, crest(homeX), 190, grade.lamp, 0.5);
        brush.as('light', () => brush.glow(homeX, crest(homeX) + 6, 120, grade.lamp, 0.4));
      }
      drawHouse(stage, homeX, crest(homeX) + 14, 116, 66, {
        wall: '#a8705a',
        roof: '#8a4a40',
        depth: 0.2,
        door: grade.accent,
        windows: [3, 1],
        lit: 1,
      });
      drawFir(stage, homeX + 96, crest(homeX + 96) + 12, 120, 0.3);
    },
  );
  const { left, right } = frameSides(stage);
  drawMeadow(stage, {
    flowers: 0,
    top: view.y0,
    before: () => {
      if (left !== 'bare') bigFir(stage, width * 0.04, horizon + 40, 0.5);
      if (right !== 'bare') bigFir(stage, width * 0.965, horizon + 44, 0.46);
    },
    also: (crest) => prints(stage, crest, homeX),
  });
  const snow = stage.tone('#f6f9fd');
  drawCast(stage, {
    rim: 0.2,
    feet: (x, y, half) => {
      for (const dx of [-0.72, -0.2, 0.3, 0.74])
        brush.dab(
          brush.blob(x + dx * half, y + 6, half * 0.36, half * 0.085 + 2.5, 0.2, 9),
          dx > 0.5 ? mix(snow, '#8fa8d8', 0.25) : snow,
          0.95,
        );
    },
  });
  if (left !== 'bare' || right !== 'bare') {
    stage.layer(
      'near firs',
      0.06,
      { soft: 3, lit: 0.5, wash: 0.1, rim: 0.1, sway: { anchorY: height, amount: 4, seconds: 5.5 } },
      () => {
        const tall = Math.min(height, width * 0.72);
        const dark: [string, string] = [
          mix(stage.tone('#2f5a4c'), grade.shade, 0.5),
          mix(stage.tone('#7a9c8c'), grade.shade, 0.35),
        ];
        if (left !== 'bare') drawFir(stage, width * -0.015, height * 1.04, tall * 0.56, 0, dark);
        if (right !== 'bare') drawFir(stage, width * 1.015, height * 1.05, tall * 0.6, 0, dark);
      },
    );
  }
  drawNearGrass(stage, { snow: true });
}

function bigFir(stage: Stage, x: number, y: number, share: number): void {
  stage.brush.contact(x, y, 60, 12, 0.4);
  drawFir(stage, x, y, Math.min(stage.height, stage.width * 0.9) * share, 0.12);
}

/** Footprints from whoever is looked at to the door. */
function prints(stage: Stage, crest: Crest, homeX: number): void {
  const { brush, spec, width, height, horizon, grade } = stage;
  const x0 = spec.focus.x * width + (homeX > spec.focus.x * width ? 60 : -60);
  const y0 = Math.max(horizon + 40, height * 0.88);
  const blue = mix(stage.tone('#8fa8d8'), grade.shade, 0.25);
  const count = 15;
  for (let i = 0; i < count; i++) {
    const t = (i + 0.5) / count;
    const x = x0 + (homeX - x0) * t + (i % 2 ? 6 : -6) * (1 - t);
    const y = y0 + (crest(homeX) + 8 - y0) * t ** 0.8;
    const r = 7.5 * (1 - t * 0.7);
    brush.dab(brush.blob(x, y, r, r * 0.5, 0.12, 8), blue, 0.6);
  }
}

/** Curtains of green and violet light. */
function aurora(stage: Stage): void {
  const { brush, view, horizon } = stage;
  const palette = ['#7ff0c0', '#9fb8ff', '#c89cf0'];
  brush.as('light', () => {
    for (const [row, colour] of palette.entries()) {
      const phase = brush.random() * 6;
      const wave = (x: number) =>
        horizon * (0.36 - row * 0.075) + Math.sin(x / 260 + phase) * 42 + Math.sin(x / 101 + phase * 2) * 13;
      brush.soft(
        [view.x0, 0, view.x1, horizon * 0.7],
        brush.pick(9, 2),
        0.42,
        (ctx) => {
          for (let x = view.x0; x < view.x1; x += 14) {
            const y = wave(x);
            const tall = horizon * (0.17 + 0.09 * Math.sin(x / 47 + phase * 3));
            const fade = ctx.createLinearGradient(0, y - tall, 0, y + 22);
            fade.addColorStop(0, `${colour}00`);
            fade.addColorStop(0.8, `${colour}b0`);
            fade.addColorStop(1, `${colour}00`);
            ctx.fillStyle = fade;
            ctx.fillRect(x, y - tall, 14.6, tall + 22);
          }
        },
        'screen',
      );
      if (brush.style.flat)
        brush.line(
          curve(
            [0, 0.25, 0.5, 0.75, 1].map(
              (t) => [view.x0 + t * (view.x1 - view.x0), wave(view.x0 + t * (view.x1 - view.x0))] as const,
            ),
          ),
          colour,
          2,
          0.35,
        );
    }
  });
}
