/**
 * What a WebGL renderer is called by people: "Apple M2" of
 * "ANGLE (Apple, ANGLE Metal Renderer: Apple M2, Unspecified Version)".
 */
export function deviceName(renderer: string): string {
  if (/swiftshader|llvmpipe|softpipe|software|basic render/i.test(renderer))
    return 'this device’s processor, which plays a graphics chip';
  const inside = /^ANGLE \((.*)\)$/.exec(renderer)?.[1]?.split(', ')[1] ?? renderer;
  const short = inside
    .replace(/^ANGLE Metal Renderer: /, '')
    .replace(/^Vulkan [\d.]+ \((.+)\)$/, '$1')
    .replace(/ \(0x[0-9a-f]+\)/i, '')
    .replace(/ (Direct3D|OpenGL|Vulkan).*$/, '')
    .trim();
  return short || 'this device’s graphics chip';
}
