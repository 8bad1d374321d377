import type { CatalogueEntry } from '@kinora/capabilities';
import type { HardwareView } from '@kinora/capabilities/setup';
import { fitOf } from './fit.ts';

/** A model that is recommended for this machine. */
export type Recommendation = { id: string; entry: CatalogueEntry; /** For people. */ reason: string };

/** What a good set has, most useful first: when the disk is too small, the last ones are left out. */
const slots: { name: string; test: (entry: CatalogueEntry) => boolean }[] = [
  { name: 'judges pictures', test: ({ format }) => format === 'image-classifier' },
  { name: 'judges words', test: ({ format }) => format === 'text-classifier' },
  { name: 'times and hears words', test: ({ purpose }) => purpose === 'transcription' },
  { name: 'speaks', test: ({ purpose }) => purpose === 'speech' },
  { name: 'writes', test: ({ purpose }) => purpose === 'language' },
  { name: 'paints', test: ({ purpose }) => purpose === 'image' },
  { name: 'describes pictures', test: ({ purpose }) => purpose === 'description' },
];

/** How much of the free disk a set may take. */
const diskShare = 0.6;

/**
 * The best set for this machine: for each purpose the model of the highest quality that runs well here, that suits
 * children's stories and speaks the language, with the small companions it works with. Of equals, a free licence wins. It
 * takes at most 60 % of the free disk.
 * @param options.language ISO 639-1. Default `en`.
 */
export function recommend(
  hardware: HardwareView,
  catalogue: CatalogueEntry[],
  options: { language?: string } = {},
): Recommendation[] {
  const { language = 'en' } = options;
  const chosen = new Map<string, Recommendation>();
  let room = hardware.disk.freeBytes * diskShare;
  const add = (entry: CatalogueEntry, reason: string) => {
    if (chosen.has(entry.id) || entry.bytes > room) return;
    room -= entry.bytes;
    chosen.set(entry.id, { id: entry.id, entry, reason });
  };
  for (const slot of slots) {
    const [best] = catalogue
      .filter(
        (entry) =>
          slot.test(entry) &&
          entry.suits !== 'adults' &&
          !entry.licence.isGated &&
          (entry.languages.length === 0 || entry.languages.includes(language)) &&
          entry.bytes <= room &&
          fitOf(entry, hardware).level === 'good',
      )
      .sort((a, b) => b.quality - a.quality || restriction(a) - restriction(b) || a.bytes - b.bytes);
    if (!best) continue;
    const note = fitOf(best, hardware).note;
    add(best, `${best.title} ${slot.name}. ${best.summary}${note === undefined ? '' : ` ${note}`}`);
    for (const id of best.companions) {
      const companion = catalogue.find((entry) => entry.id === id);
      if (companion?.purpose === 'frame-style') add(companion, `${companion.title} works with ${best.title}.`);
    }
  }
  return [...chosen.values()];
}

function restriction(entry: CatalogueEntry): number {
  return entry.licence.forbids === undefined ? 0 : 1;
}
