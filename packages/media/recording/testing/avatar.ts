import type { SKRSContext2D } from '@napi-rs/canvas';

/** How an avatar stands at a moment. */
export type Pose = {
  who: 'host' | 'guest';
  /** Where in its sway it is, 0 to {@link phases} − 1. */
  phase: number;
  /** How far the mouth is open, 0 to 3. */
  mouth: number;
  isBlinking: boolean;
  isLaughing: boolean;
};

/** Steps of a sway from side to side and back. */
export const phases = 16;

const looks = {
  host: { hair: '#b79cf0', shade: '#8f73d6', skin: '#ffe3d3', eye: '#6a4bd1', cloth: '#ff7fa8' },
  guest: { hair: '#3f8f8c', shade: '#2c6d72', skin: '#f4cfae', eye: '#2e6f4e', cloth: '#ffb347' },
} as const;

/** Draws an avatar about the middle of 352 × 392. */
export function drawAvatar(context: SKRSContext2D, { who, phase, mouth, isBlinking, isLaughing }: Pose): void {
  const look = looks[who];
  const turn = Math.sin((2 * Math.PI * phase) / phases);
  context.save();
  context.translate(176 + 7 * turn, 210 + 3 * Math.cos((4 * Math.PI * phase) / phases) - (isLaughing ? 6 : 0));
  context.rotate(0.045 * turn);
  oval(context, look.shade, 0, -4, 128, who === 'host' ? 150 : 118);
  if (who === 'host') {
    oval(context, look.shade, -104, 96, 34, 108);
    oval(context, look.shade, 104, 96, 34, 108);
  }
  context.fillStyle = look.cloth;
  context.beginPath();
  context.moveTo(-128, 200);
  context.quadraticCurveTo(-96, 96, 0, 96);
  context.quadraticCurveTo(96, 96, 128, 200);
  context.fill();
  oval(context, look.skin, 0, 84, 26, 36);
  oval(context, look.skin, 3 * turn, 0, 98, 102);
  drawFace(context, { look, turn, mouth, isClosed: isBlinking || isLaughing });
  drawFringe(context, look, turn);
  if (who === 'host') star(context, -84, -72, 20);
  else headphones(context);
  context.restore();
}

type Look = (typeof looks)[keyof typeof looks];

function drawFace(
  context: SKRSContext2D,
  { look, turn, mouth, isClosed }: { look: Look; turn: number; mouth: number; isClosed: boolean },
): void {
  const shift = 6 * turn;
  for (const side of [-1, 1]) {
    const x = side * 42 + shift;
    if (isClosed) {
      context.strokeStyle = '#4a3560';
      context.lineWidth = 6;
      context.beginPath();
      context.arc(x, 18, 18, Math.PI * 1.15, Math.PI * 1.85);
      context.stroke();
    } else {
      oval(context, '#ffffff', x, 8, 21, 27);
      oval(context, look.eye, x + 2 * turn, 10, 16, 23);
      oval(context, '#1c1430', x + 2 * turn, 12, 8, 13);
      oval(context, '#ffffff', x + 6, 0, 6, 7);
    }
    oval(context, 'rgba(255, 120, 140, 0.35)', side * 64 + shift, 42, 18, 10);
  }
  const heights = [3, 9, 17, 26];
  oval(context, '#9b2d4b', shift, 54, mouth === 0 ? 15 : 13 + mouth * 4, heights[mouth] ?? 3);
  if (mouth >= 2) oval(context, '#ff8aa0', shift, 60 + mouth * 3, 10, heights[mouth]! * 0.45);
}

function drawFringe(context: SKRSContext2D, look: Look, turn: number): void {
  context.fillStyle = look.hair;
  context.beginPath();
  context.moveTo(-112, 20);
  context.quadraticCurveTo(-118, -118, 0, -122);
  context.quadraticCurveTo(118, -118, 112, 20);
  for (const [x, y] of [
    [84, -40],
    [58, -8],
    [34, -48],
    [4, -14],
    [-26, -50],
    [-54, -10],
    [-84, -42],
  ] as const) {
    context.lineTo(x + 4 * turn, y);
  }
  context.closePath();
  context.fill();
}

function oval(context: SKRSContext2D, colour: string, x: number, y: number, width: number, height: number): void {
  context.fillStyle = colour;
  context.beginPath();
  context.ellipse(x, y, width, height, 0, 0, 2 * Math.PI);
  context.fill();
}

function star(context: SKRSContext2D, x: number, y: number, size: number): void {
  context.fillStyle = '#ffd84d';
  context.beginPath();
  for (let point = 0; point < 10; point++) {
    const angle = (Math.PI * point) / 5 - Math.PI / 2;
    const reach = point % 2 ? size * 0.45 : size;
    context.lineTo(x + reach * Math.cos(angle), y + reach * Math.sin(angle));
  }
  context.fill();
}

function headphones(context: SKRSContext2D): void {
  context.strokeStyle = '#2b2b3d';
  context.lineWidth = 14;
  context.beginPath();
  context.arc(0, 0, 118, Math.PI * 1.08, Math.PI * 1.92);
  context.stroke();
  oval(context, '#2b2b3d', -112, 8, 22, 34);
  oval(context, '#2b2b3d', 112, 8, 22, 34);
}
