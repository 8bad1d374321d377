import { clampPixel, lumaOf, mixPixels, smooth, withLuma } from '../core/pixel';
import { between, halfAt, noise, ramp, tanhOf } from './shading';

// Panes of three sizes: the small one where its seed is flagged busy, else the middle one, else the large one.
export function joinLabels(large: usize, middle: usize, small: usize, middleSeeds: usize, smallSeeds: usize, middleBase: i32, smallBase: i32, out: usize, count: i32): void {
  const end = <usize>count << 2;
  for (let i: usize = 0; i < end; i += 4) {
    const s = load<i32>(small + i);
    const m = load<i32>(middle + i);
    if (load<f32>(smallSeeds + (<usize>s << 5), 12) > 0) store<i32>(out + i, smallBase + s);
    else if (load<f32>(middleSeeds + (<usize>m << 5), 12) > 0) store<i32>(out + i, middleBase + m);
    else store<i32>(out + i, load<i32>(large + i));
  }
}

// The most frequent label of a pixel and a ring of eight around it; `ring` holds offsets in bytes. Ties go to the own label.
export function vote(labels: usize, out: usize, ring: usize, w: i32, h: i32, margin: i32): void {
  memory.copy(out, labels, <usize>(w * h) << 2);
  for (let y = margin; y < h - margin; y++) {
    for (let x = margin; x < w - margin; x++) {
      const i = labels + (<usize>(y * w + x) << 2);
      const own = load<i32>(i);
      let most = 1;
      for (let k: usize = 0; k < 32; k += 4) most += i32(load<i32>(i + <usize>load<i32>(ring + k)) == own);
      if (most >= 5) continue;
      let best = own;
      for (let k: usize = 0; k < 32; k += 4) {
        const label = load<i32>(i + <usize>load<i32>(ring + k));
        if (label == best) continue;
        let votes = 0;
        for (let j: usize = 0; j < 32; j += 4) votes += i32(load<i32>(i + <usize>load<i32>(ring + j)) == label);
        if (votes > most) {
          most = votes;
          best = label;
        }
      }
      store<i32>(out + (<usize>(y * w + x) << 2), best);
    }
  }
}

// How much lead two panes need: large ones all, smaller ones the more, the less their colours are alike, so that a face is not
// cut to pieces.
// @ts-ignore: decorator
@inline
function leadBetween(a: i32, b: i32, seeds: usize, middleBase: i32, smallBase: i32): f32 {
  if (a == b) return 0;
  if (a < middleBase && b < middleBase) return 0.9;
  const p = seeds + (<usize>a << 5);
  const q = seeds + (<usize>b << 5);
  const d = f32x4.abs(f32x4.sub(v128.load(p, 16), v128.load(q, 16)));
  const apart: f32 = f32x4.extract_lane(d, 0) + f32x4.extract_lane(d, 1) + f32x4.extract_lane(d, 2);
  const least: f32 = a >= smallBase && b >= smallBase ? 0.28 : 0.42;
  const most: f32 = a >= smallBase || b >= smallBase ? 0.7 : 0.85;
  return least + (most - least) * smooth(0.15, 0.7, apart);
}

// Lead at half size: 0 inside a pane, up to `share` where the pane on the right or below is another.
export function borders(labels: usize, seeds: usize, out: usize, w: i32, h: i32, middleBase: i32, smallBase: i32, share: f32): void {
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const i = y * w + x;
      const own = load<i32>(labels + (<usize>i << 2));
      const right = x < w - 1 ? load<i32>(labels + (<usize>(i + 1) << 2)) : own;
      const below = y < h - 1 ? load<i32>(labels + (<usize>(i + w) << 2)) : own;
      const across = leadBetween(own, right, seeds, middleBase, smallBase);
      store<f32>(out + (<usize>i << 2), max<f32>(across, leadBetween(own, below, seeds, middleBase, smallBase)) * share);
    }
  }
}

// Colours of the glass, 16 bytes a seed (r, g, b, chance): saturated, with tints for grey panes and blue for black ones.
export function glassColours(seeds: usize, chances: usize, tints: usize, out: usize, count: i32): void {
  for (let i = 0; i < count; i++) {
    const s = seeds + (<usize>i << 5);
    const chance = load<f32>(chances + (<usize>i << 2));
    const r = load<f32>(s, 16);
    const g = load<f32>(s, 20);
    const b = load<f32>(s, 24);
    let c = withLuma(f32x4(r, g, b, 0));
    const luma = f32x4.extract_lane(c, 3);
    const chroma = max<f32>(r, max<f32>(g, b)) - min<f32>(r, min<f32>(g, b));
    const dark: f32 = 1 - smooth(0.05, 0.3, luma);
    const pale: f32 = (<f32>1 - smooth(0.05, 0.22, chroma)) * 0.75 * (1 - dark);
    const tint = v128.load(tints + (<usize>(<i32>(chance * 5.999)) << 4));
    c = mixPixels(c, f32x4.mul(c, tint), f32x4.splat(pale));
    c = f32x4.add(c, f32x4.mul(f32x4(0.02, 0.05, 0.16, 0), f32x4.splat(dark)));
    const l = lumaOf(c);
    c = clampPixel(f32x4.add(l, f32x4.mul(f32x4.sub(c, l), f32x4.splat(1.65))));
    const curve = f32x4.mul(f32x4.mul(c, c), f32x4.sub(f32x4.splat(3), f32x4.add(c, c)));
    c = mixPixels(c, curve, f32x4.splat(0.4));
    v128.store(out + (<usize>i << 4), f32x4.replace_lane(c, 3, chance));
  }
}

// What shines through, at half size: the square of the pane's colour, and the border in the last lane.
export function glassShine(labels: usize, colours: usize, out: usize, count: i32): void {
  for (let i: usize = 0; i < <usize>count; i++) {
    const c = v128.load(colours + (<usize>load<i32>(labels + (i << 2)) << 4));
    v128.store(out + (i << 4), f32x4.mul(c, c));
  }
}

// Lead at half size: (border softened, border wide, light on its flank, luma of the filtered frame).
export function leads(narrow: usize, wide: usize, half: usize, out: usize, w: i32, h: i32): void {
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const i = <usize>(y * w + x) << 2;
      const e = load<f32>(narrow + i);
      const before = x > 0 && y > 0 ? load<f32>(narrow + i - (<usize>(w + 1) << 2)) : e;
      v128.store(out + (i << 2), f32x4(e, load<f32>(wide + i), e - before, load<f32>(half + (i << 2), 12)));
    }
  }
}

// Panes lit from behind, grisaille lines, lead and glow.
export function paintGlass(labels: usize, colours: usize, lead: usize, shine: usize, seeds: usize, middleBase: i32, smallBase: i32, lines: usize, blotch: usize, grain: usize, out: usize, width: i32, height: i32, sx: i32, sy: i32): void {
  const w = width >> 1;
  const h = height >> 1;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = <usize>(y * width + x);
      const j = <usize>((y >> 1) * w + (x >> 1));
      const edge = halfAt(lead, w, h, x, y);
      const e = f32x4.extract_lane(edge, 0);
      const label = load<i32>(labels + (j << 2));
      const c = v128.load(colours + (<usize>label << 4));
      const chance = f32x4.extract_lane(c, 3);
      const u = x + sx;
      const v = y + sy;
      // Streaks run up or across by pane; behind all panes is one sky.
      const way = <i32>(chance * 5.999);
      const steep = way & 3;
      const streak: f32 = noise(blotch, ((u * (4 - steep)) >> 1) + way * 61, ((v * (steep + 1)) >> 1) + way * 61) - 0.5;
      const sky: f32 = noise(blotch, u >> 1, v >> 1) - 0.5;
      const rough: f32 = noise(grain, u, v) - 0.5;
      const light: f32 = 1.04 + streak * 0.22 + sky * 0.34 + rough * 0.1 + (chance - 0.5) * 0.16 - f32x4.extract_lane(edge, 1) * 0.55;
      // The smaller the pane, the more of the tones inside it is painted on the glass: faces stay faces.
      const seed = seeds + (<usize>label << 5);
      const mean = load<f32>(seed, 16) * 0.299 + load<f32>(seed, 20) * 0.587 + load<f32>(seed, 24) * 0.114;
      const tone = f32x4.extract_lane(edge, 3) - mean;
      const painted: f32 = label >= smallBase ? 1.7 : label >= middleBase ? 1.4 : 0.5;
      const shade: f32 = 1 + between(-0.6, 0.35, (tone * painted) / (mean + 0.25));
      let p = f32x4.mul(c, f32x4.splat(light * shade));
      const line: f32 = tanhOf(-4 * (load<f32>(lines + (i << 2)) * 20 + 0.16)) * 0.72;
      p = f32x4.mul(clampPixel(p), f32x4.splat(1 - line));
      const a = ramp(0.09, 0.26, e);
      const lit: f32 = 0.07 + between(-0.06, 0.22, f32x4.extract_lane(edge, 2) * 0.9);
      p = mixPixels(p, f32x4.add(f32x4.splat(lit), f32x4(0, 0.005, 0.02, 0)), f32x4.splat(a));
      const one = f32x4.splat(1);
      const glow = f32x4.mul(halfAt(shine, w, h, x, y), f32x4.splat(0.3));
      v128.store(out + (i << 4), f32x4.sub(one, f32x4.mul(f32x4.sub(one, clampPixel(p)), f32x4.sub(one, glow))));
    }
  }
}
