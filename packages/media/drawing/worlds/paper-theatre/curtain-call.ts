import { alpha, blend } from '../../colour.ts';
import { ellipse, polygon } from '../../paths.ts';
import { fillBox, linear } from '../paint.ts';
import type { VistaStage } from '../vista-stage.ts';
import { burst, curtain, fibres, proscenium, sheet, spot } from './sheets.ts';

/** The curtain has fallen: one light on it, and whoever steps before it. */
export function curtainCall(stage: VistaStage): void {
  const { tones, w, h, view, short } = stage;
  const spotted = { x: w * 0.52, y: h * 0.84, half: short * 0.3 * stage.bigger };
  stage.key = { x: w * 0.52, y: 0, colour: tones.light };
  stage.layer('back', 1, {}, (c) => {
    fillBox(
      c,
      stage.all,
      linear(
        c,
        [0, view.y0, 0, view.y1],
        [
          [0, tones.ink],
          [1, tones.deep],
        ],
      ),
    );
    fibres(stage, c, 300);
  });
  const colour = blend(tones.main, tones.deep, 0.16);
  stage.layer('curtain', 0.8, { bloom: 0 }, (c) => {
    for (const side of [0, 1])
      curtain(stage, c, { from: side ? view.x1 : view.x0, to: w * 0.52 + (side ? -4 : 4), foot: h * 0.8, colour });
    c.save();
    c.globalCompositeOperation = 'source-atop';
    c.fillStyle = linear(
      c,
      [0, view.y0, 0, h],
      [
        [0, tones.ink, 0.75],
        [0.5, tones.ink, 0.28],
        [1, tones.ink, 0.5],
      ],
    );
    c.fillRect(view.x0, view.y0, view.x1 - view.x0, view.y1 - view.y0);
    c.restore();
    c.strokeStyle = tones.light;
    c.lineWidth = 5;
    c.setLineDash([1, 11]);
    c.beginPath();
    c.moveTo(view.x0, h * 0.765);
    c.lineTo(view.x1, h * 0.765);
    c.stroke();
    c.setLineDash([]);
    const disc = ellipse(spotted.x, h * 0.52, spotted.half * 0.92, spotted.half * 1.02);
    c.save();
    c.globalCompositeOperation = 'soft-light';
    c.fillStyle = alpha(tones.glare, 0.95);
    c.fill(disc);
    c.globalCompositeOperation = 'screen';
    c.fillStyle = alpha(tones.light, 0.22);
    c.fill(disc);
    c.restore();
    stage.lamp(c, { x: spotted.x, y: h * 0.52, radius: spotted.half * 1.5, colour: tones.light, strength: 0.35 });
    fibres(stage, c, 900);
  });
  stage.layer('boards', 0.66, { bloom: 0 }, (c) => {
    const floor = polygon([
      [view.x0, h * 0.8],
      [view.x1, h * 0.8],
      [view.x1, view.y1],
      [view.x0, view.y1],
    ]);
    const wood = blend(tones.haze, tones.main, 0.55);
    sheet(stage, c, floor, {
      colour: blend(wood, tones.deep, 0.45),
      wash: blend(wood, tones.ink, 0.75),
      off: 8,
      span: [h * 0.8, h],
    });
    c.strokeStyle = alpha(tones.ink, 0.5);
    c.lineWidth = 1.6;
    for (let board = -16; board <= 16; board++) {
      c.beginPath();
      c.moveTo(w / 2 + board * w * 0.045, h * 0.8);
      c.lineTo(w / 2 + board * w * 0.075, view.y1);
      c.stroke();
    }
    c.save();
    c.translate(spotted.x, h * 0.89);
    c.scale(1, 0.24);
    c.globalCompositeOperation = 'screen';
    c.fillStyle = alpha(tones.light, 0.5);
    c.fill(ellipse(0, 0, spotted.half));
    c.restore();
    fibres(stage, c, 500);
  });
  stage.layer('scraps', 0.6, { bloom: 0 }, (c) => {
    for (let piece = 0; piece < stage.by(12, 44); piece++) {
      const t = stage.random();
      c.save();
      c.translate(stage.between(view.x0, view.x1), h * (0.82 + t * 0.17));
      c.scale(1, 0.4);
      c.rotate(stage.between(0, 6));
      const size = 4 + t * 6;
      sheet(
        stage,
        c,
        polygon([
          [-size, -size],
          [size, -size],
          [size, size],
          [-size, size],
        ]),
        { colour: stage.choose([tones.accent, tones.light, tones.haze]), off: 4 },
      );
      c.restore();
    }
    const [x, y] = [w * 0.76, h * 0.87];
    sheet(stage, c, burst(x, y, short * 0.075, short * 0.034, 5, 0.4), { colour: tones.light, off: 10 });
    fibres(stage, c, 200);
  });
  stage.layer('beam', 0.5, { bloom: 0 }, (c) =>
    spot(stage, c, [w * 0.86, view.y0 - 20], { x: spotted.x, y: h * 0.89, half: spotted.half }, 0.6),
  );
  stage.thread(0.42, {
    air: [
      [w * 0.34, h * 0.6, h * 0.15],
      [w * 0.56, h * 0.46, h * 0.16],
    ],
    ground: [
      [w * 0.42, h * 0.92, h * 0.3],
      [w * 0.54, h * 0.88, h * 0.27],
    ],
    road: [
      [w * 0.4, h * 1.1, 18],
      [w * 0.45, h * 0.97, 12],
      [w * 0.5, h * 0.88, 7],
      [w * 0.52, h * 0.81, 4],
    ],
  });
  stage.layer('proscenium', 0.06, { bloom: 0 }, (c) =>
    proscenium(stage, c, { colour: blend(tones.deep, tones.main, 0.3), sill: h * 0.965 }),
  );
}
