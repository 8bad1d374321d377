import type { FrameStyle } from '@kinora/capabilities';
import { isShining, maximumSprites, placeSprites, shapeOf, spriteLength } from '../overlay.ts';
import type { WasmFrame } from './frame.ts';

const numbers = new Float32Array(maximumSprites * spriteLength);
const bytes = new Uint8Array(numbers.buffer);

/** Draws what drifts through the picture into a picture. */
export function drawOverlay(frame: WasmFrame, picture: number, style: FrameStyle): void {
  if (style.overlay === 'none') return;
  const count = placeSprites(numbers, style, frame);
  const address = frame.arena.buffer('sprites', bytes.length);
  frame.arena.bytes().set(bytes, address);
  const shines = isShining(style.overlay) ? 1 : 0;
  frame.core.drawSprites(picture, address, count, shapeOf(style.overlay), shines, frame.width, frame.height);
}
