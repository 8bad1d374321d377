import type { Provenance } from '../provenance.ts';

/** A piece of text, with the reading that stands above it. `isMarked` sets it off. */
export type SheetPart = { text: string; reading?: string; isMarked?: boolean };

/** Text of a worksheet. */
export type SheetText = string | readonly SheetPart[];

/** A word of the table. */
export type SheetWord = {
  form: SheetText;
  meaning: string;
  /** Small, e.g. `Slang · N2`. */
  facts: string;
};

/** A sentence with a gap in it, and what belongs there. */
export type SheetGap = { before: SheetText; after: SheetText; answer: SheetText };

/** An exercise. */
export type SheetExercise =
  | {
      kind: 'matching';
      pairs: readonly { word: SheetText; meaning: string }[];
      /** Which pair's meaning stands in each row. */
      order: readonly number[];
    }
  | {
      kind: 'cloze';
      /** Every answer, and some that are none. */
      bank: readonly SheetText[];
      rows: readonly (SheetGap & { hint: string })[];
    }
  | {
      kind: 'ordering';
      rows: readonly {
        /** In the right order. */
        pieces: readonly SheetText[];
        /** Which piece stands in each place. */
        order: readonly number[];
        sentence: SheetText;
        /** Seconds of the recording. */
        seconds: number;
      }[];
    }
  | {
      kind: 'listening';
      rows: readonly (SheetGap & {
        /** Seconds of the recording from which to listen, and the page that plays it. */
        seconds: number;
        link: string | null;
        choices: readonly SheetText[];
        /** Index of the right choice. */
        right: number;
      })[];
    };

/** A worksheet: words, exercises, answers. */
export type Worksheet = {
  title: string;
  /** Languages of the instructions: those of who learns. One or both. */
  instructions: readonly ('ja' | 'en')[];
  paper: 'A4' | 'Letter';
  /** Readings above kanji. */
  furigana: boolean;
  /** Page of the recording, printed at the foot. */
  link: string | null;
  words: readonly SheetWord[];
  exercises: readonly SheetExercise[];
  provenance: Provenance;
};

/** What stands on a worksheet beside its content. */
export const sheetLabels = {
  en: {
    name: 'Name',
    date: 'Date',
    words: 'Words from the video',
    word: 'Word',
    meaning: 'Meaning',
    answers: 'Answers',
    source: 'From',
    matching: { title: 'Match', task: 'Draw a line from each word to its meaning.' },
    cloze: {
      title: 'Fill in',
      task: 'Choose from the box. Some are left over. The meaning is in brackets.',
    },
    ordering: {
      title: 'Put in order',
      task: 'Write the parts in the order in which they are said. The first and the last are in their place.',
    },
    listening: {
      title: 'Listen',
      task: 'Scan the code, listen from the time it opens, and circle what is said.',
      plain: 'Listen to the recording from the time given, and circle what is said.',
    },
    writing: { title: 'Write', task: 'Use words from this worksheet in sentences of your own.' },
  },
  ja: {
    name: '名前',
    date: '日付',
    words: '動画に出てくることば',
    word: 'ことば',
    meaning: '意味',
    answers: '解答',
    source: '出典',
    matching: { title: '線で結ぼう', task: 'ことばと意味を線で結びましょう。' },
    cloze: {
      title: '空欄に入れよう',
      task: '枠の中から選んで空欄に入れましょう。使わないものもあります。かっこの中は意味です。',
    },
    ordering: {
      title: '並べかえよう',
      task: '動画で言っている順に並べかえて書きましょう。最初と最後はそのままです。',
    },
    listening: {
      title: '聞きとろう',
      task: 'コードを読みとり、その時間から聞いて、聞こえたものに○をつけましょう。',
      plain: '録画を表示の時間から聞いて、聞こえたものに○をつけましょう。',
    },
    writing: { title: '書いてみよう', task: 'このプリントのことばを使って、自分の文を書きましょう。' },
  },
} as const;

/** A label in the languages of a worksheet's instructions. */
export function labelOf(
  { instructions }: Pick<Worksheet, 'instructions'>,
  name: 'name' | 'date' | 'words' | 'word' | 'meaning' | 'answers' | 'source',
): string {
  return instructions.map((language) => sheetLabels[language][name]).join(' · ');
}

/** `m:ss` or `h:mm:ss`. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
