import {
  INSIDE,
  COUNT,
  WIDTH,
  HEIGHT,
  GUIDE,
  FROM,
  SPREAD,
  ALWAYS,
  LENGTH,
  BREADTH,
  SWAY,
  HUE,
  CLIP,
  OPACITY,
  ANGLE_X,
  ANGLE_Y,
  COLOURING,
  SATURATION,
  CURVE,
  GAIN,
  LIFTED,
  WARMTH,
  COARSE,
  MARK,
  clamp01,
  smooth,
  near,
} from './layer';

// Decides on the strokes of a layer: whether, where to, how long, what colour. Returns the number of marks written.
export function decide(
  layer: usize,
  anchors: usize,
  random: usize,
  state: usize,
  flow: usize,
  colours: usize,
  ends: usize,
  border: usize,
  marks: usize,
): i32 {
  const n = <i32>load<f32>(layer, COUNT),
    w = <i32>load<f32>(layer, WIDTH),
    h = <i32>load<f32>(layer, HEIGHT);
  const guide = <i32>load<f32>(layer, GUIDE),
    from = load<f32>(layer, FROM),
    spread = load<f32>(layer, SPREAD),
    always = load<f32>(layer, ALWAYS);
  const length = load<f32>(layer, LENGTH),
    breadth = load<f32>(layer, BREADTH),
    sway = load<f32>(layer, SWAY),
    hue = load<f32>(layer, HUE);
  const clip = load<f32>(layer, CLIP),
    opacity = load<f32>(layer, OPACITY),
    ax = load<f32>(layer, ANGLE_X),
    ay = load<f32>(layer, ANGLE_Y);
  const colouring = <i32>load<f32>(layer, COLOURING),
    saturation = load<f32>(layer, SATURATION),
    curve = load<f32>(layer, CURVE);
  const gain = load<f32>(layer, GAIN),
    lifted = load<f32>(layer, LIFTED),
    warmth = load<f32>(layer, WARMTH);
  const shift = load<f32>(layer, COARSE) > 0 ? 1 : 0,
    stride = w >> shift,
    flowStride = w >> 1;
  const isFixed = ax != 0 || ay != 0,
    isInside = load<f32>(layer, INSIDE) > 0,
    endStride = w >> 1;
  let out = marks;
  for (let i: i32 = 0; i < n; i++, anchors += 16, random += 16, state += 32) {
    const fade = load<f32>(anchors, 8);
    if (fade <= 0) {
      store<f32>(state, 0);
      continue;
    }
    const x = load<f32>(anchors),
      y = load<f32>(anchors, 4),
      origin = <i32>load<f32>(anchors, 12),
      isBorn = (origin & 1) == 1;
    const h0 = load<f32>(random),
      h1 = load<f32>(random, 4),
      h2 = load<f32>(random, 8),
      h3 = load<f32>(random, 12);
    const f = near(flow, flowStride, w, h, 1, x, y);
    const c = near(colours, stride, w, h, shift, x, y);
    let r = load<f32>(c),
      g = load<f32>(c, 4),
      b = load<f32>(c, 8);
    const before = load<f32>(state);
    let wanted: f32 = 1;
    if (guide && h1 >= always) {
      const q: f32 = guide == 1 ? load<f32>(f, 12) : 1 - (0.299 * r + 0.587 * g + 0.114 * b);
      wanted = clamp01((q - from - spread * h1) * (guide == 1 ? <f32>90 : <f32>16) + 0.5);
    }
    if (
      isInside &&
      load<u8>(border + <usize>(min(h - 1, max(0, <i32>floor(y))) * w + min(w - 1, max(0, <i32>floor(x))))) < 128
    )
      wanted = 0;
    const presence: f32 = isBorn ? wanted : before + (wanted - before) * 0.4;
    if (presence < 0.03) {
      store<f32>(state, wanted > 0 ? presence : 0);
      continue;
    }
    const isFresh = isBorn || before < 0.03;
    store<f32>(state, presence);
    // direction, aligned with the one before
    let vx = ax,
      vy = ay;
    if (!isFixed) {
      vx = load<f32>(f);
      vy = load<f32>(f, 4);
    }
    if (isFresh) {
      if (h3 > 0.5) {
        vx = -vx;
        vy = -vy;
      }
    } else {
      const px = load<f32>(state, 4),
        py = load<f32>(state, 8),
        s: f32 = px * vx + py * vy < 0 ? -1 : 1;
      vx = px + (vx * s - px) * 0.5;
      vy = py + (vy * s - py) * 0.5;
      const l: f32 = 1 / (sqrt(vx * vx + vy * vy) + 1e-6);
      vx *= l;
      vy *= l;
      const pr = load<f32>(state, 20),
        pg = load<f32>(state, 24),
        pb = load<f32>(state, 28);
      const k: f32 = 0.25 + 0.75 * smooth(0.02, 0.16, abs(r - pr) + abs(g - pg) + abs(b - pb));
      r = pr + (r - pr) * k;
      g = pg + (g - pg) * k;
      b = pb + (b - pb) * k;
    }
    store<f32>(state, vx, 4);
    store<f32>(state, vy, 8);
    store<f32>(state, r, 20);
    store<f32>(state, g, 24);
    store<f32>(state, b, 28);
    {
      const sj: f32 = (h2 - 0.5) * sway,
        cj: f32 = 1 - 0.5 * sj * sj,
        a = vx * cj - vy * sj,
        e = vx * sj + vy * cj,
        l: f32 = 1 / sqrt(a * a + e * e);
      vx = a * l;
      vy = e * l;
    }
    // ends: at edges of colour
    const L: f32 = length * (0.7 + 0.6 * h3),
      W: f32 = breadth * (0.75 + 0.5 * h1);
    let len0 = L,
      len1 = L;
    if (clip < 3) {
      const step = max<f32>(2, L * 0.125);
      for (let t = step; t <= L; t += step) {
        const e = near(ends, endStride, w, h, 1, x - vx * t, y - vy * t);
        if (abs(load<f32>(e) - r) + abs(load<f32>(e, 4) - g) + abs(load<f32>(e, 8) - b) > clip) {
          len0 = t;
          break;
        }
      }
      for (let t = step; t <= L; t += step) {
        const e = near(ends, endStride, w, h, 1, x + vx * t, y + vy * t);
        if (abs(load<f32>(e) - r) + abs(load<f32>(e, 4) - g) + abs(load<f32>(e, 8) - b) > clip) {
          len1 = t;
          break;
        }
      }
      if (len0 + len1 < max<f32>(2, W * 0.9)) {
        len0 = max<f32>(1, W * 0.5);
        len1 = len0;
      }
      if (!isFresh) {
        const p0 = load<f32>(state, 12),
          p1 = load<f32>(state, 16);
        len0 = p0 + (len0 - p0) * 0.4;
        len1 = p1 + (len1 - p1) * 0.4;
      }
      store<f32>(state, len0, 12);
      store<f32>(state, len1, 16);
    }
    // bent to the flow at both ends
    let bend: f32 = 0;
    if (!isFixed) {
      const f0 = near(flow, flowStride, w, h, 1, x - vx * len0 * 0.8, y - vy * len0 * 0.8),
        f1 = near(flow, flowStride, w, h, 1, x + vx * len1 * 0.8, y + vy * len1 * 0.8);
      const c0 = vx * load<f32>(f0, 4) - vy * load<f32>(f0),
        d0 = vx * load<f32>(f0) + vy * load<f32>(f0, 4);
      const c1 = vx * load<f32>(f1, 4) - vy * load<f32>(f1),
        d1 = vx * load<f32>(f1) + vy * load<f32>(f1, 4);
      const most: f32 = 0.6 / L;
      bend = min(most, max(-most, ((d1 < 0 ? -c1 : c1) - (d0 < 0 ? -c0 : c0)) / (len0 + len1 + 1)));
    }
    // colour
    let l: f32 = 0.299 * r + 0.587 * g + 0.114 * b;
    if (colouring == 0) {
      const k: f32 = (smooth(-0.08, 1.06, l) * curve + l * (1 - curve) + 0.02) / (l + 0.02);
      r = clamp01(r * k * gain + lifted + warmth * (0.05 * (l - 0.45) + 0.012));
      g = clamp01(g * k * gain + lifted + warmth * (0.008 * (l - 0.45) + 0.008));
      b = clamp01(b * k * gain + lifted + warmth * (0.022 - 0.06 * (l - 0.45)));
      l = 0.299 * r + 0.587 * g + 0.114 * b;
      const dv: f32 = (h1 - 0.5) * hue,
        dh: f32 = (h3 - 0.5) * hue * 0.6;
      r = clamp01(l + (r - l) * saturation + dv + dh);
      g = clamp01(l + (g - l) * saturation + dv);
      b = clamp01(l + (b - l) * saturation + dv - dh);
    } else if (colouring == 1) {
      const d: f32 = clamp01(1.08 - 1.55 * l),
        v = clamp01(d * (0.64 + 0.36 * d) + (h1 - 0.5) * hue); // d^1.35, nearly
      r = v;
      g = v;
      b = v;
    } else {
      r = 1;
      g = 1;
      b = 1;
    }
    store<f32>(out, x);
    store<f32>(out, y, 4);
    store<f32>(out, vx, 8);
    store<f32>(out, vy, 12);
    store<f32>(out, len0, 16);
    store<f32>(out, len1, 20);
    store<f32>(out, W, 24);
    store<f32>(out, bend, 28);
    store<f32>(out, r, 32);
    store<f32>(out, g, 36);
    store<f32>(out, b, 40);
    store<f32>(out, opacity * fade * presence, 44);
    store<i32>(out, (<i32>(h0 * 63.99)) << 5, 48);
    const longer = max(len0, len1),
      half: f32 = W + abs(bend) * longer * longer * 0.5,
      tall = abs(vy) * longer + abs(vx) * half;
    store<f32>(out, y - tall, 52);
    store<f32>(out, y + tall, 56);
    store<i32>(out, origin >> 1, 60);
    out += MARK;
  }
  return <i32>((out - marks) / MARK);
}
