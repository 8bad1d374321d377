import { expect, test } from 'vitest';
import { deviceName } from './device-name.ts';

test.each([
  ['ANGLE (Apple, ANGLE Metal Renderer: Apple M2, Unspecified Version)', 'Apple M2'],
  ['ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 (0x00002503) Direct3D11 vs_5_0 ps_5_0, D3D11)', 'NVIDIA GeForce RTX 3060'],
  ['ANGLE (Intel, Mesa Intel(R) UHD Graphics 620 (KBL GT2), OpenGL 4.6)', 'Mesa Intel(R) UHD Graphics 620 (KBL GT2)'],
  ['Adreno (TM) 640', 'Adreno (TM) 640'],
  ['', 'this device’s graphics chip'],
])('%s is called %s', (renderer, name) => {
  expect(deviceName(renderer)).toBe(name);
});

test('a processor that plays a graphics chip is called what it is', () => {
  expect(
    deviceName('ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)'),
  ).toContain('processor');
});
