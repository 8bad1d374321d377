import { createCanvas } from '@napi-rs/canvas';
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import { hash } from '../tables/hash.ts';

/** What a test frame shows: a person, drawn by code, before a detailed room. */
export type Scene = {
  width: number;
  height: number;
  /** Where the person is, in pixels of a 512-pixel frame to the right of the middle. Default 0. */
  personX?: number;
  /** Seconds that move the face, the head and an arm. Default 0. */
  time?: number;
  /** Where the camera looks, in pixels of the frame to the right; up to a quarter of the width. Default 0. */
  pan?: number;
  /** Standard deviation of the sensor's noise, 0 to 255. Default 0. */
  noise?: number;
  /** Of the noise; another one for every frame. Default 1. */
  seed?: number;
};

const rooms = new Map<string, Canvas>();
let screen: Canvas | undefined;

/** Draws a test frame. @returns RGBA, 8 bits a channel. */
export function drawScene(scene: Scene): Uint8ClampedArray {
  const { width, height, personX = 0, time = 0, pan = 0, noise = 0, seed = 1 } = scene;
  if (screen?.width !== width || screen.height !== height) screen = createCanvas(width, height);
  const context = screen.getContext('2d');
  const unit = Math.min(width, height) / 512;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.drawImage(room(width, height), -Math.round(width / 4 + pan), 0);
  context.setTransform(unit, 0, 0, unit, width / 2 - Math.round(pan) + personX * unit, height);
  drawPerson(context, time);
  const pixels = context.getImageData(0, 0, width, height).data;
  if (noise > 0) addNoise(pixels, noise, seed);
  return pixels;
}

/** Frames of a kind, one after the other. @param at Gives what changes with a frame's number. */
export function drawScenes(count: number, scene: Scene, at: (frame: number) => Partial<Scene>): Uint8ClampedArray[] {
  return Array.from({ length: count }, (_, frame) => drawScene({ ...scene, seed: frame + 1, ...at(frame) }).slice());
}

/** The still room, half as wide again as the frame, so that the camera can turn. */
function room(width: number, height: number): Canvas {
  const key = `${width} ${height}`;
  const known = rooms.get(key);
  if (known !== undefined) return known;
  const canvas = createCanvas(Math.round(width * 1.5), height);
  const context = canvas.getContext('2d');
  const unit = Math.min(width, height) / 512;
  context.scale(unit, unit);
  const [w, h] = [canvas.width / unit, canvas.height / unit];
  const wall = context.createLinearGradient(0, 0, w, h);
  wall.addColorStop(0, '#b9a58c');
  wall.addColorStop(0.5, '#cbbba2');
  wall.addColorStop(1, '#8d7a6c');
  context.fillStyle = wall;
  context.fillRect(0, 0, w, h);
  drawWindow(context, 90, 60);
  drawShelf(context, w - 330, 40);
  drawPlant(context, 110, h - 40);
  context.fillStyle = '#4a3b34';
  context.fillRect(0, h - 46, w, 46);
  for (let i = 0; i < 40; i++) {
    context.fillStyle = `rgba(20,14,10,${0.08 + 0.12 * hash(i)})`;
    context.fillRect(hash(i + 50) * w, h - 46 + hash(i + 90) * 44, 60 + hash(i + 130) * 120, 1.5);
  }
  rooms.set(key, canvas);
  return canvas;
}

function drawWindow(context: SKRSContext2D, x: number, y: number): void {
  const sky = context.createLinearGradient(0, y, 0, y + 220);
  sky.addColorStop(0, '#7fb4dc');
  sky.addColorStop(1, '#f2dcb8');
  context.fillStyle = '#efe6d8';
  context.fillRect(x - 10, y - 10, 180, 240);
  context.fillStyle = sky;
  context.fillRect(x, y, 160, 220);
  context.fillStyle = '#5f7f52';
  for (let i = 0; i < 5; i++) {
    context.beginPath();
    context.ellipse(x + 16 + i * 32, y + 214, 26, 30 + 34 * hash(i + 7), 0, Math.PI, 2 * Math.PI);
    context.fill();
  }
  context.fillStyle = '#efe6d8';
  context.fillRect(x + 76, y, 8, 220);
  context.fillRect(x, y + 104, 160, 7);
}

function drawShelf(context: SKRSContext2D, x: number, y: number): void {
  const colours = ['#8c3b32', '#2f5a6e', '#c99a3f', '#4f6b45', '#d8cdb8', '#5b3f63', '#a8653c', '#28323f'];
  context.fillStyle = '#6b4a34';
  context.fillRect(x, y, 250, 330);
  for (let row = 0; row < 4; row++) {
    context.fillStyle = '#3b2a20';
    context.fillRect(x + 8, y + 8 + row * 80, 234, 70);
    let at = x + 12;
    for (let i = 0; at < x + 224; i++) {
      const wide = 9 + 13 * hash(row * 50 + i);
      const tall = 44 + 22 * hash(row * 70 + i + 9);
      context.fillStyle = colours[Math.floor(hash(row * 31 + i * 7) * colours.length)]!;
      context.fillRect(at, y + 78 + row * 80 - tall, wide, tall);
      context.fillStyle = 'rgba(255,240,200,0.45)';
      context.fillRect(at + 2, y + 84 + row * 80 - tall, wide - 4, 2);
      at += wide + 1.5;
    }
  }
}

function drawPlant(context: SKRSContext2D, x: number, y: number): void {
  for (let i = 0; i < 16; i++) {
    const angle = -Math.PI / 2 + (hash(i + 3) - 0.5) * 2.4;
    const long = 60 + 70 * hash(i + 21);
    context.strokeStyle = ['#2f5b3a', '#4d7f48', '#6e9a52'][i % 3]!;
    context.lineWidth = 7 + 5 * hash(i + 40);
    context.lineCap = 'round';
    context.beginPath();
    context.moveTo(x, y - 40);
    context.quadraticCurveTo(
      x + Math.cos(angle) * long * 0.4,
      y - 70 - long * 0.5,
      x + Math.cos(angle) * long,
      y - 40 + Math.sin(angle) * long,
    );
    context.stroke();
  }
  context.fillStyle = '#a5563a';
  context.fillRect(x - 28, y - 46, 56, 50);
}

/** Origin: the middle of the lower edge; 512 pixels are the height of the frame. */
function drawPerson(context: SKRSContext2D, time: number): void {
  const nod = Math.sin(time * 1.7) * 4;
  const turn = Math.sin(time * 0.9) * 7;
  drawBody(context, time);
  context.save();
  context.translate(turn * 0.6, nod);
  ellipse(context, '#3a2418', 0, -318, 92, 104);
  context.fillStyle = '#b97f62';
  context.fillRect(-26, -236, 52, 62);
  ellipse(context, '#e2ae8c', 0, -296, 70, 88);
  const cheek = context.createRadialGradient(-26, -310, 8, 0, -296, 92);
  cheek.addColorStop(0, 'rgba(255,226,196,0.55)');
  cheek.addColorStop(1, 'rgba(130,70,50,0.35)');
  ellipse(context, cheek, 0, -296, 70, 88);
  context.fillStyle = '#3a2418';
  context.beginPath();
  context.moveTo(-78, -296);
  context.bezierCurveTo(-86, -420, 86, -420, 78, -296);
  context.bezierCurveTo(64, -356, 20, -366, -14, -352);
  context.bezierCurveTo(-44, -350, -64, -334, -78, -296);
  context.fill();
  drawFace(context, time, turn);
  context.restore();
}

function drawBody(context: SKRSContext2D, time: number): void {
  const lift = 40 + 34 * Math.sin(time * 2.3);
  context.strokeStyle = '#27566b';
  context.lineWidth = 62;
  context.lineCap = 'round';
  context.beginPath();
  context.moveTo(118, -96);
  context.quadraticCurveTo(196, -70, 186, -120 - lift);
  context.stroke();
  ellipse(context, '#e2ae8c', 188, -150 - lift, 27, 32);
  context.fillStyle = '#2f6a80';
  context.beginPath();
  context.moveTo(-176, 10);
  context.bezierCurveTo(-170, -150, -110, -190, -34, -196);
  context.lineTo(34, -196);
  context.bezierCurveTo(110, -190, 170, -150, 176, 10);
  context.fill();
  context.save();
  context.clip();
  context.fillStyle = '#e8dcc2';
  for (let i = 0; i < 7; i++) context.fillRect(-180, -160 + i * 26, 360, 6);
  context.restore();
  context.fillStyle = '#c8473c';
  context.beginPath();
  context.moveTo(-46, -200);
  context.quadraticCurveTo(0, -160, 46, -200);
  context.lineTo(30, -166);
  context.quadraticCurveTo(0, -138, -30, -166);
  context.fill();
}

function drawFace(context: SKRSContext2D, time: number, turn: number): void {
  const isBlinking = time % 3.1 > 2.95;
  for (const side of [-1, 1]) {
    const x = side * 27 + turn * 0.5;
    ellipse(context, '#fbf4ea', x, -304, 13, isBlinking ? 1.5 : 8.5);
    if (!isBlinking) {
      ellipse(context, '#3d6a4a', x + turn * 0.35, -304, 7, 7.5);
      ellipse(context, '#12100e', x + turn * 0.35, -304, 3.4, 3.6);
      ellipse(context, '#ffffff', x + turn * 0.35 - 2, -307, 1.8, 1.8);
    }
    context.strokeStyle = '#3a2418';
    context.lineWidth = 5;
    context.beginPath();
    context.moveTo(x - 15, -322);
    context.quadraticCurveTo(x, -331, x + 15, -322);
    context.stroke();
  }
  context.strokeStyle = '#a4694e';
  context.lineWidth = 4;
  context.beginPath();
  context.moveTo(turn * 0.5 - 2, -300);
  context.quadraticCurveTo(turn * 0.5 + 12, -272, turn * 0.5 - 4, -270);
  context.stroke();
  const open = 5 + 5 * Math.abs(Math.sin(time * 5));
  ellipse(context, '#8a2f34', turn * 0.45, -244, 24, open);
  context.fillStyle = '#f6efe6';
  context.fillRect(turn * 0.45 - 14, -244 - open * 0.6, 28, 4);
}

function ellipse(
  context: SKRSContext2D,
  fill: SKRSContext2D['fillStyle'],
  x: number,
  y: number,
  rx: number,
  ry: number,
): void {
  context.fillStyle = fill;
  context.beginPath();
  context.ellipse(x, y, rx, ry, 0, 0, 2 * Math.PI);
  context.fill();
}

let gaussians: Float32Array | undefined;

/** Noise of a sensor, each channel for itself, drawn from a table of 65,536 normally distributed numbers. */
function addNoise(pixels: Uint8ClampedArray, sigma: number, seed: number): void {
  gaussians ??= Float32Array.from(
    { length: 65_536 },
    (_, i) => Math.sqrt(-2 * Math.log(1 - hash(i * 2))) * Math.cos(2 * Math.PI * hash(i * 2 + 1)),
  );
  let state = (seed * 2654435761) >>> 0;
  for (let i = 0; i < pixels.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    if ((i & 3) !== 3) pixels[i] = pixels[i]! + gaussians[state >>> 16]! * sigma;
  }
}
