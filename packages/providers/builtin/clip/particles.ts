import type { Layer } from '@kinora/media/drawing';
import type { Draw } from '@kinora/media/video/compositing';
import { centred } from './details.ts';
import type { Place } from './details.ts';
import { drawGlow } from './paint.ts';
import type { Shower } from './layers.ts';
import type { SpriteMaker } from './paint.ts';

type Item = NonNullable<Layer['particles']>['items'][number];

/**
 * What falls or drifts before a layer at a moment. The ways are the illustrator's (`drawParticles`), so that a clip goes on
 * from its still; the marks are sprites, drawn once.
 */
export function fall(
  shower: Shower,
  { seconds, level }: { seconds: number; level?: number | undefined },
  place: Place,
  make: SpriteMaker,
): Draw[] {
  const { kind, colour, items, width, height, frame } = shower;
  // Of a hundred flakes those are seen that the music is loud enough for; the next ones are just coming into sight.
  const seen = level === undefined ? Infinity : (0.4 + 0.75 * level) * items.length;
  const comes = Math.max(1, items.length * 0.15);
  return items.flatMap((item, index) => {
    const presence = Math.min(1, (seen - index) / comes);
    if (presence <= 0) return [];
    const sway = kind === 'rain' ? 0 : Math.sin(seconds * 1.1 + item.phase) * 0.008;
    const x = fraction(item.x + item.drift * seconds + sway) * width - frame.x;
    const y = fraction(item.y + item.speed * seconds) * height - frame.y;
    return marks(kind, { item, colour, seconds, make }).map(({ sprite, size, opacity, dx = 0, dy = 0 }) =>
      centred(sprite, { x: x + dx, y: y + dy, width: size[0], height: size[1], opacity: opacity * presence }, place),
    );
  });
}

type Mark = { sprite: Draw['sprite']; size: [number, number]; opacity: number; dx?: number; dy?: number };
type MarkOptions = { item: Item; colour: string; seconds: number; make: SpriteMaker };

function marks(kind: NonNullable<Layer['particles']>['kind'], { item, colour, seconds, make }: MarkOptions): Mark[] {
  const { size, opacity, phase } = item;
  switch (kind) {
    case 'rain': {
      const length = Math.max(2, Math.round(size * 14));
      const lean = Math.round((item.drift / item.speed) * size * 14);
      const width = Math.max(1, size * 0.5);
      const box: [number, number] = [Math.abs(lean) + 6, length + 6];
      const sprite = make(`rain ${colour} ${length} ${lean}`, { width: box[0], height: box[1] }, (context) => {
        context.strokeStyle = colour;
        context.lineWidth = width;
        context.lineCap = 'round';
        context.moveTo(lean < 0 ? box[0] - 3 : 3, 3);
        context.lineTo(lean < 0 ? 3 : box[0] - 3, length + 3);
        context.stroke();
      });
      return [{ sprite, size: [sprite.width, sprite.height], opacity, dx: lean / 2, dy: length / 2 }];
    }
    case 'leaves':
    case 'petals': {
      // A turn in 64 steps and a tumble in 8 are finer than the eye follows on so small a leaf.
      const angle = phase + seconds * (0.8 + item.drift * 4);
      const turn = Math.round((fraction(angle / Math.PI) * 64) % 64);
      const flat = Math.round(Math.abs(Math.sin(angle * 1.3)) * 8);
      const radius = Math.max(1, Math.round(size * 2) / 2);
      const box = Math.ceil(radius * 2 + 4);
      const sprite = make(`leaf ${colour} ${radius} ${turn} ${flat}`, { width: box, height: box }, (context) => {
        context.fillStyle = colour;
        context.ellipse(box / 2, box / 2, radius, radius * (0.3 + (0.25 * flat) / 8), (turn / 64) * Math.PI, 0, 7);
        context.fill();
      });
      return [{ sprite, size: [box, box], opacity }];
    }
    case 'fireflies':
    case 'dust': {
      const isDust = kind === 'dust';
      const pulse = isDust ? 0.8 : 0.55 + 0.45 * Math.sin(seconds * 1.6 + phase * 3);
      const glow = make(`glow ${colour}`, { width: 32, height: 32 }, (context) => drawGlow(context, colour, 32), {
        isLight: true,
      });
      const halo = Math.max(6, size * (isDust ? 3.2 : 12));
      const core = Math.max(6, size * 2.6);
      return [
        { sprite: glow, size: [halo, halo], opacity: opacity * pulse * 0.7 },
        { sprite: glow, size: [core, core], opacity: opacity * pulse },
      ];
    }
    case 'bubbles': {
      const radius = Math.max(1, Math.round(size));
      const box = radius * 2 + 6;
      const sprite = make(`bubble ${colour} ${radius}`, { width: box, height: box }, (context) => {
        const middle = box / 2;
        context.strokeStyle = colour;
        context.lineWidth = Math.max(0.8, radius * 0.16);
        context.fillStyle = `${colour.slice(0, 7)}40`;
        context.arc(middle, middle, radius, 0, 7);
        context.fill();
        context.stroke();
        context.fillStyle = '#ffffff';
        context.beginPath();
        context.arc(middle - radius * 0.35, middle - radius * 0.38, radius * 0.22, 0, 7);
        context.fill();
      });
      return [{ sprite, size: [box, box], opacity }];
    }
    case 'snow': {
      const radius = Math.max(1, Math.round(size * 2) / 2);
      const box = Math.ceil(radius * 2 + 4);
      const sprite = make(`snow ${colour} ${radius}`, { width: box, height: box }, (context) => {
        const middle = box / 2;
        const soft = context.createRadialGradient(middle, middle, radius * 0.45, middle, middle, radius + 1);
        soft.addColorStop(0, colour);
        soft.addColorStop(1, `${colour.slice(0, 7)}00`);
        context.fillStyle = soft;
        context.fillRect(0, 0, box, box);
      });
      return [{ sprite, size: [box, box], opacity }];
    }
  }
}

function fraction(value: number): number {
  return value - Math.floor(value);
}
