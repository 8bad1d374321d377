import { WIDTH, HEIGHT, BRISTLE, LIFT, TOOTH, TOOTH_FLOOR, BODY, MARK } from './layer';
import { q } from './vector';

// Canvas, 16-bit fixed point: each row of the picture is five rows of the canvas: what is still bare (1.0 = 32767), then red, green, blue
// and height of the paint so far (1.0 = 16384). Strokes are drawn from the topmost down, each only where it is still bare.

// Bare canvas.
export function clear(canvas: usize, w: i32, h: i32): void {
  const bare = i16x8.splat(32767),
    none = i16x8.splat(0);
  for (let y = 0; y < h; y++) {
    const row = canvas + <usize>(y * w * 10),
      first = row + ((<usize>w) << 1),
      end = row + <usize>(w * 10);
    for (let p = row; p < first; p += 16) v128.store(p, bare);
    for (let p = first; p < end; p += 16) v128.store(p, none);
  }
}

// Draws marks, the last one first: it lies on top; `band` rows at a time, which stay in the cache. `planes`: 0 only the cover, 1 red, 3 colour,
// 4 colour and height. `brushes`: 64 brushes of 32 bristles, bytes. `tooth`: 512 × 512 bytes.
export function draw(
  layer: usize,
  marks: usize,
  count: i32,
  brushes: usize,
  tooth: usize,
  canvas: usize,
  planes: i32,
  band: i32,
): void {
  const w = <i32>load<f32>(layer, WIDTH),
    h = <i32>load<f32>(layer, HEIGHT),
    bristle = load<f32>(layer, BRISTLE),
    lift = load<f32>(layer, LIFT),
    body = load<f32>(layer, BODY);
  const grip = load<f32>(layer, TOOTH);
  const hasTooth = grip >= 0,
    gripFrom = i16x8.splat(<i16>((grip - 0.2) * 255)),
    least = i16x8.splat(<i16>(load<f32>(layer, TOOTH_FLOOR) * 32767)),
    rest = i16x8.splat(<i16>((1 - load<f32>(layer, TOOTH_FLOOR)) * 32767));
  const steep = <i32>((5 - 3.5 * bristle) * 8 + 0.5),
    tail = i16x8.splat(<i16>steep),
    tailFrom = i16x8.splat(<i16>(32767 / steep));
  const bare = i16x8.splat(<i16>((1 - bristle) * 32767)),
    full = i16x8.splat(<i16>(bristle * 32767)),
    dryness = i16x8.splat(<i16>(16.8 * bristle + 0.5));
  const ramp = i16x8(0, 1, 2, 3, 4, 5, 6, 7),
    zero = i16x8.splat(0),
    one = i16x8.splat(32767),
    unit = i16x8.splat(2048),
    whole = i16x8.splat(4096),
    pointSix = i16x8.splat(19660);
  const shade = i16x8.splat(<i16>(0.05 * lift * 16384)),
    hairy = i16x8.splat(<i16>(8192 * body)),
    ridge = i16x8.splat(<i16>(8192 * body)),
    low = i16x8.splat(<i16>(9830 - 4096 * body));
  const plane = (<usize>w) << 1;
  const last = marks + <usize>(count - 1) * MARK;
  for (let top = 0; top < h; top += band)
    for (let m = last; m >= marks; m -= MARK) {
      const highest = load<f32>(m, 52),
        lowest = load<f32>(m, 56);
      if (lowest < <f32>top || highest >= <f32>(top + band)) continue;
      const cx = load<f32>(m),
        cy = load<f32>(m, 4),
        vx = load<f32>(m, 8),
        vy = load<f32>(m, 12),
        len0 = load<f32>(m, 16),
        len1 = load<f32>(m, 20),
        W = load<f32>(m, 24),
        bend = load<f32>(m, 28);
      const longer = max(len0, len1),
        half: f32 = W + abs(bend) * longer * longer * 0.5,
        sum = len0 + len1;
      const ex = abs(vx) * longer + abs(vy) * half;
      const y0 = max(top, <i32>ceil(highest)),
        y1 = min(min(h, top + band) - 1, <i32>floor(lowest));
      const X0 = max<f32>(0, ceil(cx - ex)),
        X1 = min<f32>(<f32>(w - 1), floor(cx + ex));
      if (X0 > X1) continue;
      const off: f32 = -0.025 * lift;
      const r = i16x8.splat(<i16>((load<f32>(m, 32) + off) * 16384)),
        g = i16x8.splat(<i16>((load<f32>(m, 36) + off) * 16384)),
        b = i16x8.splat(<i16>((load<f32>(m, 40) + off) * 16384));
      const dv: f32 = (-vy / W) * 2048,
        dt: f32 = (vx / sum) * 4096,
        vr: f32 = (vx / W) * 2048,
        tr: f32 = (vy / sum) * 4096,
        t0: f32 = (len0 / sum) * 4096;
      const rampV = i16x8.mul(ramp, i16x8.splat(<i16>dv)),
        rampT = i16x8.mul(ramp, i16x8.splat(<i16>dt));
      const bendBy = i16x8.splat(<i16>max<f32>(-32000, min<f32>(32000, (1024 * bend * sum * sum) / W))),
        middle = i16x8.splat(<i16>t0),
        isBent = bend != 0;
      const opacity = i16x8.splat(<i16>(load<f32>(m, 44) * 32767)),
        brush = brushes + <usize>load<i32>(m, 48),
        left = v128.load(brush),
        right = v128.load(brush, 16);
      const origin = load<i32>(m, 60),
        sx = origin >> 9,
        sy = origin & 511;
      const soft = max(16, <i32>(W * 12.8 + 0.5)),
        side = i16x8.splat(<i16>soft),
        sideFrom = i16x8.splat(<i16>(32767 / soft));
      const ivy: f32 = abs(vy) > 0.02 ? 1 / vy : 0,
        ivx: f32 = abs(vx) > 0.02 ? 1 / vx : 0;
      for (let y = y0; y <= y1; y++) {
        const dy = <f32>y - cy;
        let xa = X0,
          xb = X1;
        if (ivy != 0) {
          const a = (dy * vx - half) * ivy,
            e = (dy * vx + half) * ivy;
          xa = max(xa, ceil(cx + min(a, e)));
          xb = min(xb, floor(cx + max(a, e)));
        }
        if (ivx != 0) {
          const a = (-len0 - dy * vy) * ivx,
            e = (len1 - dy * vy) * ivx;
          xa = max(xa, ceil(cx + min(a, e)));
          xb = min(xb, floor(cx + max(a, e)));
        }
        const x0 = <i32>xa,
          x1 = <i32>xb;
        let at = canvas + <usize>(y * w * 10 + x0 * 2);
        const grain = tooth + <usize>(((y + sy) & 511) << 9),
          vRow = dy * vr,
          tRow = dy * tr + t0;
        for (let x = x0; x <= x1; x += 8, at += 16) {
          const open = v128.load(at);
          if (!v128.any_true(open)) continue;
          const dx = <f32>x - cx;
          let v = i16x8.add(i16x8.splat(<i16>(<i32>(vRow + dx * dv))), rampV);
          const t = i16x8.add(i16x8.splat(<i16>(<i32>(tRow + dx * dt))), rampT);
          if (isBent) {
            const s = i16x8.shl(i16x8.sub(t, middle), 3);
            v = i16x8.sub_sat_s(v, q(q(s, s), bendBy));
          }
          const away = i16x8.abs(v);
          let mask = v128.and(i16x8.lt_u(t, whole), i16x8.lt_s(away, unit));
          if (x + 8 > w) mask = v128.and(mask, i16x8.lt_s(ramp, i16x8.splat(<i16>(w - x))));
          if (!v128.any_true(mask)) continue;
          const v1 = i16x8.shl(away, 4),
            v2 = q(v1, v1),
            v4 = q(v2, v2);
          const head = i16x8.mul(i16x8.min_s(t, i16x8.splat(682)), i16x8.splat(48)),
            end = i16x8.mul(i16x8.min_s(i16x8.sub(whole, t), tailFrom), tail);
          let a = q(i16x8.min_s(head, end), i16x8.sub(one, v4));
          a = i16x8.min_s(
            i16x8.add_sat_s(a, q(a, pointSix)),
            i16x8.mul(i16x8.min_s(i16x8.sub(unit, away), sideFrom), side),
          );
          const cell = i16x8.shr_u(i16x8.add(v, unit), 7),
            index = i8x16.narrow_i16x8_u(cell, cell);
          const hair = i16x8.shl(
            i16x8.extend_low_i8x16_u(
              v128.or(i8x16.swizzle(left, index), i8x16.swizzle(right, i8x16.sub(index, i8x16.splat(16)))),
            ),
            7,
          );
          a = q(a, i16x8.add(bare, q(full, i16x8.add_sat_s(hair, q(hair, pointSix)))));
          a = v128.bitselect(
            i16x8.shr_s(a, 2),
            a,
            i16x8.lt_s(hair, i16x8.mul(i16x8.sub(t, i16x8.splat(2458)), dryness)),
          );
          if (hasTooth) {
            const raw = i16x8.sub(
              i16x8.extend_low_i8x16_u(v128.load64_zero(grain + <usize>((x + sx) & 511))),
              gripFrom,
            );
            a = q(
              a,
              i16x8.add(
                least,
                q(rest, i16x8.mul(i16x8.min_s(i16x8.max_s(raw, zero), i16x8.splat(128)), i16x8.splat(255))),
              ),
            );
          }
          let paint = q(v128.and(q(a, opacity), mask), open),
            left2 = i16x8.sub(open, paint);
          const done = v128.and(mask, i16x8.lt_s(left2, i16x8.splat(500)));
          paint = v128.bitselect(open, paint, done);
          left2 = v128.andnot(left2, done);
          v128.store(at, left2);
          if (planes == 0) continue;
          const sh = q(hair, shade);
          let p = at + plane;
          v128.store(p, i16x8.add(v128.load(p), q(i16x8.add(r, sh), paint)));
          if (planes == 1) continue;
          p += plane;
          v128.store(p, i16x8.add(v128.load(p), q(i16x8.add(g, sh), paint)));
          p += plane;
          v128.store(p, i16x8.add(v128.load(p), q(i16x8.add(b, sh), paint)));
          if (planes == 3) continue;
          p += plane;
          v128.store(p, i16x8.add(v128.load(p), q(i16x8.add(low, i16x8.add(q(hair, hairy), q(v4, ridge))), paint)));
        }
      }
    }
}
