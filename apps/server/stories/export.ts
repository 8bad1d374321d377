import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { UserAssets } from '@kinora/platform/storage';
import type { OutputKind } from '@kinora/studios/story/schema';
import { exportFile, exporting } from '../projects/export.ts';
import type { Stories } from './stories.ts';

/** Writes a story's files, and its words as JSON, into a folder. @returns Their paths. */
export async function exportStory(options: {
  stories: Stories;
  assets: UserAssets;
  id: string;
  folder: string;
  kinds: readonly OutputKind[];
}): Promise<Partial<Record<OutputKind | 'text', string>>> {
  const { stories, assets, id, kinds } = options;
  const folder = resolve(options.folder);
  return exporting(folder, 'story', async () => {
    await mkdir(folder, { recursive: true });
    const files: Partial<Record<OutputKind | 'text', string>> = {};
    for (const kind of kinds) {
      const { file, fileName } = await stories.output(id, kind);
      files[kind] = join(folder, fileName);
      await exportFile(file, files[kind], assets);
    }
    const { result } = await stories.get(id);
    if (result !== null) {
      files.text = join(folder, 'story.json');
      const pages = result.scenes.map(({ text, altText, duration, words }) => ({ text, altText, duration, words }));
      await writeFile(
        files.text,
        `${JSON.stringify({ title: result.title, goodNight: result.goodNight, pages, script: result.script }, null, 2)}\n`,
      );
    }
    return files;
  });
}
