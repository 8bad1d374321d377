import type { CatalogueEntry } from '@kinora/capabilities';
import { catalogueEntry } from '@kinora/capabilities';
import { image } from './image.ts';
import { language } from './language.ts';
import { listening } from './listening.ts';
import { looking } from './looking.ts';
import { voices } from './voices.ts';

/**
 * The models that Kinora knows and offers, reviewed by hand. Sizes are rounded; the hub's own record decides when one is
 * installed. `catalogue.test.ts` holds what must be true of each entry.
 */
export const catalogue: CatalogueEntry[] = [...language, ...image, ...voices, ...listening, ...looking].map((entry) =>
  // 1.09 × 10⁹ is no whole number in floating point.
  catalogueEntry.parse({ ...entry, bytes: Math.round(entry.bytes), memoryBytes: Math.round(entry.memoryBytes) }),
);
