import type { Transcript } from '../../packages/studios/language/analysis/evidence.ts';

/** A find to be judged: a stretch of a sentence and what it is said to be. */
export type Find = {
  form: string;
  kind: string;
  reading?: string;
  sentence: number;
  from: number;
  to: number;
  surface: string;
};

/** An item that a transcript is known to hold. */
type GoldItem = {
  form: string;
  kind: string;
  /** As it stands in the transcript. */
  surface: string;
  reading?: string;
  /** Must be found. Others may be. Default true. */
  isCore: boolean;
};

/** What a transcript is known to hold, and what looks like it. */
export type Gold = { subtitles: string; items: GoldItem[]; traps: { surface: string; form: string }[] };

/** Shares from 0 to 1. */
export type Score = {
  /** Core items that were found. */
  recall: number;
  /** Finds that are items. */
  precision: number;
  /** Found items of the right kind. */
  kinds: number;
  /** Readings that are right, of items that tell one. */
  readings: number;
  /** Traps that were fallen into. */
  traps: number;
  /** Finds that do not stand in the transcript. */
  hallucinations: number;
  finds: number;
  missed: string[];
  beside: string[];
  trapped: string[];
  counts: Record<
    'core' | 'coreFound' | 'good' | 'matched' | 'kindRight' | 'read' | 'readRight' | 'traps' | 'trapped',
    number
  >;
};

/** Reads a gold file. @throws Error naming the file and what is wrong. */
export function readGold(text: string, name: string): Gold {
  const given = JSON.parse(text) as Partial<Omit<Gold, 'items'>> & {
    items?: (Partial<GoldItem> & { core?: boolean })[];
  };
  if (typeof given.subtitles !== 'string' || !Array.isArray(given.items)) {
    throw new TypeError(`${name} needs "subtitles" and "items"; see docs/vocabulary-gold.md.`);
  }
  const items = given.items.map(({ form, kind, surface, reading, core = true }) => {
    if (form === undefined || kind === undefined || surface === undefined) {
      throw new TypeError(`${name}: an item needs form, kind and surface: ${form ?? surface ?? '?'}.`);
    }
    return { form, kind, surface, isCore: core, ...(reading === undefined ? {} : { reading }) };
  });
  return { subtitles: given.subtitles, items, traps: given.traps ?? [] };
}

/** Judges finds: a find is an item when it lies over a place of the item's surface by at least half of the shorter. */
export function scoreFinds({
  finds,
  gold,
  transcript,
}: {
  finds: readonly Find[];
  gold: Gold;
  transcript: Transcript;
}): Score {
  const placed = gold.items.map((item) => ({ item, places: placesOf(transcript, item.surface) }));
  for (const { item, places } of placed) {
    if (places.length === 0) throw new Error(`${gold.subtitles}: "${item.surface}" does not stand in it.`);
  }
  const hits = (find: Find, places: readonly Place[]) => places.some((place) => overlaps(find, place));
  const core = placed.filter(({ item }) => item.isCore);
  const missed = core.filter(({ places }) => !finds.some((find) => hits(find, places)));
  const good = finds.filter((find) => placed.some(({ places }) => hits(find, places)));
  const beside = finds.filter((find) => !good.includes(find));
  const matched = placed.flatMap(({ item, places }) => {
    const over = finds.filter((find) => hits(find, places));
    return over.length === 0 ? [] : [{ item, best: over.find(({ kind }) => kind === item.kind) ?? over[0]! }];
  });
  // A find that is another word than the item has another reading, too: that is told by the kinds and forms, not here.
  const read = matched.filter(
    ({ item, best }) => item.reading !== undefined && best.reading !== undefined && areAlike(item.form, best.form),
  );
  const trapped = gold.traps.filter((trap) => {
    const places = placesOf(transcript, trap.surface);
    return finds.some((find) => find.form === trap.form && hits(find, places));
  });
  const hallucinations = finds.filter(
    ({ sentence, from, to, surface }) => transcript.sentences[sentence]?.text.slice(from, to) !== surface,
  ).length;
  return shares({
    counts: {
      core: core.length,
      coreFound: core.length - missed.length,
      good: good.length,
      matched: matched.length,
      kindRight: matched.filter(({ item, best }) => item.kind === best.kind).length,
      read: read.length,
      readRight: read.filter(({ item, best }) => areAlike(item.reading!, best.reading!)).length,
      traps: gold.traps.length,
      trapped: trapped.length,
    },
    finds: finds.length,
    hallucinations,
    missed: missed.map(({ item }) => `${item.surface} (${item.kind} ${item.form})`),
    beside: beside.map(({ surface, kind, form }) => `${surface} (${kind} ${form})`),
    trapped: trapped.map(({ surface, form }) => `${surface} (${form})`),
  });
}

/** Whether two forms, or two readings, are one: patterns have 〜 where something goes in, and may have several: 〜てしまう・〜ちゃう. */
function areAlike(one: string, other: string): boolean {
  const forms = (all: string) => all.split('・').map((form) => form.replaceAll(/[〜～\s]/g, ''));
  return forms(one).some((form) => forms(other).includes(form));
}

/** The score of all transcripts together. */
export function sumScores(scores: readonly Score[]): Score {
  const counts = { ...scores[0]!.counts };
  for (const name of Object.keys(counts) as (keyof typeof counts)[]) {
    counts[name] = scores.reduce((sum, score) => sum + score.counts[name], 0);
  }
  return shares({
    counts,
    finds: scores.reduce((sum, { finds }) => sum + finds, 0),
    hallucinations: scores.reduce((sum, score) => sum + score.hallucinations, 0),
    missed: scores.flatMap(({ missed }) => missed),
    beside: scores.flatMap(({ beside }) => beside),
    trapped: scores.flatMap(({ trapped }) => trapped),
  });
}

function shares(given: Pick<Score, 'counts' | 'finds' | 'hallucinations' | 'missed' | 'beside' | 'trapped'>): Score {
  const { counts, finds } = given;
  const share = (part: number, whole: number, empty: number) => (whole === 0 ? empty : part / whole);
  return {
    ...given,
    recall: share(counts.coreFound, counts.core, 1),
    precision: share(counts.good, finds, 1),
    kinds: share(counts.kindRight, counts.matched, 1),
    readings: share(counts.readRight, counts.read, 1),
    traps: share(counts.trapped, counts.traps, 0),
  };
}

type Place = { sentence: number; from: number; to: number };

function placesOf({ sentences }: Transcript, surface: string): Place[] {
  return sentences.flatMap(({ text, index }) => {
    const places: Place[] = [];
    for (let from = text.indexOf(surface); from >= 0; from = text.indexOf(surface, from + 1)) {
      places.push({ sentence: index, from, to: from + surface.length });
    }
    return places;
  });
}

function overlaps(find: Find, place: Place): boolean {
  if (find.sentence !== place.sentence) return false;
  const shared = Math.min(find.to, place.to) - Math.max(find.from, place.from);
  return shared * 2 >= Math.min(find.to - find.from, place.to - place.from);
}
