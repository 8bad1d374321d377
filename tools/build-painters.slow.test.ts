import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildPainterModule, painterModules } from './build-painters.ts';
import { root } from './root.ts';

test('the committed modules of the painters are what their sources give', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kinora-painters-'));
  try {
    expect(painterModules()).toEqual(['core', 'regions', 'strokes']);
    for (const name of painterModules()) {
      buildPainterModule(name, join(folder, `${name}.wasm`));
      const committed = readFileSync(join(root, 'packages/media/painting/wasm', `${name}.wasm`));
      expect(readFileSync(join(folder, `${name}.wasm`)).equals(committed)).toBe(true);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
