import { alpha } from '../colour.ts';
import type { Style } from './style.ts';

/** Words that every style with a brush paints alike. */
export const painted: Pick<Style, 'line' | 'glow' | 'sky' | 'mist'> = {
  line(brush, path, colour, width, strength) {
    const toned = brush.style.tone(colour, brush.role);
    brush.ctx.strokeStyle = strength < 1 ? alpha(toned, strength) : toned;
    brush.ctx.lineWidth = width;
    brush.ctx.stroke(path);
  },
  glow(brush, x, y, radius, colour, strength) {
    const { ctx } = brush;
    const gradient = ctx.createRadialGradient(x, y, 0, x, y, radius);
    for (let i = 0; i <= 8; i++) {
      gradient.addColorStop(i / 8, alpha(colour, strength * (1 - i / 8) ** 2.2));
    }
    ctx.fillStyle = gradient;
    ctx.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
  },
  sky(brush, view, colours, light) {
    const { ctx, style } = brush;
    const tones = colours.map((colour) => style.tone(colour, 'sky'));
    const width = view.x1 - view.x0;
    const height = view.y1 - view.y0;
    const wash = ctx.createLinearGradient(0, view.y0, 0, view.y1);
    tones.forEach((_, index) =>
      wash.addColorStop((index / (tones.length - 1)) * 0.86, tones[tones.length - 1 - index]!),
    );
    ctx.fillStyle = wash;
    ctx.fillRect(view.x0, view.y0, width, height);
    brush.soft([view.x0, view.y0, view.x1, view.y1], 0, 1, (small) => {
      for (let i = 0; i < 16; i++) {
        const x = brush.between(view.x0, view.x1);
        const y = brush.between(view.y0, view.y0 + height * 0.8);
        const r = brush.between(110, 300);
        const tone = brush.choose(tones);
        const cloud = small.createRadialGradient(x, y, 0, x, y, r);
        cloud.addColorStop(0, alpha(tone, 0.3));
        cloud.addColorStop(0.6, alpha(tone, 0.15));
        cloud.addColorStop(1, alpha(tone, 0));
        small.fillStyle = cloud;
        small.fillRect(x - r, y - r, 2 * r, 2 * r);
      }
    });
    const shine = ctx.createRadialGradient(light.x, light.y, 0, light.x, light.y, light.spread * 2.6);
    shine.addColorStop(0, alpha(tones[0]!, 0.9));
    shine.addColorStop(0.25, alpha(tones[0]!, 0.46));
    shine.addColorStop(1, alpha(tones[0]!, 0));
    ctx.fillStyle = shine;
    ctx.fillRect(view.x0, view.y0, width, height);
  },
  mist(brush, view, y, height, colour, strength) {
    const toned = brush.style.tone(colour, 'sky');
    brush.soft([view.x0, y - height, view.x1, y + height], height * 0.4, strength, (small) => {
      small.fillStyle = toned;
      for (let i = 0; i < 6; i++) {
        small.beginPath();
        small.ellipse(
          brush.between(view.x0, view.x1),
          y + brush.between(-0.3, 0.3) * height,
          brush.between(200, 460),
          height * brush.between(0.22, 0.5),
          0,
          0,
          7,
        );
        small.fill();
      }
    });
  },
};
