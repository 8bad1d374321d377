import { readFile } from 'node:fs/promises';
import type { CatalogueEntry } from '@kinora/capabilities';
import { catalogueEntry, KinoraError } from '@kinora/capabilities';
import { z } from 'zod';

/**
 * The catalogue with the models of a file of one's own in front, for a school or a company that keeps its own mirror. An
 * entry with the id of a known one replaces it.
 * @param file A JSON array of catalogue entries, see `docs/models.md`.
 * @throws KinoraError `request.invalid` naming the entry and field that is wrong.
 */
export async function withOwnCatalogue(
  catalogue: CatalogueEntry[],
  file: string | undefined,
): Promise<CatalogueEntry[]> {
  if (!file) return catalogue;
  let json: unknown;
  try {
    json = JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw wrong(file, (cause as Error).message, cause);
  }
  const read = z.array(catalogueEntry).safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw wrong(file, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`, read.error);
  }
  const own = new Set(read.data.map(({ id }) => id));
  return [...read.data, ...catalogue.filter(({ id }) => !own.has(id))];
}

function wrong(file: string, why: string, cause: unknown): KinoraError {
  return new KinoraError('request.invalid', `KINORA_CATALOGUE names ${file}, which can't be used: ${why}`, { cause });
}
