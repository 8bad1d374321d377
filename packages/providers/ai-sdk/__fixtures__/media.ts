import { writeWav } from '@kinora/media/audio';
import { createCanvas } from '@napi-rs/canvas';

/** A tone as a WAV, longer for more words. */
export function tone(characters: number): Uint8Array {
  const samples = Float32Array.from({ length: characters * 1_500 }, (_, index) => 0.4 * Math.sin(index / 9));
  return writeWav({ channels: [samples], sampleRate: 24_000 });
}

/** A picture that differs with the seed. */
export function picture(width: number, height: number, seed: number): string {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = `hsl(${(seed * 47) % 360}, 60%, 50%)`;
  context.fillRect(0, 0, width, height);
  return canvas.toBuffer('image/png').toString('base64');
}
