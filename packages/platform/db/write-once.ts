import { randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';

/**
 * Reads a small private file and writes it first when it is missing. Of several processes that do so at once, all read
 * what one of them wrote, whole.
 * @returns The text, trimmed.
 */
export async function writeOnce(file: string, text: () => string): Promise<string> {
  const read = async () => (await readFile(file, 'utf8')).trim();
  const known = await read().catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  if (known) return known;
  const temporary = `${file}.${randomUUID()}`;
  try {
    await writeFile(temporary, `${text()}\n`, { mode: 0o600 });
    await link(temporary, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(temporary, { force: true });
  }
  return read();
}
