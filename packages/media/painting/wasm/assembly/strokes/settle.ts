// The picture at half size, settled: of the four 3 × 3 neighbourhoods at a pixel the calmest one's mean (Kuwahara 1976). `means` and `out`: f32x4 each pixel; luma in the fourth lane.
export function settle(half: usize, means: usize, out: usize, w: i32, h: i32): void {
  const ninth = f32x4.splat(1 / 9.0);
  for (let y = 0; y < h; y++) {
    const a = half + ((<usize>(max(y - 1, 0) * w)) << 4),
      b = half + ((<usize>(y * w)) << 4),
      c = half + ((<usize>(min(y + 1, h - 1) * w)) << 4);
    for (let x = 0; x < w; x++) {
      const l = (<usize>max(x - 1, 0)) << 4,
        m = (<usize>x) << 4,
        r = (<usize>min(x + 1, w - 1)) << 4;
      const v0 = v128.load(a + l),
        v1 = v128.load(a + m),
        v2 = v128.load(a + r),
        v3 = v128.load(b + l),
        v4 = v128.load(b + m),
        v5 = v128.load(b + r),
        v6 = v128.load(c + l),
        v7 = v128.load(c + m),
        v8 = v128.load(c + r);
      const sum = f32x4.add(
        f32x4.add(f32x4.add(v0, v1), f32x4.add(v2, v3)),
        f32x4.add(f32x4.add(v4, v5), f32x4.add(f32x4.add(v6, v7), v8)),
      );
      const squares = f32x4.add(
        f32x4.add(f32x4.add(f32x4.mul(v0, v0), f32x4.mul(v1, v1)), f32x4.add(f32x4.mul(v2, v2), f32x4.mul(v3, v3))),
        f32x4.add(
          f32x4.add(f32x4.mul(v4, v4), f32x4.mul(v5, v5)),
          f32x4.add(f32x4.add(f32x4.mul(v6, v6), f32x4.mul(v7, v7)), f32x4.mul(v8, v8)),
        ),
      );
      const mean = f32x4.mul(sum, ninth),
        spread = f32x4.sub(f32x4.mul(squares, ninth), f32x4.mul(mean, mean));
      v128.store(
        means + ((<usize>(y * w + x)) << 4),
        f32x4.replace_lane(
          mean,
          3,
          f32x4.extract_lane(spread, 0) + f32x4.extract_lane(spread, 1) + f32x4.extract_lane(spread, 2),
        ),
      );
    }
  }
  for (let y = 0; y < h; y++) {
    const a = means + ((<usize>(max(y - 1, 0) * w)) << 4),
      c = means + ((<usize>(min(y + 1, h - 1) * w)) << 4);
    for (let x = 0; x < w; x++) {
      const l = (<usize>max(x - 1, 0)) << 4,
        r = (<usize>min(x + 1, w - 1)) << 4;
      let best = v128.load(a + l),
        calm = f32x4.extract_lane(best, 3);
      let v = v128.load(a + r),
        s = f32x4.extract_lane(v, 3);
      if (s < calm) {
        best = v;
        calm = s;
      }
      v = v128.load(c + l);
      s = f32x4.extract_lane(v, 3);
      if (s < calm) {
        best = v;
        calm = s;
      }
      v = v128.load(c + r);
      s = f32x4.extract_lane(v, 3);
      if (s < calm) {
        best = v;
        calm = s;
      }
      const luma: f32 =
        0.299 * f32x4.extract_lane(best, 0) + 0.587 * f32x4.extract_lane(best, 1) + 0.114 * f32x4.extract_lane(best, 2);
      v128.store(out + ((<usize>(y * w + x)) << 4), f32x4.replace_lane(best, 3, luma));
    }
  }
}

// Mean of (2 radius + 1)² pixels, each way in turn; f32x4 each pixel.
export function soften(from: usize, between: usize, out: usize, w: i32, h: i32, radius: i32): void {
  const k = f32x4.splat(<f32>1 / <f32>(radius + radius + 1));
  for (let y = 0; y < h; y++) {
    const row = from + ((<usize>(y * w)) << 4),
      to = between + ((<usize>(y * w)) << 4);
    let sum = f32x4.mul(v128.load(row), f32x4.splat(<f32>radius));
    for (let x = 0; x <= radius; x++) sum = f32x4.add(sum, v128.load(row + ((<usize>min(x, w - 1)) << 4)));
    for (let x = 0; x < w; x++) {
      v128.store(to + ((<usize>x) << 4), f32x4.mul(sum, k));
      sum = f32x4.add(
        sum,
        f32x4.sub(
          v128.load(row + ((<usize>min(x + radius + 1, w - 1)) << 4)),
          v128.load(row + ((<usize>max(x - radius, 0)) << 4)),
        ),
      );
    }
  }
  for (let y = 0; y < h; y++) {
    const to = out + ((<usize>(y * w)) << 4);
    for (let x: usize = 0; x < (<usize>w) << 4; x += 16) {
      let sum = f32x4.splat(0);
      for (let j = -radius; j <= radius; j++)
        sum = f32x4.add(sum, v128.load(between + ((<usize>(min(h - 1, max(0, y + j)) * w)) << 4) + x));
      v128.store(to + x, f32x4.mul(sum, k));
    }
  }
}

// Direction at half size, a picture (tangent x, y, anisotropy, gradient): the minor eigenvector of the tensor.
export function direct(tensor: usize, out: usize, count: i32): void {
  for (let i: usize = 0; i < (<usize>count) << 4; i += 16) {
    const e = load<f32>(tensor + i),
      f = load<f32>(tensor + i, 4),
      g = load<f32>(tensor + i, 8);
    const gap = sqrt<f32>((e - g) * (e - g) + 4 * f * f),
      major: f32 = (e + g + gap) * 0.5;
    let vx = major - e,
      vy = -f;
    if (e > g) {
      vx = -f;
      vy = major - g;
    }
    const length = sqrt<f32>(vx * vx + vy * vy),
      k: f32 = length > 1e-9 ? 1 / length : 0;
    v128.store(
      out + i,
      f32x4(
        length > 1e-9 ? vx * k : 1,
        vy * k,
        gap / (e + g + 1e-6),
        sqrt<f32>(max<f32>(0, major) * <f32>(1.0 / 1024.0)),
      ),
    );
  }
}
