import type { AnkiNote } from '@kinora/media/documents/anki';
import { alignFurigana, furiganaOf } from '../analysis/furigana.ts';
import type { VocabularyItem } from '../analysis/item.ts';
import type { LessonChoices } from '../lesson/request.ts';
import type { TranscriptFile } from '../lesson/lesson.ts';
import type { Span } from '../lesson/plan.ts';
import { readJapaneseTokens } from '../tokens/index.ts';
import { chooseEvidence } from './choose-evidence.ts';
import { itemReadings } from './item-readings.ts';
import { kindLabels, learnerLanguage, registerLabels } from './labels.ts';
import { markSentence } from './marked-sentence.ts';
import { timeLink } from './time-link.ts';

/** A note without its media, and where they are in the recording. */
export type PlannedNote = {
  note: Omit<AnkiNote, 'audio' | 'screenshot'>;
  /** What is to be heard, seconds of the recording. */
  sound: Span;
  /** When the picture is taken, in seconds of the recording. */
  picture: number;
};

/** What notes are made of. */
export type NoteSource = {
  items: readonly VocabularyItem[];
  transcript: Pick<TranscriptFile, 'sentences'>;
  /** Of the recording. */
  title: string;
  choices: Pick<LessonChoices, 'learns' | 'link'>;
};

/** Sound before and after a sentence, and the longest clip, in seconds. */
const around = { before: 0.25, after: 0.35 };
const longestClip = 15;

/**
 * A note for every item of the language that is taught, in the order in which they are said, each with the sentence that shows
 * it best. An item has the same note in all recordings, so that nobody learns a word twice.
 */
export function ankiNotes({ items, transcript, title, choices }: NoteSource): PlannedNote[] {
  const taught = items.filter(({ language }) => choices.learns === 'both' || choices.learns === language);
  const withReadings = itemReadings(items);
  return Array.from(chooseEvidence(taught, transcript.sentences), ([item, evidence]) => {
    const sentence = transcript.sentences[evidence.sentence];
    const learner = learnerLanguage(item.language);
    const tokens = () => (item.language === 'ja' ? readJapaneseTokens(evidence.context) : []);
    const parts = withReadings(evidence.sentence, sentence?.furigana ?? furiganaOf(evidence.context, tokens()));
    const [start, end] = [sentence?.start ?? evidence.start, sentence?.end ?? evidence.end];
    return {
      note: {
        key: item.id,
        language: item.language,
        form: item.form,
        reading: alignFurigana(item.form, item.reading),
        gloss: item.gloss,
        kind: kindLabels[learner][item.kind],
        sentence: markSentence(parts, evidence),
        source: title,
        tags: ['kinora', `kinora::${item.kind}`, ...levelTag(item), ...item.tags.map((tag) => `kinora::tag::${tag}`)],
        ...(item.difficulty !== undefined && { level: item.difficulty }),
        ...(item.explanation !== undefined && { explanation: item.explanation }),
        ...(item.usage !== undefined && { usage: item.usage }),
        ...(item.register !== undefined && { register: registerLabels[learner][item.register] }),
        ...(item.correction !== undefined && { correction: item.correction }),
        ...(item.example !== undefined && { example: item.example }),
        ...(choices.link !== null && {
          link: { url: timeLink(choices.link, start - 1), seconds: Math.max(0, start - 1) },
        }),
      },
      sound: clipOf({ start, end }, evidence),
      picture: Math.max(0, (evidence.start + evidence.end) / 2),
    };
  });
}

function levelTag({ difficulty }: VocabularyItem): string[] {
  return difficulty === undefined ? [] : [`kinora::${difficulty}`];
}

/** The sentence with a little air; of a very long one what is around the item. */
function clipOf(sentence: Span, item: Span): Span {
  const [start, end] = [Math.max(0, sentence.start - around.before), sentence.end + around.after];
  if (end - start <= longestClip) return { start, end };
  const middle = (item.start + item.end) / 2;
  const first = Math.min(Math.max(start, middle - longestClip / 2), end - longestClip);
  return { start: first, end: first + longestClip };
}
