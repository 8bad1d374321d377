/**
 * What each stroke is to be, held over time: two texels a stroke, (presence, red, green, blue) and (direction x, y, length behind, length
 * ahead). The formulas are those of `wasm/assembly/strokes/decide.ts`; `layer` is the row of numbers of `writeLayer`.
 */
export const decideSource = /* glsl */ `
uniform float layer[32];
uniform sampler2D anchors;
uniform sampler2D numbers;
uniform sampler2D past;
uniform sampler2D field;
uniform sampler2D colours;
uniform sampler2D ends;
uniform sampler2D sheet;
ivec2 pixelAt(vec2 p) { return clamp(ivec2(p), ivec2(0), ivec2(layer[1], layer[2]) - 1); }
vec4 halfAt(sampler2D picture, vec2 p) { return texelFetch(picture, pixelAt(p) >> 1, 0); }
float reach(vec2 place, vec2 way, vec3 colour, float far) {
  float stride = max(2.0, far * 0.125);
  for (float t = stride; t <= far; t += stride) {
    vec3 d = abs(halfAt(ends, place + way * t).rgb - colour);
    if (d.r + d.g + d.b > layer[11]) return t;
  }
  return far;
}
void main() {
  ivec2 cell = ivec2(here().x >> 1, here().y);
  ivec2 own = ivec2(cell.x * 2, cell.y);
  bool isSecond = (here().x & 1) == 1;
  vec4 anchor = texelFetch(anchors, cell, 0);
  vec4 luck = texelFetch(numbers, cell, 0);
  vec4 before = texelFetch(past, own, 0);
  bool isBorn = (int(anchor.w) & 1) == 1;
  result = vec4(0.0);
  if (anchor.z <= 0.0) return;
  vec4 flow = halfAt(field, anchor.xy);
  vec3 c = texelFetch(colours, pixelAt(anchor.xy) >> int(layer[25]), 0).rgb;
  float wanted = 1.0;
  if (layer[3] > 0.0 && luck.y >= layer[6]) {
    float q = layer[3] == 1.0 ? flow.w : 1.0 - lumaOf(c);
    wanted = clamp01((q - layer[4] - layer[5] * luck.y) * (layer[3] == 1.0 ? 90.0 : 16.0) + 0.5);
  }
  if (layer[30] > 0.0 && texelFetch(sheet, pixelAt(anchor.xy), 0).r < 0.5) wanted = 0.0;
  float presence = isBorn ? wanted : before.x + (wanted - before.x) * 0.4;
  if (presence < 0.03) {
    if (wanted > 0.0 && !isSecond) result = vec4(presence, 0.0, 0.0, 0.0);
    return;
  }
  bool isFresh = isBorn || before.x < 0.03;
  if (!isFresh) {
    vec3 d = abs(c - before.gba);
    c = mix(before.gba, c, 0.25 + 0.75 * smoothstep(0.02, 0.16, d.r + d.g + d.b));
  }
  if (!isSecond) {
    result = vec4(presence, c);
    return;
  }
  vec2 way = layer[15] != 0.0 || layer[16] != 0.0 ? vec2(layer[15], layer[16]) : flow.xy;
  vec4 earlier = texelFetch(past, own + ivec2(1, 0), 0);
  if (isFresh) way *= luck.w > 0.5 ? -1.0 : 1.0;
  else {
    way = mix(earlier.xy, dot(earlier.xy, way) < 0.0 ? -way : way, 0.5);
    way /= length(way) + 1e-6;
  }
  float far = layer[7] * (0.7 + 0.6 * luck.w);
  float wide = layer[8] * (0.75 + 0.5 * luck.y);
  vec2 reaches = vec2(far);
  if (layer[11] < 3.0) {
    float turn = (luck.z - 0.5) * layer[9];
    float cosine = 1.0 - 0.5 * turn * turn;
    vec2 turned = normalize(vec2(way.x * cosine - way.y * turn, way.x * turn + way.y * cosine));
    reaches = vec2(reach(anchor.xy, -turned, c, far), reach(anchor.xy, turned, c, far));
    if (reaches.x + reaches.y < max(2.0, wide * 0.9)) reaches = vec2(max(1.0, wide * 0.5));
    if (!isFresh) reaches = mix(earlier.zw, reaches, 0.4);
  }
  result = vec4(way, reaches);
}`;

/** One quad a stroke, from the decisions; strokes that don't show lie outside. */
export const strokeVertex = /* glsl */ `#version 300 es
precision highp float;
precision highp int;
precision highp sampler2D;
uniform float layer[32];
uniform sampler2D anchors;
uniform sampler2D numbers;
uniform sampler2D marks;
uniform sampler2D field;
flat out vec4 place;
flat out vec4 shape;
flat out vec4 colour;
flat out int brush;
flat out ivec2 origin;
vec2 fieldAt(vec2 p) { return texelFetch(field, clamp(ivec2(p), ivec2(0), ivec2(layer[1], layer[2]) - 1) >> 1, 0).xy; }
float turned(vec2 way, vec2 there) {
  float across = way.x * there.y - way.y * there.x;
  return dot(way, there) < 0.0 ? -across : across;
}
void main() {
  ivec2 cell = ivec2(gl_InstanceID & 255, gl_InstanceID >> 8);
  vec4 anchor = texelFetch(anchors, cell, 0);
  vec4 luck = texelFetch(numbers, cell, 0);
  vec4 first = texelFetch(marks, ivec2(cell.x * 2, cell.y), 0);
  vec4 second = texelFetch(marks, ivec2(cell.x * 2 + 1, cell.y), 0);
  if (anchor.z <= 0.0 || first.x < 0.03) {
    gl_Position = vec4(2.0, 2.0, 0.0, 1.0);
    return;
  }
  float turn = (luck.z - 0.5) * layer[9];
  float cosine = 1.0 - 0.5 * turn * turn;
  vec2 way = normalize(vec2(second.x * cosine - second.y * turn, second.x * turn + second.y * cosine));
  float far = layer[7] * (0.7 + 0.6 * luck.w);
  float wide = layer[8] * (0.75 + 0.5 * luck.y);
  float bend = 0.0;
  if (layer[15] == 0.0 && layer[16] == 0.0) {
    float behind = turned(way, fieldAt(anchor.xy - way * second.z * 0.8));
    float ahead = turned(way, fieldAt(anchor.xy + way * second.w * 0.8));
    bend = clamp((ahead - behind) / (second.z + second.w + 1.0), -0.6 / far, 0.6 / far);
  }
  vec3 c = first.yzw;
  float l = dot(c, vec3(0.299, 0.587, 0.114));
  if (layer[19] == 0.0) {
    float k = (smoothstep(-0.08, 1.06, l) * layer[21] + l * (1.0 - layer[21]) + 0.02) / (l + 0.02);
    vec3 warm = vec3(0.05, 0.008, -0.06) * (l - 0.45) + vec3(0.012, 0.008, 0.022);
    c = clamp(c * k * layer[22] + layer[23] + layer[24] * warm, 0.0, 1.0);
    l = dot(c, vec3(0.299, 0.587, 0.114));
    float dv = (luck.y - 0.5) * layer[10];
    float dh = (luck.w - 0.5) * layer[10] * 0.6;
    c = clamp(l + (c - l) * layer[20] + vec3(dv + dh, dv, dv - dh), 0.0, 1.0);
  } else if (layer[19] == 1.0) {
    float d = clamp(1.08 - 1.55 * l, 0.0, 1.0);
    c = vec3(clamp(d * (0.64 + 0.36 * d) + (luck.y - 0.5) * layer[10], 0.0, 1.0));
  } else c = vec3(1.0);
  place = vec4(anchor.xy, way);
  shape = vec4(second.zw, wide, bend);
  colour = vec4(c, layer[12] * anchor.z * first.x);
  brush = int(luck.x * 63.99);
  origin = ivec2(int(anchor.w) >> 10, (int(anchor.w) >> 1) & 511);
  float longer = max(second.z, second.w);
  float side = wide + abs(bend) * longer * longer * 0.5 + 1.0;
  float u = (gl_VertexID & 1) == 1 ? second.w + 1.0 : -second.z - 1.0;
  float v = (gl_VertexID >> 1) == 1 ? side : -side;
  vec2 p = anchor.xy + way * u + vec2(-way.y, way.x) * v + 0.5;
  gl_Position = vec4(p / vec2(layer[1], layer[2]) * 2.0 - 1.0, 0.0, 1.0);
}`;

/** A stroke's paint, its cover in alpha, and its height in the second output: see `wasm/assembly/strokes/draw.ts`. */
export const strokeSource = /* glsl */ `
uniform float layer[32];
uniform sampler2D brushes;
flat in vec4 place;
flat in vec4 shape;
flat in vec4 colour;
flat in int brush;
flat in ivec2 origin;
layout(location = 1) out vec4 height;
void main() {
  vec2 d = vec2(here()) - place.xy;
  float u = dot(d, place.zw);
  float v = (d.y * place.z - d.x * place.w - 0.5 * shape.w * u * u) / shape.z;
  float t = (u + shape.x) / (shape.x + shape.y);
  if (t < 0.0 || t >= 1.0 || abs(v) >= 1.0) discard;
  float v4 = v * v * v * v;
  float bristle = layer[13];
  float tail = floor((5.0 - 3.5 * bristle) * 8.0 + 0.5) / 8.0;
  float a = min(1.0, 1.6 * min(1.0, min(6.0 * t, (1.0 - t) * tail)) * (1.0 - v4));
  a = min(a, (1.0 - abs(v)) * max(1.0, floor(shape.z * 12.8 + 0.5) / 16.0));
  float hair = texelFetch(brushes, ivec2(int((v + 1.0) * 16.0), brush), 0).r * 255.0 / 256.0;
  a *= 1.0 - bristle + bristle * min(1.0, 1.6 * hair);
  if (hair < (t - 0.6) * floor(16.8 * bristle + 0.5) / 8.0) a *= 0.25;
  if (layer[17] >= 0.0) {
    float tooth = floor(texelFetch(noiseA, (here() + origin) & 511, 0).y * 255.0 + 0.5) - floor((layer[17] - 0.2) * 255.0);
    a *= layer[18] + (1.0 - layer[18]) * clamp(tooth, 0.0, 128.0) / 128.5;
  }
  a *= colour.a;
  result = vec4(colour.rgb + 0.05 * layer[14] * (hair - 0.5), a);
  height = vec4(0.6 + layer[29] * (0.5 * hair + 0.5 * v4 - 0.25), 0.0, 0.0, a);
}`;

/** Of the four 3 × 3 neighbourhoods at a pixel the calmest one's mean: first the means and how they spread, then the choice. */
export const meansSource = /* glsl */ `
uniform sampler2D picture;
void main() {
  vec3 sum = vec3(0.0);
  vec3 squares = vec3(0.0);
  for (int y = -1; y <= 1; y++)
    for (int x = -1; x <= 1; x++) {
      vec3 c = at(picture, here() + ivec2(x, y)).rgb;
      sum += c;
      squares += c * c;
    }
  vec3 mean = sum / 9.0;
  vec3 spread = squares / 9.0 - mean * mean;
  result = vec4(mean, spread.r + spread.g + spread.b);
}`;

export const calmestSource = /* glsl */ `
uniform sampler2D means;
void main() {
  vec4 best = at(means, here() + ivec2(-1, -1));
  vec4 v = at(means, here() + ivec2(1, -1));
  if (v.a < best.a) best = v;
  v = at(means, here() + ivec2(-1, 1));
  if (v.a < best.a) best = v;
  v = at(means, here() + ivec2(1, 1));
  if (v.a < best.a) best = v;
  result = withLuma(best.rgb);
}`;

/** Direction at half size from the tensor: see `wasm/assembly/strokes/settle.ts`. */
export const directSource = /* glsl */ `
uniform sampler2D held;
void main() {
  vec4 t = texelFetch(held, here(), 0);
  float e = t.x, f = t.y, g = t.z;
  float gap = sqrt((e - g) * (e - g) + 4.0 * f * f);
  float major = (e + g + gap) * 0.5;
  vec2 v = e > g ? vec2(-f, major - g) : vec2(major - e, -f);
  float l = length(v);
  result = vec4(l > 1e-9 ? v / l : vec2(1.0, 0.0), gap / (e + g + 1e-6), sqrt(max(0.0, major) / 1024.0));
}`;
