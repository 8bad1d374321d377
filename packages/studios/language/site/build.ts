import type { RubyPart } from '../analysis/furigana.ts';
import type { VocabularyItem } from '../analysis/item.ts';
import type { Evidence } from '../analysis/evidence.ts';
import { slugOf } from './site.ts';
import type { Site, SiteItem, SitePlace, SiteRecording } from './site.ts';

/** A recording that is to be published, with what the pages show of its sentences. */
export type PublishedRecording = SiteRecording & {
  /** Sentences by their place in the transcript, with readings. */
  sentences: readonly { text: string; furigana?: readonly RubyPart[] }[];
};

/** An item with the places where it is said, each in the recording of a slug. */
export type PublishedItem = Omit<VocabularyItem, 'evidence'> & {
  evidence: readonly (Pick<Evidence, 'sentence' | 'context' | 'from' | 'to' | 'start' | 'speaker'> & {
    recording: string;
  })[];
};

/** Places of an item that its page shows. */
const placesShown = 40;

/** Joins what is published to a {@link Site}; items that no published recording says are left out. */
export function buildSite(
  about: Pick<Site, 'title' | 'description' | 'address' | 'language'>,
  { recordings, items }: { recordings: readonly PublishedRecording[]; items: readonly PublishedItem[] },
): Site {
  const bySlug = new Map(recordings.map((recording) => [recording.slug, recording]));
  const taken = new Set<string>();
  const shown = items.flatMap((item): SiteItem[] => {
    const places = item.evidence.flatMap(({ recording, sentence, context, from, to, start, speaker }): SitePlace[] => {
      const source = bySlug.get(recording);
      if (source === undefined) return [];
      const told = source.sentences[sentence];
      const parts = told?.text === context && told.furigana !== undefined ? told.furigana : [{ text: context }];
      return [{ recording, sentence: parts, from, to, start, ...(speaker !== undefined && { speaker }) }];
    });
    if (places.length === 0) return [];
    let slug = slugOf(item.id);
    for (let number = 2; taken.has(slug); number++) slug = `${slugOf(item.id)}-${number}`;
    taken.add(slug);
    const { kind, language, form, gloss, partOfSpeech, tags } = item;
    const { reading, explanation, usage, register, difficulty, correction, example, attribution } = item;
    return [
      {
        slug,
        kind,
        language,
        form,
        gloss,
        partOfSpeech,
        tags,
        places: places.slice(0, placesShown),
        ...(reading !== undefined && { reading }),
        ...(explanation !== undefined && { explanation }),
        ...(usage !== undefined && { usage }),
        ...(register !== undefined && { register }),
        ...(difficulty !== undefined && { difficulty }),
        ...(correction !== undefined && { correction }),
        ...(example !== undefined && { example }),
        ...(attribution !== undefined && { attribution }),
      },
    ];
  });
  return {
    ...about,
    recordings: recordings.map(({ sentences: _sentences, ...recording }) => recording),
    items: shown,
  };
}
