import { readFileSync } from 'node:fs';
import { serveParent } from '@kinora/media/video/child';
import { measureDifficulty } from '../difficulty/index.ts';
import { openDictionary } from '../dictionary/index.ts';
import type { DictionaryFile } from '../dictionary/index.ts';
import { builtinLexicon } from '../lexicon/load.ts';
import { readJapaneseTokens } from '../tokens/index.ts';
import type { Sentence } from '../transcript/index.ts';
import { createAnalyst } from './analyse.ts';
import type { Analyst } from './analyse.ts';
import type { Transcript } from './evidence.ts';
import { furiganaOf } from './furigana.ts';
import type { VocabularyItem } from './item.ts';

/** What the process that knows words is asked. */
export type WordsRequest =
  | { kind: 'furigana'; sentences: readonly Sentence[] }
  | { kind: 'items'; transcript: Transcript; dictionaries: readonly string[] }
  | {
      kind: 'difficulty';
      transcript: Transcript;
      items: readonly VocabularyItem[];
      known: ReadonlySet<string> | null;
    };

let analyst: Analyst | undefined;

serveParent(async (request: WordsRequest) => {
  switch (request.kind) {
    case 'furigana':
      return request.sentences.map((sentence) =>
        sentence.language === 'en'
          ? sentence
          : { ...sentence, furigana: furiganaOf(sentence.text, readJapaneseTokens(sentence.text)) },
      );
    case 'items': {
      const files = request.dictionaries.map((path) => JSON.parse(readFileSync(path, 'utf8')) as DictionaryFile);
      analyst ??= createAnalyst(builtinLexicon());
      return analyst.analyse(request.transcript, {
        dictionaries: files.length === 0 ? [] : [openDictionary(files, 'ja'), openDictionary(files, 'en')],
      });
    }
    case 'difficulty':
      return measureDifficulty(request.transcript, request.items, { known: request.known });
  }
});
