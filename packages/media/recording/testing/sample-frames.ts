import { createCanvas } from '@napi-rs/canvas';
import type { SKRSContext2D } from '@napi-rs/canvas';
import { registerBookFonts } from '../../documents/fonts.ts';
import { createYuvConverter, readYuv } from '../../video/yuv.ts';
import { drawAvatar, phases } from './avatar.ts';
import type { Pose } from './avatar.ts';
import type { SamplePlan } from './sample-plan.ts';
import { drawScene, drawWorld, grounds, places } from './scene.ts';
import type { Place } from './scene.ts';

/** Messages that the chat has room for. */
const chatRows = 7;
/** Seconds of a sway, and pixels of the world that pass in a second. */
const swaySeconds = 3.2;
const worldSpeed = 150;

type Yuv = { bytes: Uint8Array; width: number; height: number };

/**
 * Draws frames of a sample recording as planar YUV 4:2:0. What stands still is drawn once; avatars and the game are pieces
 * that are laid on it, each drawn once as well, so that a frame costs a few copies.
 * @returns Gives a frame; its bytes are overwritten by the next.
 */
export function createSampleFrames(plan: SamplePlan): (frame: number) => Uint8Array {
  registerBookFonts();
  const { width, height, fps } = plan;
  const scale = width / 1280;
  const scaled = (place: Place): Place => {
    const even = (value: number) => Math.round((value * scale) / 2) * 2;
    return { x: even(place.x), y: even(place.y), width: even(place.width), height: even(place.height) };
  };
  const paint = (size: { width: number; height: number }, draw: (context: SKRSContext2D) => void): Yuv => {
    const canvas = createCanvas(size.width, size.height);
    draw(canvas.getContext('2d'));
    using converter = createYuvConverter(size);
    const bytes = new Uint8Array(size.width * size.height * 1.5);
    readYuv(converter.convert(canvas.data()), bytes);
    return { bytes, ...size };
  };
  const picture: Yuv = { bytes: new Uint8Array(width * height * 1.5), width, height };
  const spots = { main: scaled(places.main), host: scaled(places.host), guest: scaled(places.guest) };
  const avatars = new Map<string, Yuv>();
  const avatarOf = (pose: Pose): Yuv => {
    const key = Object.values(pose).join(' ');
    let drawn = avatars.get(key);
    if (!drawn) {
      const spot = spots[pose.who];
      const size = { width: spot.width, height: spot.height };
      drawn = paint(size, (context) => {
        const zoom = pose.who === 'host' ? scale : scale * 0.46;
        context.scale(zoom, zoom);
        context.fillStyle = grounds[pose.who];
        context.fillRect(0, 0, 352 / 0.46, 392);
        if (pose.who === 'guest') context.translate((168 / 0.46 - 352) / 2, -52);
        drawAvatar(context, pose);
      });
      avatars.set(key, drawn);
    }
    return drawn;
  };
  let world: Yuv | undefined;
  let player: Yuv | undefined;
  let shown = '';
  return (frame) => {
    const time = frame / fps;
    const index = Math.max(
      0,
      plan.slides.findLastIndex(({ start }) => start <= time),
    );
    const slide = plan.slides[index]!;
    const written = plan.chat.findLastIndex((message) => message.time <= time) + 1;
    const key = `${index} ${written}`;
    if (key !== shown) {
      const still = paint({ width, height }, (context) => {
        context.scale(scale, height / 720);
        drawScene(context, { slide, index, chat: plan.chat.slice(Math.max(0, written - chatRows), written) });
      });
      picture.bytes.set(still.bytes);
      shown = key;
    }
    if (slide.isGame) {
      world ??= paint(spots.main, (context) => drawWorld(context, spots.main));
      player ??= paint({ width: even(56 * scale), height: even(72 * scale) }, (context) =>
        drawPlayer(context, even(56 * scale), even(72 * scale)),
      );
      const passed = Math.floor((time * worldSpeed * scale) / 2) * 2;
      layTurning(picture, world, spots.main, passed % world.width);
      const jump = Math.max(0, Math.sin(time * 2.6)) * 0.3;
      lay(picture, player, {
        x: spots.main.x + even(spots.main.width * 0.28),
        y: spots.main.y + even(spots.main.height * (0.8 - jump)) - player.height,
      });
    }
    const isLaughing = plan.laughs[frame] === 1;
    for (const [who, offset] of [
      ['host', 0],
      ['guest', 1.3],
    ] as const) {
      const sway = Math.floor((((time + offset) / (isLaughing ? 0.8 : swaySeconds)) % 1) * phases);
      const isBlinking = (time + offset * 2.1) % 3.7 < 0.13;
      const mouth = isLaughing ? 2 + (Math.floor(time * 10) % 2) : (plan.mouths[who][frame] ?? 0);
      lay(picture, avatarOf({ who, phase: sway, mouth, isBlinking, isLaughing }), spots[who]);
    }
    return picture.bytes;
  };
}

function even(value: number): number {
  return Math.round(value / 2) * 2;
}

function drawPlayer(context: SKRSContext2D, width: number, height: number): void {
  context.fillStyle = '#ff5f8f';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#fff3d6';
  context.fillRect(width * 0.15, height * 0.12, width * 0.7, height * 0.42);
  context.fillStyle = '#2d2a4a';
  context.fillRect(width * 0.55, height * 0.24, width * 0.12, height * 0.16);
  context.fillRect(width * 0.28, height * 0.24, width * 0.12, height * 0.16);
}

/** Planes of planar 4:2:0: where each begins, and by what its sizes are divided. */
function planesOf({ width, height }: Yuv): [start: number, divisor: number][] {
  const luma = width * height;
  return [
    [0, 1],
    [luma, 2],
    [luma * 1.25, 2],
  ];
}

/** Copies a piece to an even place of the picture. */
function lay(picture: Yuv, piece: Yuv, { x, y }: { x: number; y: number }): void {
  const from = planesOf(piece);
  for (const [plane, [start, divisor]] of planesOf(picture).entries()) {
    const rowBytes = piece.width / divisor;
    let source = from[plane]![0];
    let target = start + (y / divisor) * (picture.width / divisor) + x / divisor;
    for (let row = 0; row < piece.height / divisor; row++, source += rowBytes, target += picture.width / divisor) {
      picture.bytes.set(piece.bytes.subarray(source, source + rowBytes), target);
    }
  }
}

/** Copies a piece of the place's size that begins at an even column of itself and goes round. */
function layTurning(picture: Yuv, piece: Yuv, { x, y }: Place, column: number): void {
  const from = planesOf(piece);
  for (const [plane, [start, divisor]] of planesOf(picture).entries()) {
    const rowBytes = piece.width / divisor;
    const split = column / divisor;
    let source = from[plane]![0];
    let target = start + (y / divisor) * (picture.width / divisor) + x / divisor;
    for (let row = 0; row < piece.height / divisor; row++, source += rowBytes, target += picture.width / divisor) {
      picture.bytes.set(piece.bytes.subarray(source + split, source + rowBytes), target);
      picture.bytes.set(piece.bytes.subarray(source, source + split), target + rowBytes - split);
    }
  }
}
