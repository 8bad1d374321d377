import { Path2D } from '@napi-rs/canvas';
import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import type { VistaStage } from '../vista-stage.ts';
import { fibres, sheet } from './sheets.ts';

/** The scalloped strip of cloth above the stage. */
export function valance(stage: VistaStage, c: Context, y: number): void {
  const { tones, w, view } = stage;
  const path = new Path2D();
  const swags = 7;
  const wide = (view.x1 - view.x0) / swags;
  path.moveTo(view.x0, view.y0 - 10);
  path.lineTo(view.x0, y * 0.7);
  for (let swag = 0; swag < swags; swag++)
    path.quadraticCurveTo(view.x0 + wide * (swag + 0.5), y * 1.42, view.x0 + wide * (swag + 1), y * 0.7);
  path.lineTo(view.x1, view.y0 - 10);
  path.closePath();
  sheet(stage, c, path, { colour: tones.main, wash: blend(tones.main, tones.deep, 0.45), off: 18, span: [view.y0, y] });
  c.strokeStyle = alpha(tones.light, 0.8);
  c.lineWidth = 3;
  for (let swag = 0; swag < swags; swag++) {
    const trim = new Path2D();
    trim.moveTo(view.x0 + wide * swag, y * 0.7 - 8);
    trim.quadraticCurveTo(view.x0 + wide * (swag + 0.5), y * 1.42 - 8, view.x0 + wide * (swag + 1), y * 0.7 - 8);
    c.stroke(trim);
  }
  fibres(stage, c, Math.round(w * 0.5));
}
