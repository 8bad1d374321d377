import type { WordTiming } from '@kinora/capabilities';
import { KinoraError } from '@kinora/capabilities/errors';
import { parseText, readJapanese, type Pause, type Phrase } from '@kinora/media/audio';
import type { Delivery, Espeak } from './espeak.ts';
import { findSpeakers, type Manner } from './speakers.ts';
import type { EspeakVoice } from './voices.ts';

/** A text as spoken, before it is mastered; `unread` are words in scripts that can't be read. */
export type Narration = { samples: Float32Array; words: WordTiming[]; unread: string[] };

/** Seconds of silence after a phrase at speed 1. */
const pauses: Record<Pause, number> = {
  breath: 0.09,
  attribution: 0.2,
  comma: 0.26,
  clause: 0.36,
  ellipsis: 0.5,
  sentence: 0.58,
  paragraph: 0.95,
  end: 1.2,
};
const pauseBeforeTurn = 0.3;
/** espeak-ng speaks no slower, words a minute. */
const slowestRate = 80;
/** Seconds of silence before the first word. */
const leadIn = 0.15;

/** espeak-ng voices for words in another script than the narrator's. */
const bases: Record<string, string> = {
  ja: 'jpx/ja',
  en: 'gmw/en',
  ru: 'zle/ru',
  el: 'grk/el',
  ko: 'ko',
  ar: 'sem/ar',
  he: 'sem/he',
  hi: 'inc/hi',
};

/**
 * Says a text like a bedtime reader.
 * @param text As written.
 * @param options.speed 1 is the slow pace of a bedtime reader.
 * @throws KinoraError `request.invalid` when nothing in the text can be read aloud; `job.cancelled`.
 */
export function narrate(
  espeak: Espeak,
  text: string,
  options: { voice: EspeakVoice; speed: number; isCancelled: () => boolean },
): Narration {
  const { voice, speed, isCancelled } = options;
  const unread: string[] = [];
  const phrases = parseText(text, {
    language: voice.language.slice(0, 2),
    readJapanese,
    onUnreadable: (word) => unread.push(word),
  });
  if (phrases.length === 0) {
    throw new KinoraError('request.invalid', 'There is nothing to read aloud in this text; write a few words.', {
      data: { field: 'text' },
    });
  }
  espeak.reset();
  const speakers = findSpeakers(phrases);
  const chunks: { samples: Float32Array; at: number }[] = [];
  const words: WordTiming[] = [];
  // Where espeak-ng can't go slower, the pauses make up for it.
  const rest = Math.max(1, slowestRate / (voice.rate * speed)) ** 1.5 / speed;
  let time = leadIn / speed;
  for (const [index, phrase] of phrases.entries()) {
    const manner = speakers[index]!;
    const delivery = deliver(phrase, { voice, speed, manner, fromEnd: phrases.length - 1 - index });
    const said = espeak.say(
      phrase.words.map((word) => word.spoken),
      melodyOf(phrase),
      delivery,
      isCancelled,
    );
    if (isCancelled()) throw new KinoraError('job.cancelled', 'The narration was cancelled.');
    chunks.push({ samples: manner.gain === 1 ? said.samples : said.samples.map((x) => x * manner.gain), at: time });
    for (const [place, { text: word, offset, length }] of phrase.words.entries()) {
      const { start, end } = said.times[place]!;
      words.push({ text: word, start: time + start, end: time + end, offset, length });
    }
    time += said.samples.length / espeak.sampleRate;
    time += (pauses[phrase.pause] + (phrase.beforeTurn ? pauseBeforeTurn : 0)) * rest;
  }
  const samples = new Float32Array(Math.ceil(time * espeak.sampleRate));
  for (const chunk of chunks) samples.set(chunk.samples, Math.round(chunk.at * espeak.sampleRate));
  return { samples, words, unread };
}

/** Only questions that can be answered with yes or no rise. */
function melodyOf({ end, words }: Phrase): Phrase['end'] {
  return end === '?' && /^(?:who|whose|what|where|when|why|how|which)$/i.test(words[0]!.text) ? '.' : end;
}

/**
 * Pitch falls through a sentence, the end of the text is slower and lower, and no two phrases are quite alike: a reader
 * who repeats pitch and pace to the percent is a machine.
 */
function deliver(
  phrase: Phrase,
  { voice, speed, manner, fromEnd }: { voice: EspeakVoice; speed: number; manner: Manner; fromEnd: number },
): Delivery {
  const isOwn = voice.language.startsWith(phrase.language);
  const declination = Math.max(0.95, 1.035 - 0.025 * phrase.place);
  const ending = fromEnd === 0 ? 0.965 : 1;
  // From the place in the text, so that the same text sounds the same.
  const whim = Math.sin(phrase.words[0]!.offset * 12.9898 + phrase.words.length * 78.233);
  return {
    voice: `${isOwn ? voice.base : (bases[phrase.language] ?? voice.base)}+kinora-${voice.id}`,
    rate: voice.rate * speed * manner.pace * (fromEnd === 0 ? 0.93 : 1) * (1 - 0.025 * whim),
    pitch: declination * ending * manner.pitch * (1 + 0.018 * whim),
    range: Math.min(100, voice.range * manner.range),
  };
}
