import { createCanvas } from '@napi-rs/canvas';
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';

/** Pixels and length of the demo clip; it ends where it begins. */
export const demo = { width: 960, height: 540, fps: 20, seconds: 8 } as const;

const { width, height, seconds } = demo;
const turn = Math.PI * 2;

/**
 * Draws a moment of the demo clip: somebody with headphones at a desk in the evening, who looks about, talks and waves.
 * @param time Seconds; it repeats after {@link demo}'s.
 */
export function drawDemo(time: number, canvas: Canvas = createCanvas(width, height)): Canvas {
  const context = canvas.getContext('2d');
  const t = (time % seconds) / seconds;
  const wave = (times: number, shift = 0) => Math.sin(turn * (t * times + shift));
  drawRoom(context, t);
  drawPerson(context, { sway: wave(1), nod: wave(2, 0.2), talk: Math.abs(wave(13)) * (wave(2) > -0.2 ? 1 : 0.1), t });
  // A lamp in front of it all: warm light falls over the picture from the right.
  const glow = context.createRadialGradient(850, 190, 20, 850, 190, 420);
  glow.addColorStop(0, 'rgba(255, 190, 110, 0.34)');
  glow.addColorStop(1, 'rgba(255, 170, 90, 0)');
  context.fillStyle = glow;
  context.fillRect(0, 0, width, height);
  return canvas;
}

function drawRoom(context: SKRSContext2D, t: number): void {
  const wall = context.createLinearGradient(0, 0, width, height);
  wall.addColorStop(0, '#2f3556');
  wall.addColorStop(0.55, '#5a5578');
  wall.addColorStop(1, '#9c7a72');
  context.fillStyle = wall;
  context.fillRect(0, 0, width, height);
  // The window: dusk over a town, lights that move with the clouds and a moon.
  const [x, y, w, h] = [58, 56, 262, 250];
  const sky = context.createLinearGradient(0, y, 0, y + h);
  sky.addColorStop(0, '#101a3e');
  sky.addColorStop(0.6, '#3c4a86');
  sky.addColorStop(1, '#d98c6a');
  context.fillStyle = sky;
  context.fillRect(x, y, w, h);
  context.save();
  context.beginPath();
  context.rect(x, y, w, h);
  context.clip();
  disc(context, x + 196, y + 62, 27, '#fff3d2');
  disc(context, x + 186, y + 56, 24, 'rgba(16, 26, 62, 0.32)');
  for (let cloud = 0; cloud < 3; cloud++) {
    const at = x - 90 + ((cloud * 150 + t * 450) % 450);
    for (let puff = 0; puff < 4; puff++)
      ellipse(context, at + puff * 26, y + 96 + cloud * 22, 34, 11, 'rgba(190, 180, 214, 0.34)');
  }
  for (let house = 0; house < 9; house++) {
    const top = y + 168 + ((house * 37) % 44);
    context.fillStyle = house % 2 ? '#1c2140' : '#262b4e';
    context.fillRect(x + house * 31 - 6, top, 34, 110);
    for (let light = 0; light < 6; light++) {
      if ((house * 5 + light * 3) % 4 === 0) continue;
      context.fillStyle = `rgba(255, 206, 120, ${0.5 + 0.4 * Math.sin(turn * t * 2 + house + light)})`;
      context.fillRect(x + house * 31 + (light % 2) * 13, top + 10 + (light >> 1) * 17, 6, 8);
    }
  }
  context.restore();
  context.strokeStyle = '#7c5340';
  context.lineWidth = 13;
  context.strokeRect(x, y, w, h);
  context.lineWidth = 8;
  line(context, x + w / 2, y, x + w / 2, y + h);
  line(context, x, y + h / 2, x + w, y + h / 2);
  context.fillStyle = '#8a5d46';
  context.fillRect(x - 20, y + h + 4, w + 40, 15);
  // A curtain that a draught moves.
  context.fillStyle = '#b5524a';
  context.beginPath();
  context.moveTo(72, 24);
  context.bezierCurveTo(86, 140, 54 + 12 * Math.sin(turn * t * 2), 260, 66 + 20 * Math.sin(turn * t), 430);
  context.lineTo(-10, 430);
  context.lineTo(-10, 24);
  context.fill();
  drawShelf(context, t);
}

function drawShelf(context: SKRSContext2D, t: number): void {
  context.fillStyle = '#7a4f3a';
  context.fillRect(668, 132, 232, 12);
  context.fillRect(690, 300, 230, 12);
  const books = ['#c8553d', '#2f7f86', '#e8b04a', '#6d8f5c', '#8a5aa6', '#d9826a', '#34558b'];
  books.forEach((colour, index) => {
    const tall = 58 + ((index * 23) % 30);
    context.fillStyle = colour;
    context.fillRect(680 + index * 22, 132 - tall, 18, tall);
    context.fillStyle = 'rgba(255, 240, 214, 0.4)';
    context.fillRect(680 + index * 22 + 3, 132 - tall + 10, 12, 4);
  });
  // A plant whose leaves move a little.
  context.fillStyle = '#d07a4f';
  context.fillRect(712, 264, 46, 36);
  for (let leaf = 0; leaf < 7; leaf++) {
    const lean = (leaf - 3) * 0.32 + 0.05 * Math.sin(turn * t * 2 + leaf);
    context.save();
    context.translate(735, 266);
    context.rotate(lean);
    ellipse(context, 0, -34, 9, 36, leaf % 2 ? '#4f9a64' : '#3b7d55');
    context.restore();
  }
  context.fillStyle = '#5d4a3a';
  context.fillRect(846, 230, 9, 70);
  const shade = context.createLinearGradient(0, 160, 0, 236);
  shade.addColorStop(0, '#ffdf9e');
  shade.addColorStop(1, '#ffb45c');
  context.fillStyle = shade;
  context.beginPath();
  context.moveTo(822, 160);
  context.lineTo(880, 160);
  context.lineTo(904, 236);
  context.lineTo(796, 236);
  context.fill();
}

type Pose = { sway: number; nod: number; talk: number; t: number };

function drawPerson(context: SKRSContext2D, { sway, nod, talk, t }: Pose): void {
  const [x, y] = [482 + sway * 16, 236 + nod * 5];
  context.lineCap = 'round';
  // Shoulders in a knitted jumper, a shadow on the left, light on the right.
  const jumper = context.createLinearGradient(250, 0, 720, 0);
  jumper.addColorStop(0, '#1f6168');
  jumper.addColorStop(0.6, '#37959a');
  jumper.addColorStop(1, '#7cc3b4');
  context.fillStyle = jumper;
  context.beginPath();
  context.moveTo(238, 540);
  context.bezierCurveTo(254, 414, 352, 396, 420 + sway * 6, 376);
  context.lineTo(552 + sway * 6, 376);
  context.bezierCurveTo(628, 396, 716, 420, 730, 540);
  context.fill();
  context.strokeStyle = 'rgba(12, 60, 66, 0.35)';
  context.lineWidth = 4;
  for (let row = 0; row < 5; row++) line(context, 300 + row * 92, 440 + (row % 2) * 12, 316 + row * 84, 540);
  const skin = context.createLinearGradient(x - 100, 0, x + 100, 0);
  skin.addColorStop(0, '#c98a6a');
  skin.addColorStop(0.55, '#f2bd97');
  skin.addColorStop(1, '#ffd9b2');
  ellipse(context, 486 + sway * 9, 362, 46, 62, '#d39a78');
  context.strokeStyle = '#c65a48';
  context.lineWidth = 20;
  context.beginPath();
  context.arc(486 + sway * 7, 372, 62, 0.15, Math.PI - 0.15);
  context.stroke();
  // Hair behind, face, hair before.
  ellipse(context, x, y - 28, 116, 128, '#3a2430');
  context.fillStyle = skin;
  context.beginPath();
  context.ellipse(x, y + 12, 92, 112, sway * 0.04, 0, turn);
  context.fill();
  context.fillStyle = '#4a2c38';
  context.beginPath();
  context.moveTo(x - 100, y - 8);
  context.bezierCurveTo(x - 104, y - 140, x + 108, y - 146, x + 100, y - 4);
  context.bezierCurveTo(x + 84, y - 62, x + 36, y - 82, x - 8, y - 70);
  context.bezierCurveTo(x - 52, y - 60, x - 84, y - 56, x - 100, y - 8);
  context.fill();
  context.strokeStyle = 'rgba(214, 150, 130, 0.35)';
  context.lineWidth = 5;
  context.beginPath();
  context.moveTo(x - 10, y - 104);
  context.bezierCurveTo(x + 40, y - 112, x + 72, y - 90, x + 82, y - 58);
  context.stroke();
  const isBlinking = (t * seconds) % 2.7 < 0.16;
  for (const side of [-1, 1]) {
    const eye = x + side * 37 + sway * 5;
    ellipse(context, eye, y + 8, 15, isBlinking ? 2 : 11, '#fdf6ea');
    if (!isBlinking) {
      disc(context, eye + sway * 4, y + 9, 8, '#4b3226');
      disc(context, eye + sway * 4 + 3, y + 6, 2.6, '#ffffff');
    }
    context.strokeStyle = '#3a2430';
    context.lineWidth = 6;
    context.beginPath();
    context.arc(eye, y + 8 - nod * 3, 27, -2.25, -0.9);
    context.stroke();
    ellipse(context, x + side * 57, y + 46, 18, 11, 'rgba(232, 106, 88, 0.34)');
  }
  context.strokeStyle = 'rgba(160, 88, 66, 0.75)';
  context.lineWidth = 5;
  context.beginPath();
  context.moveTo(x + 4 + sway * 6, y + 16);
  context.quadraticCurveTo(x + 15 + sway * 7, y + 38, x + 1 + sway * 6, y + 41);
  context.stroke();
  const [mouth, open] = [x + sway * 5, 12 + talk * 26];
  context.fillStyle = '#8c2f35';
  context.beginPath();
  context.moveTo(mouth - 33, y + 64);
  context.quadraticCurveTo(mouth, y + 64 + open * 1.7, mouth + 33, y + 64);
  context.quadraticCurveTo(mouth, y + 74, mouth - 33, y + 64);
  context.fill();
  if (talk > 0.3) {
    context.fillStyle = '#fff4ea';
    context.beginPath();
    context.moveTo(mouth - 25, y + 67);
    context.quadraticCurveTo(mouth, y + 86, mouth + 25, y + 67);
    context.quadraticCurveTo(mouth, y + 75, mouth - 25, y + 67);
    context.fill();
  }
  // Headphones.
  context.strokeStyle = '#f4ead9';
  context.lineWidth = 16;
  context.beginPath();
  context.arc(x, y - 18, 118, Math.PI + 0.1, -0.1);
  context.stroke();
  for (const side of [-1, 1]) {
    ellipse(context, x + side * 112, y + 6, 22, 43, '#f07f5f');
    ellipse(context, x + side * 118, y + 6, 10, 28, '#b94c3c');
  }
  drawHand(context, t);
}

/** A hand that comes up and waves once a round. */
function drawHand(context: SKRSContext2D, t: number): void {
  const up = Math.max(0, Math.sin(turn * (t - 0.55)));
  if (up <= 0) return;
  context.save();
  context.translate(724, 560 - up * 190);
  context.rotate(0.2 + 0.28 * Math.sin(turn * t * 9) * up);
  context.fillStyle = '#37959a';
  context.fillRect(-34, 54, 68, 240);
  context.fillStyle = '#f2bd97';
  context.beginPath();
  context.roundRect(-38, -26, 76, 96, 30);
  context.fill();
  context.strokeStyle = '#f2bd97';
  context.lineWidth = 19;
  for (let finger = 0; finger < 4; finger++)
    line(context, -28 + finger * 19, -8, -34 + finger * 23, -62 + Math.abs(finger - 1.6) * 9);
  line(context, 34, 30, 62, -2);
  context.restore();
}

function disc(context: SKRSContext2D, x: number, y: number, radius: number, colour: string): void {
  ellipse(context, x, y, radius, radius, colour);
}

function ellipse(context: SKRSContext2D, x: number, y: number, rx: number, ry: number, colour: string): void {
  context.fillStyle = colour;
  context.beginPath();
  context.ellipse(x, y, rx, ry, 0, 0, turn);
  context.fill();
}

function line(context: SKRSContext2D, x: number, y: number, toX: number, toY: number): void {
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(toX, toY);
  context.stroke();
}
