import { expect, test } from 'vitest';
import { findViolations } from './check-architecture.ts';

const violations = (path: string, specifier: string) =>
  findViolations([{ path, text: `import { x } from '${specifier}';` }]);

test.each([
  ['packages/capabilities/errors.ts', 'zod'],
  ['packages/media/audio/wav.ts', '@kinora/capabilities'],
  ['packages/providers/builtin/image.ts', '@kinora/media/drawing'],
  ['packages/providers/builtin/speech/index.ts', '../tools.ts'],
  ['packages/studios/story/pipeline.ts', '@kinora/capabilities'],
  ['apps/web/app/root.tsx', '@kinora/studios/story/schema'],
  ['apps/server/compose.ts', '@kinora/platform/db'],
  ['apps/cli/main.ts', '@kinora/server'],
  ['packages/providers/builtin/image.test.ts', '@kinora/capabilities/testing'],
  ['apps/server/server.slow.test.ts', '../../tools/server-process.ts'],
])('%s may import %s', (path, specifier) => {
  expect(violations(path, specifier)).toEqual([]);
});

test.each([
  ['packages/capabilities/errors.ts', '@kinora/media/audio'],
  ['packages/capabilities/errors.ts', 'node:fs'],
  ['packages/media/audio/wav.ts', '@kinora/platform/db'],
  ['packages/media/audio/wav.ts', '../../platform/db/index.ts'],
  ['packages/studios/story/pipeline.ts', '@kinora/providers/builtin'],
  ['packages/studios/story/pipeline.ts', '../music-video/pipeline.ts'],
  ['packages/providers/onnx/image.ts', '@kinora/providers/builtin'],
  ['packages/studios/story/schema.ts', 'node:path'],
  ['apps/web/app/root.tsx', '@kinora/studios/story'],
  ['apps/web/app/root.tsx', '@kinora/platform/db'],
  ['apps/cli/main.ts', '@kinora/platform/db'],
  ['packages/strangers/index.ts', 'zod'],
  ['apps/server/app.ts', '../../tools/server-process.ts'],
])('%s must not import %s', (path, specifier) => {
  expect(violations(path, specifier)).toHaveLength(1);
});

test('sees dynamic imports and re-exports', () => {
  const text = `export { a } from '@kinora/platform/db';\nconst b = await import('@kinora/providers/builtin');`;
  expect(findViolations([{ path: 'packages/media/video/index.ts', text }])).toHaveLength(2);
});
