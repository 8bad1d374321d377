import { cardStyle } from './card-style.ts';
import { fieldNames } from './note.ts';

/** Places of the two cards of a note. Anki knows cards by them, so they stay. */
export const cardPlaces = { reading: 0, listening: 1 } as const;

/** When templates or style were changed last, seconds since 1970: Anki takes them over into a collection when this is later. */
const changedAt = Date.UTC(2026, 10, 22) / 1000;

/** Ids of the note types. Notes in collections refer to them, so they stay. */
export const noteTypeIds = { ja: 1_763_769_600_001, en: 1_763_769_600_002 } as const;

/** Words on cards, in the language of who learns. */
const words = {
  ja: {
    name: 'Kinora Japanese',
    reading: 'Reading',
    listening: 'Listening',
    read: 'What does the marked part mean?',
    listen: 'Listen. What does it mean?',
    right: 'Right',
    usage: 'Usage',
    example: 'Example',
  },
  en: {
    name: 'Kinora English',
    reading: 'Reading',
    listening: 'Listening',
    read: '色のついた部分はどういう意味？',
    listen: '聞いてみよう。どういう意味？',
    right: '正しくは',
    usage: '使い方',
    example: '例文',
  },
} as const;

/** A note type as Anki keeps it in schema 11, for who learns Japanese (`ja`) or English (`en`). */
export function noteType(language: 'ja' | 'en', deckId: number): Record<string, unknown> {
  const own = words[language];
  const answer = answerSide(language);
  const template = (name: string, ord: number, question: string) => ({
    name,
    ord,
    qfmt: question,
    afmt: answer,
    bqfmt: '',
    bafmt: '',
    did: null,
  });
  return {
    id: noteTypeIds[language],
    name: own.name,
    type: 0,
    mod: changedAt,
    usn: -1,
    sortf: 0,
    did: deckId,
    vers: [],
    tags: [],
    css: cardStyle,
    latexPre: '\\documentclass[12pt]{article}\n\\pagestyle{empty}\n\\begin{document}\n',
    latexPost: '\\end{document}',
    flds: fieldNames.map((name, ord) => ({
      name,
      ord,
      sticky: false,
      rtl: false,
      font: 'Arial',
      size: 20,
      media: [],
    })),
    tmpls: [
      template(own.reading, cardPlaces.reading, readingSide(language)),
      template(own.listening, cardPlaces.listening, listeningSide(language)),
    ],
    // Which fields a card needs to be one; older versions of Anki go by it.
    req: [
      [cardPlaces.reading, 'any', [fieldNames.indexOf('Sentence')]],
      [cardPlaces.listening, 'any', [fieldNames.indexOf('Sentence audio')]],
    ],
  };
}

function readingSide(language: 'ja' | 'en'): string {
  return `{{#Sentence}}
<div class="kinora">
<p class="ask">${words[language].read}</p>
<p class="sentence" lang="${language}">{{furigana:Sentence}}</p>
</div>
{{/Sentence}}`;
}

function listeningSide(language: 'ja' | 'en'): string {
  return `{{#Sentence audio}}
<div class="kinora">
<p class="ask">${words[language].listen}</p>
<div class="sound">{{Sentence audio}}</div>
</div>
{{/Sentence audio}}`;
}

/** Both cards have the same answer: everything there is to know. */
function answerSide(language: 'ja' | 'en'): string {
  const { right, usage, example } = words[language];
  const learner = language === 'ja' ? 'en' : 'ja';
  const note = (field: string, label: string) =>
    `{{#${field}}}<p class="note" lang="${learner}"><span class="label">${label}</span>{{${field}}}</p>{{/${field}}}`;
  return `<div class="kinora">
<p class="sentence" lang="${language}">{{furigana:Sentence}}</p>
<div class="sound">{{Sentence audio}}</div>
<hr id="answer">
<p class="form" lang="${language}">{{furigana:Reading}}</p>
<p class="gloss" lang="${learner}">{{Gloss}}</p>
<p class="facts" lang="${learner}"><span>{{Kind}}</span>{{#Level}}<span>{{Level}}</span>{{/Level}}{{#Register}}<span>{{Register}}</span>{{/Register}}</p>
{{#Correction}}<p class="note" lang="${language}"><span class="label" lang="${learner}">${right}</span>{{Correction}}</p>{{/Correction}}
{{#Explanation}}<p class="note" lang="${learner}">{{Explanation}}</p>{{/Explanation}}
${note('Usage', usage)}
{{#Example}}<p class="note"><span class="label" lang="${learner}">${example}</span><span lang="${language}">{{Example}}</span><br><span class="quiet" lang="${learner}">{{Example translation}}</span></p>{{/Example}}
{{#Screenshot}}<div class="picture">{{Screenshot}}</div>{{/Screenshot}}
<p class="source">{{Source}}{{#Link}} · {{Link}}{{/Link}}</p>
</div>`;
}
