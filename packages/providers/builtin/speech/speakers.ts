import type { Phrase } from '@kinora/media/audio';

/** How a phrase differs from plain narration; all factors. */
export type Manner = { pitch: number; pace: number; range: number; gain: number };

const plain: Manner = { pitch: 1, pace: 1, range: 1, gain: 1 };
/** Pitches of the characters of a story; the first speaker gets the first. */
const characterPitches = [1.09, 0.93, 1.15, 0.97, 1.05];

const speech =
  /^(?:said|says|asked|asks|whispered|whispers|murmured|sighed|called|calls|cried|shouted|answered|replied|added|told|laughed|giggled|hummed|sang|yawned|mumbled|thought|wondered|squeaked|hooted|growled|purred)$/i;
const soft = /^(?:whispered|whispers|murmured|sighed|yawned|mumbled|hummed)$/i;
const loud = /^(?:called|calls|cried|shouted)$/i;
const fillers =
  /^(?:the|a|an|little|old|big|small|young|tiny|wise|dear|very|softly|quietly|gently|kindly|slowly|sleepily)$/i;

/**
 * How each phrase is said: each character who speaks gets a pitch of its own, found by the words around the quotation
 * ("said Owl"); whispers are softer and slower.
 * @returns One manner per phrase.
 */
export function findSpeakers(phrases: readonly Phrase[]): Manner[] {
  const names: string[] = [];
  let lastPitch = characterPitches[0]!;
  const manners = new Map<number, Manner>();
  for (const [index, phrase] of phrases.entries()) {
    const { quote } = phrase;
    if (quote === undefined || manners.has(quote)) continue;
    let end = index;
    while (phrases[end + 1]?.quote === quote) end++;
    const after = attribution(phrases[end + 1], { of: phrase, from: 'start' });
    const found = after ?? attribution(phrases[index - 1], { of: phrase, from: 'end' });
    if (found?.name) {
      const name = found.name.toLowerCase();
      if (!names.includes(name)) names.push(name);
      lastPitch = characterPitches[names.indexOf(name) % characterPitches.length]!;
    }
    const verb = found?.verb ?? '';
    manners.set(quote, {
      pitch: lastPitch * (loud.test(verb) ? 1.04 : 1),
      pace: soft.test(verb) ? 0.93 : 1,
      range: soft.test(verb) ? 0.9 : 1.2,
      gain: soft.test(verb) ? 0.75 : 1,
    });
  }
  return phrases.map((phrase) => (phrase.quote === undefined ? plain : (manners.get(phrase.quote) ?? plain)));
}

/** The verb and the name in a phrase of narration beside a quotation of the same paragraph. */
function attribution(
  phrase: Phrase | undefined,
  { of, from }: { of: Phrase; from: 'start' | 'end' },
): { verb: string; name?: string } | undefined {
  if (!phrase || phrase.quote !== undefined || phrase.paragraph !== of.paragraph) return undefined;
  const texts = phrase.words.map((word) => word.text);
  const near = from === 'start' ? texts.slice(0, 6) : texts.slice(-6);
  const place = near.findIndex((text) => speech.test(text));
  if (place < 0) return undefined;
  const verb = near[place]!;
  const before = near.slice(0, place).findLast((text) => !fillers.test(text));
  const name = before ?? near.slice(place + 1).find((text) => !fillers.test(text));
  return { verb, name };
}
