/** Grades a pixel by the 24 numbers of `grade-numbers.ts`; the same steps as `wasm/assembly/core/grade.ts`. */
export const gradePixel = /* glsl */ `
uniform vec4 numbers[6];
vec3 gradePixel(vec3 pixel, vec2 uv) {
  vec3 c = clampPixel((pixel - numbers[0].x) * numbers[0].y);
  c += c * (1.0 - c) * numbers[0].z;
  float hard = numbers[0].w;
  if (hard > 0.0) c = mix(c, c * c * (3.0 - 2.0 * c), hard);
  else if (hard < 0.0) c = mix(c, vec3(0.56), -hard * 0.5);
  c *= numbers[1].rgb;
  float luma = lumaOf(c);
  c = clampPixel(luma + (c - luma) * numbers[1].a);
  if (numbers[2].a > 0.0) {
    luma = lumaOf(c);
    vec3 tone = mix(numbers[2].rgb, numbers[3].rgb, luma);
    tone = clampPixel(tone * (luma + 0.06) / (lumaOf(tone) + 0.06));
    c = mix(c, tone, numbers[2].a);
  }
  if (numbers[4].a > 0.0) {
    vec2 d = (uv - numbers[5].xy) * vec2(numbers[5].w, 1.0);
    float fall = 1.0 / (1.0 + dot(d, d) * 4.5);
    c = 1.0 - (1.0 - c) * (1.0 - numbers[4].rgb * numbers[4].a * fall * fall);
  }
  if (numbers[5].z > 0.0) {
    vec2 d = uv - 0.5;
    c *= 1.0 - numbers[5].z * clamp01((dot(d, d) * 2.0 - 0.12) / 0.88);
  }
  return c;
}`;
