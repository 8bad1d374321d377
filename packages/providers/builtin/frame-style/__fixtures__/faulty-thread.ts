import { serveThread } from '../serve-thread.ts';

/**
 * A painting thread that leaves frames as they are, dies at one whose first byte is 1, and never ends one whose first byte
 * is 2.
 */
serveThread(async ({ width, height }) => ({
  width,
  height,
  paint(rgba) {
    if (rgba[0] === 1) process.exit(1);
    while (rgba[0] === 2);
    return new Uint8ClampedArray(rgba);
  },
  [Symbol.dispose]: () => {},
}));
