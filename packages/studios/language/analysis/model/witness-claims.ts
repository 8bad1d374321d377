import { languageOf } from '../../transcript/index.ts';
import { witness } from '../evidence.ts';
import type { Evidence, Transcript } from '../evidence.ts';
import type { Subject, VocabularyItem } from '../item.ts';
import type { ModelClaim } from './claim.ts';

/**
 * Items of a model's claims: only what stands in the transcript, at every place of its sentence that says it. The same form and
 * kind is one item, explained as it was first.
 * @returns In order of their first place, and how many claims were false.
 */
export function witnessClaims(
  transcript: Transcript,
  claims: readonly ModelClaim[],
): { items: VocabularyItem[]; refused: number } {
  const found = new Map<string, { subject: Subject; evidence: Evidence[] }>();
  let refused = 0;
  for (const claim of claims) {
    const subject = subjectOfClaim(claim);
    const places = subject === null ? [] : placesOf(transcript, claim);
    if (subject === null || places.length === 0) {
      refused++;
      continue;
    }
    const known = found.get(subject.id) ?? { subject, evidence: [] };
    found.set(subject.id, known);
    for (const place of places) {
      if (!known.evidence.some(({ sentence, from }) => sentence === place.sentence && from === place.from))
        known.evidence.push(place);
    }
  }
  const items = Array.from(found.values(), ({ subject, evidence }) => ({
    ...subject,
    evidence: evidence.toSorted((a, b) => a.start - b.start) as [Evidence, ...Evidence[]],
  }));
  return { items: items.toSorted((a, b) => a.evidence[0].start - b.evidence[0].start), refused };
}

/**
 * Adds a model's finds to the built-in analyst's: what the lexicon or a dictionary already says of a place stays, with the
 * model's longer explanation where there is none.
 */
export function mergeItems(own: readonly VocabularyItem[], model: readonly VocabularyItem[]): VocabularyItem[] {
  const merged = own.map((item) => ({ ...item }));
  for (const item of model) {
    const same = merged.find(
      (each) =>
        each.language === item.language &&
        (plain(each.form) === plain(item.form) ||
          item.evidence.every((place) =>
            each.evidence.some((other) => liesIn(place, other) && each.kind === item.kind),
          )),
    );
    if (same === undefined) merged.push(item);
    else if (same.explanation === undefined && item.explanation !== undefined) same.explanation = item.explanation;
  }
  return merged.toSorted((a, b) => a.evidence[0].start - b.evidence[0].start || a.id.localeCompare(b.id));
}

function subjectOfClaim({
  sentence: _sentence,
  surface,
  reading,
  correction,
  explanation,
  ...claim
}: ModelClaim): Subject | null {
  const language = languageOf(surface) === 'en' ? 'en' : 'ja';
  if (claim.kind === 'mistake' && correction === '') return null;
  // A band of the other language's scale says nothing.
  const isBand = claim.difficulty.startsWith('N') === (language === 'ja');
  const { difficulty, ...told } = claim;
  return {
    id: `${language}-${claim.kind}-model-${plain(claim.form)}`,
    language,
    ...told,
    ...(reading !== '' && language === 'ja' && { reading }),
    ...(explanation !== '' && { explanation }),
    ...(correction !== '' && { correction }),
    ...(isBand && { difficulty }),
    tags: [],
    source: 'model',
  };
}

function placesOf(transcript: Transcript, { sentence, surface }: ModelClaim): Evidence[] {
  const text = transcript.sentences[sentence]?.text ?? '';
  const places: Evidence[] = [];
  for (let from = text.indexOf(surface); from >= 0; from = text.indexOf(surface, from + surface.length)) {
    const evidence = witness(transcript, { sentence, from, to: from + surface.length, surface });
    if (evidence !== null) places.push(evidence);
  }
  return places;
}

function liesIn(place: Evidence, other: Evidence): boolean {
  return place.sentence === other.sentence && place.from < other.to && place.to > other.from;
}

function plain(form: string): string {
  return form
    .replaceAll(/[〜～\s]+/g, ' ')
    .trim()
    .toLowerCase()
    .replaceAll(' ', '-');
}
