import { createCanvas } from '@napi-rs/canvas';

/** A camera that Kinora draws: somebody who moves and talks before a window, with the noise of a sensor. */
export type DrawnCamera = {
  /** RGBA, rows from the top: a view that the next call overwrites. @param time Seconds. */
  frame(time: number): Uint8ClampedArray;
};

/** Makes a camera. The same times and seed give the same frames. */
export function createDrawnCamera({
  width,
  height,
  seed = 1,
}: {
  width: number;
  height: number;
  seed?: number;
}): DrawnCamera {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const noise = makeNoise(width * height * 4 + 65_536, seed);
  const unit = Math.min(width, height);
  let turn = seed * 977;
  return {
    frame(time) {
      const t = time + seed * 1.7;
      const sky = context.createLinearGradient(0, 0, width, height);
      sky.addColorStop(0, '#9fb7cf');
      sky.addColorStop(0.55, '#d9c7a6');
      sky.addColorStop(1, '#584b45');
      context.fillStyle = sky;
      context.fillRect(0, 0, width, height);
      for (let shelf = 0; shelf < 5; shelf += 1) {
        context.fillStyle = `hsl(${shelf * 61 + seed * 40} 35% ${28 + shelf * 6}%)`;
        context.fillRect(
          width * (0.02 + shelf * 0.05),
          height * (0.15 + 0.12 * (shelf % 3)),
          width * 0.04,
          height * 0.3,
        );
      }
      const x = width * (0.55 + 0.06 * Math.sin(t * 0.9));
      const y = height * (0.42 + 0.015 * Math.sin(t * 1.7));
      const ellipse = (dx: number, dy: number, rx: number, ry: number, colour: string) => {
        context.fillStyle = colour;
        context.beginPath();
        context.ellipse(x + dx * unit, y + dy * unit, rx * unit, ry * unit, 0, 0, Math.PI * 2);
        context.fill();
      };
      ellipse(0, 0.5, 0.34, 0.26, '#7a3b46');
      ellipse(0, -0.04, 0.2, 0.24, '#3b2a22');
      ellipse(0, 0.22, 0.07, 0.1, '#c98f6d');
      ellipse(0, 0.03, 0.15, 0.19, '#dba680');
      ellipse(0.05, 0.05, 0.1, 0.15, '#e6b48e');
      const blink = Math.sin(t * 2.3) > 0.97 ? 0.004 : 0.016;
      for (const side of [-1, 1]) {
        ellipse(side * 0.058, 0.0, 0.028, blink, '#fbf6ef');
        ellipse(side * 0.058 + 0.008 * Math.sin(t), 0.0, 0.012, Math.min(blink, 0.013), '#2b3a4d');
        ellipse(side * 0.058, -0.045, 0.034, 0.007, '#4a3327');
      }
      ellipse(0, 0.065, 0.016, 0.03, '#c98a66');
      ellipse(0, 0.125, 0.05, 0.012 + 0.014 * Math.abs(Math.sin(t * 6)), '#a04a48');
      ellipse(0.34 + 0.05 * Math.sin(t * 2.2), 0.34 + 0.12 * Math.sin(t * 2.9), 0.06, 0.08, '#d69f79');
      const { data } = context.getImageData(0, 0, width, height);
      // A place of its own in the noise for each frame.
      turn = (Math.imul(turn, 1_103_515_245) + 12_345) >>> 0;
      const from = turn % 65_536;
      for (let at = 0; at < data.length; at += 1) data[at] = data[at]! + noise[from + at]!;
      for (let at = 3; at < data.length; at += 4) data[at] = 255;
      return data;
    },
  };
}

/** About normal, a standard deviation of 4 levels. */
function makeNoise(length: number, seed: number): Int8Array {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return Int8Array.from({ length }, () => (random() + random() + random() - 1.5) * 8);
}
