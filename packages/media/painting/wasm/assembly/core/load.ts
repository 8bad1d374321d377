import { fromBytes, smooth, withLuma } from './pixel';

// Luma bytes of a quarter-size picture: means of 4 × 4 pixels. What levels and camera motion are measured on.
export function thumbnail(rgba: usize, out: usize, width: i32, height: i32): void {
  const w = width >> 2;
  const h = height >> 2;
  const stride = <usize>width << 2;
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const at = rgba + (<usize>(y * 4) * <usize>width + <usize>(x * 4)) * 4;
      let sum = i32x4.splat(0);
      for (let k: usize = 0; k < 4; k++) {
        const row = v128.load(at + k * stride);
        const pairs = i16x8.add(i16x8.extend_low_i8x16_u(row), i16x8.extend_high_i8x16_u(row));
        sum = i32x4.add(sum, i32x4.add(i32x4.extend_low_i16x8_u(pairs), i32x4.extend_high_i16x8_u(pairs)));
      }
      const red = i32x4.extract_lane(sum, 0);
      const green = i32x4.extract_lane(sum, 1);
      const blue = i32x4.extract_lane(sum, 2);
      store<u8>(out + <usize>(y * w + x), <u8>((red * 77 + green * 150 + blue * 29 + 2048) >> 12));
    }
  }
}

// How much each 2 × 2 block differs from what was held: |mean of (r + 2g + b) / 4|, one value per block.
export function difference(rgba: usize, held: usize, out: usize, width: i32, height: i32): void {
  const w = width >> 1;
  const h = height >> 1;
  const weights = f32x4(0.0625, 0.125, 0.0625, 0);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const i = <usize>(y * 2 * width + x * 2);
      const j = i + <usize>width;
      let now = f32x4.add(fromBytes(rgba + i * 4), fromBytes(rgba + i * 4 + 4));
      now = f32x4.add(now, f32x4.add(fromBytes(rgba + j * 4), fromBytes(rgba + j * 4 + 4)));
      let past = f32x4.add(v128.load(held + i * 16), v128.load(held + i * 16, 16));
      past = f32x4.add(past, f32x4.add(v128.load(held + j * 16), v128.load(held + j * 16, 16)));
      const d = f32x4.mul(f32x4.sub(now, past), weights);
      const sum = f32x4.extract_lane(d, 0) + f32x4.extract_lane(d, 1) + f32x4.extract_lane(d, 2);
      store<f32>(out + (<usize>(y * w + x) << 2), abs<f32>(sum));
    }
  }
}

// Lets the held picture follow: at once where the difference says motion, else by 1 - amount.
export function hold(rgba: usize, held: usize, motion: usize, width: i32, height: i32, amount: f32): void {
  const w = width >> 1;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x += 2) {
      const m = load<f32>(motion + (<usize>((y >> 1) * w + (x >> 1)) << 2));
      const k = f32x4.splat(1 - amount * (1 - smooth(0.012, 0.04, m)));
      const i = <usize>(y * width + x);
      const a = v128.load(held + i * 16);
      const b = v128.load(held + i * 16, 16);
      v128.store(held + i * 16, f32x4.add(a, f32x4.mul(f32x4.sub(fromBytes(rgba + i * 4), a), k)));
      v128.store(held + i * 16, f32x4.add(b, f32x4.mul(f32x4.sub(fromBytes(rgba + i * 4 + 4), b), k)), 16);
    }
  }
}

// Bytes to a picture.
export function toPicture(rgba: usize, out: usize, count: i32): void {
  for (let i: usize = 0; i < <usize>count; i++) v128.store(out + i * 16, withLuma(fromBytes(rgba + i * 4)));
}

// The luma of a picture as a plane of its own.
export function lumaPlane(picture: usize, out: usize, count: i32): void {
  for (let i: usize = 0; i < <usize>count; i += 4) {
    const at = picture + i * 16;
    v128.store(
      out + i * 4,
      f32x4(load<f32>(at, 12), load<f32>(at, 28), load<f32>(at, 44), load<f32>(at, 60)),
    );
  }
}
