import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{packages,apps,tools,examples}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/*.slow.test.ts', 'apps/web/build/**'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'slow',
          include: ['{packages,apps,tools,examples}/**/*.slow.test.ts'],
          exclude: ['**/node_modules/**', 'apps/web/build/**'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
