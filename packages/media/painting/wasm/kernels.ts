/**
 * Functions of the module `core`. Addresses are bytes in the shared memory. A picture has four f32 a pixel: red, green, blue
 * in 0..1 and luma; a plane one f32 a pixel; `rgba` are bytes.
 */
export type CoreKernels = {
  thumbnail(rgba: number, out: number, width: number, height: number): void;
  difference(rgba: number, held: number, out: number, width: number, height: number): void;
  hold(rgba: number, held: number, motion: number, width: number, height: number, amount: number): void;
  toPicture(rgba: number, out: number, count: number): void;
  lumaPlane(picture: number, out: number, count: number): void;
  grade(picture: number, out: number, numbers: number, width: number, height: number): void;
  finish(
    painted: number,
    numbers: number,
    rgba: number,
    before: number,
    blotch: number,
    out: number,
    width: number,
    height: number,
    strength: number,
    dissolve: number,
  ): void;
  drawSprites(
    picture: number,
    sprites: number,
    count: number,
    shape: number,
    isShining: number,
    width: number,
    height: number,
  ): void;
  boxPicture(picture: number, out: number, scratch: number, row: number, w: number, h: number, r: number): void;
  boxPlane(plane: number, out: number, scratch: number, row: number, w: number, h: number, r: number): void;
  addDoubled(
    sum: number,
    picture: number,
    weights: number,
    row: number,
    w: number,
    h: number,
    width: number,
    height: number,
  ): void;
  scalePicture(picture: number, weights: number, count: number): void;
  halve(picture: number, out: number, width: number, height: number): void;
  gaussianDifference(
    plane: number,
    out: number,
    narrow: number,
    wide: number,
    weights: number,
    w: number,
    h: number,
    radius: number,
  ): void;
  tensor(picture: number, out: number, w: number, h: number): void;
  holdTensor(near: number, wide: number, held: number, count: number, share: number): void;
  tangents(held: number, out: number, row: number, width: number, height: number): void;
  bilateral(
    picture: number,
    out: number,
    flow: number,
    weights: number,
    w: number,
    h: number,
    taps: number,
    isAlong: number,
    reach: number,
  ): void;
  sharpen(
    picture: number,
    half: number,
    filtered: number,
    out: number,
    row: number,
    width: number,
    height: number,
    core: number,
  ): void;
  alongFlow(
    plane: number,
    out: number,
    flow: number,
    weights: number,
    w: number,
    h: number,
    steps: number,
    pace: number,
  ): void;
  animeTones(picture: number, soft: number, out: number, count: number): void;
  animeShine(tones: number, out: number, width: number, height: number): void;
  animeLines(
    tones: number,
    bloom: number,
    edges: number,
    soft: number,
    out: number,
    row: number,
    w: number,
    h: number,
  ): void;
  neonTubes(
    calm: number,
    wide: number,
    edges: number,
    tubes: number,
    room: number,
    row: number,
    width: number,
    height: number,
  ): void;
  neonGlow(tubes: number, room: number, glow: number, out: number, row: number, width: number, height: number): void;
  layNoise(noise: number, out: number, width: number, height: number, noiseX: number, noiseY: number): void;
  dreamNight(
    calm: number,
    swayX: number,
    swayY: number,
    out: number,
    width: number,
    height: number,
    noiseX: number,
    noiseY: number,
    bendX: number,
    bendY: number,
  ): void;
  dreamShine(night: number, out: number, width: number, height: number): void;
  dreamGlow(
    night: number,
    halo: number,
    edges: number,
    currents: number,
    flow: number,
    mottle: number,
    out: number,
    line: number,
    width: number,
    height: number,
    noiseX: number,
    noiseY: number,
    time: number,
  ): void;
};
