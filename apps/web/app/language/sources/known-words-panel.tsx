import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { Fault } from '../../ui/fault.tsx';
import { useWords } from '../words.ts';
import { SendingLine } from './sending-line.tsx';
import { useKnownWords } from './use-sources.ts';
import type { AddedWords } from './use-sources.ts';
import { useSending } from './use-sending.ts';

const largestDeck = 200_000_000;

/** Words that the owner knows already: from a deck or a list, counted, forgotten. */
export function KnownWordsPanel({ initial }: { initial: number }) {
  const { words, locale } = useWords();
  const { count, refresh, forget } = useKnownWords(initial);
  const [language, setLanguage] = useState<'' | 'ja' | 'en'>('');
  const [isAsked, setAsked] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const { sending, problem, done, take, cancel, forgetDone } = useSending<AddedWords>({
    pathOf: ({ name }) =>
      `/known-words?${new URLSearchParams({ name: name.slice(-200), ...(language !== '' && { language }) })}`,
    most: largestDeck,
    onDone: refresh,
  });
  const trouble = problem ?? forget.error?.message;
  return (
    <section className="part" aria-labelledby="known-words">
      <div className="part__head">
        <h2 id="known-words">{words.sources.known}</h2>
        <p>{words.sources.knownHint}</p>
      </div>
      <div className="stack gap-5">
        <p className="num font-serif text-section" aria-live="polite">
          {words.sources.knownCount(count)}
        </p>
        <div className="line">
          <button type="button" className="button" onClick={() => input.current?.click()}>
            <FileUp className="icon" aria-hidden />
            {words.sources.chooseWords}
          </button>
          <label className="pickone">
            <span>{words.sources.wordsLanguage}</span>
            <select value={language} onChange={(event) => setLanguage(event.target.value as typeof language)}>
              <option value="">{words.sources.auto}</option>
              <option value="ja">{words.sources.ja}</option>
              <option value="en">{words.sources.en}</option>
            </select>
          </label>
          {count > 0 && (
            <button type="button" className="button button--bare" onClick={() => setAsked(true)}>
              {words.sources.forget}
            </button>
          )}
          <input
            ref={input}
            type="file"
            accept=".apkg,.colpkg,.txt,.csv,.tsv"
            className="sr-only"
            tabIndex={-1}
            aria-label={words.sources.wordsFile}
            onChange={(event) => {
              take(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        </div>
        <p className="text-small text-ink-3">{words.sources.wordsFormats}</p>
        {sending && <SendingLine sending={sending} onCancel={cancel} />}
        {trouble && (
          <Fault>
            <span lang={problem === null ? 'en' : undefined}>{trouble}</span>
          </Fault>
        )}
        <p className="text-small text-well empty:hidden" aria-live="polite">
          {done &&
            [
              words.sources.added(done.added, done.words),
              done.fields.length > 0 && words.sources.addedFrom(done.fields.join(', ')),
              done.isReviewed && words.sources.reviewed,
            ]
              .filter(Boolean)
              .join(' ')}
        </p>
      </div>
      <Dialog title={words.sources.forget} lang={locale} isOpen={isAsked} onOpenChange={setAsked}>
        <p className="mb-5">{words.sources.forgetSure}</p>
        <p className="line">
          <button
            type="button"
            className="button button--air"
            onClick={() => {
              forget.mutate();
              forgetDone();
              setAsked(false);
            }}
          >
            {words.sources.forgetYes}
          </button>
          <button type="button" className="button button--bare" onClick={() => setAsked(false)}>
            {words.common.cancel}
          </button>
        </p>
      </Dialog>
    </section>
  );
}
