import type { Voice } from '../api/types.ts';

/** A list with this many voices is shown whole. */
const fewVoices = 10;

/** Whether a voice speaks a language. One that names none is taken at its word: it speaks what it is given. */
export function speaks(voice: Voice, language: string): boolean {
  return voice.language === '' || voice.language.startsWith(language);
}

/** The voices shown at once: all of a short list; of a long one the built-in ones and the one that is chosen. */
export function shortList(voices: readonly Voice[], chosen: string): Voice[] {
  if (voices.length <= fewVoices) return [...voices];
  return voices.filter((voice) => isBuiltin(voice) || voice.id === chosen);
}

/** Voices that aren't built in and are named like this, by the model they come from. */
export function foundVoices(voices: readonly Voice[], text: string): { from: string; voices: Voice[] }[] {
  const words = text.trim().toLowerCase().split(/\s+/);
  const groups = Map.groupBy(
    voices.filter(
      (voice) =>
        !isBuiltin(voice) && words.every((word) => `${voice.name} ${voice.description}`.toLowerCase().includes(word)),
    ),
    ({ description }) => description,
  );
  return [...groups].map(([from, found]) => ({ from, voices: found }));
}

/** Voices of other models are named `provider/model:voice`. */
function isBuiltin({ id }: Voice): boolean {
  return !id.includes('/');
}
