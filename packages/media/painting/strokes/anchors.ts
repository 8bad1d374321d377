import { hash } from '../tables/hash.ts';
import type { MotionField } from './block-motion.ts';

/**
 * Places of the strokes of one layer. They lie evenly, about one to each square of `spacing`, go where the picture goes, and where they thin
 * out or crowd new ones appear and old ones fade: in a picture that stands still nothing changes.
 */
export class Anchors {
  /**
   * For each stroke x, y, how much of it shows (0: none, the place is free), and a number: bit 0 is set in the frame of its birth, bits 1 to 9
   * and 10 to 18 are the row and the column of the paper's noise that lie on the picture's first ones, for the grain goes with the stroke.
   * Shape [count, 4].
   */
  readonly places: Float32Array;
  /** {@link places} as bytes. */
  readonly bytes: Uint8Array;
  readonly count: number;
  /** Grows with every change of the places. */
  version = 0;
  readonly #width: number;
  readonly #height: number;
  readonly #seed: number;
  readonly #isLeaving: Uint8Array;
  /** How far each stroke has come, x and y. */
  readonly #ways: Float32Array;
  #scene = { x: 0, y: 0 };
  #cells = new Uint8Array(0);
  #spacing = 0;
  #births = 0;
  #next = 0;
  #isSettled = false;

  /** @param options.spacing The smallest one that will be asked for, in pixels: it sets how many strokes there can be. */
  constructor(options: { width: number; height: number; spacing: number; seed: number }) {
    const { width, height, spacing } = options;
    this.#width = width;
    this.#height = height;
    this.#seed = options.seed;
    const most = ((width + 2 * spacing) * (height + 2 * spacing) * 1.25) / (spacing * spacing);
    // Whole rows of a texture.
    this.count = Math.ceil(most / 256) * 256;
    this.places = new Float32Array(this.count * 4);
    this.bytes = new Uint8Array(this.places.buffer);
    this.#isLeaving = new Uint8Array(this.count);
    this.#ways = new Float32Array(this.count * 2);
  }

  /**
   * Moves on to the next frame.
   * @param options.fade How far strokes come and go in one frame, 0 to 1.
   * @param options.scene Where the scene is, in pixels relative to the first frame. Default its beginning.
   */
  move(field: MotionField, options: { spacing: number; fade: number; scene?: { x: number; y: number } }): void {
    const spacing = Math.max(options.spacing, 1);
    const isFirst = this.#spacing === 0;
    if (!field.isMoving && this.#isSettled && spacing === this.#spacing) return;
    this.#spacing = spacing;
    if (options.scene !== undefined) this.#scene = options.scene;
    this.version++;
    if (isFirst) return this.#scatter(spacing);
    this.#isSettled = !field.isMoving;
    this.#carry(field, options.fade);
    this.#balance(spacing, options.fade);
  }

  /** A jittered grid, in random order. */
  #scatter(spacing: number): void {
    const columns = Math.ceil(this.#width / spacing) + 1;
    const rows = Math.ceil(this.#height / spacing) + 1;
    const order = Array.from({ length: Math.min(columns * rows, this.count) }, (_, i) => i);
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(hash(i * 3 + this.#seed) * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    // Spread over all the places, so that one that is born later is not always the topmost.
    const stride = this.count / order.length;
    order.forEach((cell, i) => {
      const at = Math.floor(i * stride) * 4;
      this.places[at] = ((cell % columns) + (hash(cell * 7 + this.#seed) - 0.5) * 1.2) * spacing;
      this.places[at + 1] = (Math.floor(cell / columns) + (hash(cell * 7 + 1 + this.#seed) - 0.5) * 1.2) * spacing;
      this.places[at + 2] = 1;
      this.#begin(at);
    });
    this.#balance(spacing, 1);
    for (let i = 0; i < this.count; i++) if (this.#isLeaving[i]) this.places[i * 4 + 2] = this.#isLeaving[i] = 0;
  }

  #carry(field: MotionField, fade: number): void {
    const { places } = this;
    const { columns, rows, shifts } = field;
    const margin = this.#spacing;
    for (let i = 0, at = 0; i < this.count; i++, at += 4) {
      let shown = places[at + 2]!;
      places[at + 3]! &= ~1;
      if (shown <= 0) continue;
      if (this.#isLeaving[i]) shown -= fade;
      else if (shown < 1) shown = Math.min(1, shown + fade);
      if (shown <= 0) this.#isLeaving[i] = 0;
      else if (shown < 1 || this.#isLeaving[i]) this.#isSettled = false;
      places[at + 2] = Math.max(0, shown);
      if (!field.isMoving) continue;
      const fx = Math.max(0, Math.min(columns - 1.001, places[at]! / field.spacing - 0.5));
      const fy = Math.max(0, Math.min(rows - 1.001, places[at + 1]! / field.spacing - 0.5));
      const [cx, cy] = [Math.floor(fx), Math.floor(fy)];
      const [a, b] = [fx - cx, fy - cy];
      const k = (cy * columns + cx) * 2;
      const right = cx + 1 < columns ? 2 : 0;
      const below = cy + 1 < rows ? columns * 2 : 0;
      for (let c = 0; c < 2; c++) {
        const top = shifts[k + c]! + (shifts[k + right + c]! - shifts[k + c]!) * a;
        const low = shifts[k + below + c]! + (shifts[k + below + right + c]! - shifts[k + below + c]!) * a;
        const shift = top + (low - top) * b;
        places[at + c]! += shift;
        this.#ways[(at >> 1) + c]! += shift;
      }
      places[at + 3] = this.#grain(at);
      const [x, y] = [places[at]!, places[at + 1]!];
      if (x < -margin || y < -margin || x > this.#width + margin || y > this.#height + margin) {
        places[at + 2] = 0;
        this.#isLeaving[i] = 0;
      }
    }
  }

  /** Keeps three to six strokes in each two by two squares. */
  #balance(spacing: number, fade: number): void {
    const columns = Math.ceil(this.#width / spacing / 2 + 1) * 2;
    const rows = Math.ceil(this.#height / spacing / 2 + 1) * 2;
    if (this.#cells.length !== columns * rows) this.#cells = new Uint8Array(columns * rows);
    const cells = this.#cells.fill(0);
    const { places } = this;
    const cellOf = (at: number) => {
      const column = Math.floor(places[at]! / spacing + 1);
      const row = Math.floor(places[at + 1]! / spacing + 1);
      return Math.max(0, Math.min(rows - 1, row)) * columns + Math.max(0, Math.min(columns - 1, column));
    };
    const blockOf = (cell: number) => {
      const row = Math.floor(cell / columns);
      return cells[cell - (cell % 2) - (row % 2) * columns]! & 15;
    };
    // The first square of each block counts the whole block in its low four bits; the high four bits of each square count its own.
    for (let i = 0, at = 0; i < this.count; i++, at += 4) {
      if (places[at + 2]! <= 0 || this.#isLeaving[i]) continue;
      const cell = cellOf(at);
      const first = cell - (cell % 2) - (Math.floor(cell / columns) % 2) * columns;
      const own = cells[cell]! >> 4;
      if ((cells[first]! & 15) >= 6 || own >= 3) {
        this.#isLeaving[i] = 1;
        this.#isSettled = false;
        continue;
      }
      cells[first]!++;
      cells[cell]! += 16;
    }
    for (let cell = 0; cell < cells.length; cell++) {
      if (cells[cell]! >> 4 !== 0 || blockOf(cell) >= 3) continue;
      const x = ((cell % columns) - 1) * spacing;
      const y = (Math.floor(cell / columns) - 1) * spacing;
      if (x > this.#width || y > this.#height) continue;
      if (!this.#bear(x, y, fade)) return;
      cells[cell - (cell % 2) - (Math.floor(cell / columns) % 2) * columns]!++;
    }
  }

  /** A stroke is born: its grain is the scene's. */
  #begin(at: number): void {
    this.#ways[at >> 1] = this.#scene.x;
    this.#ways[(at >> 1) + 1] = this.#scene.y;
    this.places[at + 3] = this.#grain(at) + 1;
  }

  #grain(at: number): number {
    const column = -Math.round(this.#ways[at >> 1]!) & 511;
    const row = -Math.round(this.#ways[(at >> 1) + 1]!) & 511;
    return column * 1024 + row * 2;
  }

  #bear(x: number, y: number, fade: number): boolean {
    const { places } = this;
    // A free place somewhere in the order: steps through all of them by a stride without a common divisor.
    for (let tries = 0; tries < this.count; tries++) {
      this.#next = (this.#next + 7919) % this.count;
      const at = this.#next * 4;
      if (places[at + 2]! > 0) continue;
      const n = this.#births++ * 2 + this.#seed * 31;
      places[at] = x + hash(n) * this.#spacing;
      places[at + 1] = y + hash(n + 1) * this.#spacing;
      places[at + 2] = fade;
      this.#begin(at);
      this.#isLeaving[this.#next] = 0;
      this.#isSettled = false;
      return true;
    }
    return false;
  }
}
