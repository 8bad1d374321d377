import { rgb } from './colour.ts';
import type { LightMap } from './styles/finish.ts';

/** A light in device pixels. `strength` 1 adds its whole colour at the centre. */
export type Light = { x: number; y: number; radius: number; colour: string; strength: number };

/** What the light map of a scene is made of; lengths in device pixels. */
export type LightPlan = {
  width: number;
  height: number;
  ambient: string;
  lights: readonly Light[];
  /** Towards the main light, and how much brighter that side is. */
  slope: { x: number; y: number; amount: number };
  /** The picture darkens a little away from here. */
  focus: { x: number; y: number; amount: number };
  /** Card: light falls in soft steps. */
  stepped: boolean;
};

/**
 * The light of a scene at a quarter of the resolution: ambient × slope × vignette + Σ colour · strength · (1 / (1 + 3.2 d²/r²) − 1/20.2).
 * Every lit layer is multiplied by it, so that a lantern reaches fur, leaf and mist alike.
 */
export function lightMap(plan: LightPlan): LightMap {
  const width = Math.ceil(plan.width / 4);
  const height = Math.ceil(plan.height / 4);
  const factors = new Float32Array(width * height * 3);
  const ambient = rgb(plan.ambient).map((part) => part / 255);
  const { slope, focus } = plan;
  const far = (plan.width * plan.width + plan.height * plan.height) / 4;
  for (let y = 0, i = 0; y < height; y++) {
    const py = y * 4;
    const v = (py / plan.height - 0.5) * 2;
    const dy = py - focus.y;
    for (let x = 0; x < width; x++, i += 3) {
      const px = x * 4;
      const u = (px / plan.width - 0.5) * 2;
      const dx = px - focus.x;
      const away = (dx * dx + dy * dy) / far;
      const k = (1 + slope.amount * (u * slope.x + v * slope.y)) * (1 - focus.amount * Math.min(1, away * 0.62));
      factors[i] = ambient[0]! * k;
      factors[i + 1] = ambient[1]! * k;
      factors[i + 2] = ambient[2]! * k;
    }
  }
  for (const light of plan.lights) addLight(factors, width, height, light, plan.stepped);
  return { width, height, factors };
}

function addLight(factors: Float32Array, width: number, height: number, light: Light, stepped: boolean): void {
  const [red, green, blue] = rgb(light.colour).map((part) => (part / 255) * light.strength);
  const reach = light.radius * 2.45;
  const x0 = Math.max(0, Math.floor((light.x - reach) / 4));
  const x1 = Math.min(width, Math.ceil((light.x + reach) / 4));
  const y0 = Math.max(0, Math.floor((light.y - reach) / 4));
  const y1 = Math.min(height, Math.ceil((light.y + reach) / 4));
  const r2 = light.radius * light.radius;
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      const dx = x * 4 - light.x;
      const dy = y * 4 - light.y;
      const d = (dx * dx + dy * dy) / r2;
      if (d > 6) continue;
      let f = 1 / (1 + 3.2 * d) - 1 / 20.2;
      if (stepped) {
        const u = f * 6;
        const n = Math.floor(u);
        const t = Math.max(0, Math.min(1, (u - n - 0.3) / 0.4));
        f = ((n + t * t * (3 - 2 * t)) / 6) * 0.5 + f * 0.5;
      }
      const i = (y * width + x) * 3;
      factors[i]! += red! * f;
      factors[i + 1]! += green! * f;
      factors[i + 2]! += blue! * f;
    }
  }
}
