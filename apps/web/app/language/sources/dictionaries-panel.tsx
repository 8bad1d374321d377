import { BookOpen, Trash2 } from 'lucide-react';
import { Switch } from 'radix-ui';
import { useRef, useState } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { Fault } from '../../ui/fault.tsx';
import { usePageDrop } from '../../ui/use-page-drop.ts';
import { useWords } from '../words.ts';
import { SendingLine } from './sending-line.tsx';
import { useDictionaries } from './use-sources.ts';
import type { Dictionary } from './use-sources.ts';
import { useSending } from './use-sending.ts';

const largestDictionary = 300_000_000;

/** Dictionaries for ordinary words: brought by drop or button, switched, removed. */
export function DictionariesPanel({ initial }: { initial: Dictionary[] }) {
  const { words, locale } = useWords();
  const { dictionaries, refresh, setOn, remove } = useDictionaries(initial);
  const [leaving, setLeaving] = useState<Dictionary | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const { sending, problem, done, take, cancel, forgetDone } = useSending<Dictionary>({
    pathOf: () => '/dictionaries',
    most: largestDictionary,
    onDone: refresh,
  });
  const isOver = usePageDrop(([file]) => take(file));
  const trouble = problem ?? setOn.error?.message ?? remove.error?.message;
  return (
    <section className="part" aria-labelledby="dictionaries">
      <div className="part__head">
        <h2 id="dictionaries">{words.sources.dictionaries}</h2>
        <p>{words.sources.dictionariesHint}</p>
      </div>
      <div className="stack gap-5">
        <div className="drop drop--small" data-over={isOver}>
          <p className="title text-section">{isOver ? words.sources.letGo : words.sources.dropDictionary}</p>
          <p className="max-w-[46ch] text-small text-ink-2">{words.sources.formats}</p>
          <button type="button" className="button button--lamp" onClick={() => input.current?.click()}>
            <BookOpen className="icon" aria-hidden />
            {words.sources.chooseDictionary}
          </button>
          <input
            ref={input}
            type="file"
            accept=".zip,.xml,.gz,.edict,.edict2,.u8,.txt"
            className="sr-only"
            tabIndex={-1}
            aria-label={words.sources.dictionaryFile}
            onChange={(event) => {
              take(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        </div>
        {sending && <SendingLine sending={sending} onCancel={cancel} />}
        {trouble && (
          <Fault>
            <span lang={problem === null ? 'en' : undefined}>{trouble}</span>
          </Fault>
        )}
        <p className="text-small text-well empty:hidden" aria-live="polite">
          {done && words.sources.imported(done.title, done.words)}
        </p>
        {dictionaries.length === 0 ? (
          <div className="stack gap-1">
            <h3>{words.sources.none}</h3>
            <p className="text-small text-ink-2">{words.sources.noneHint}</p>
          </div>
        ) : (
          <ul className="rows" aria-label={words.sources.dictionaries}>
            {dictionaries.map((each) => (
              <li key={each.id} className="flex items-center gap-3 py-3.5">
                <div className="min-w-0 flex-1">
                  <h3 className="wrap-anywhere">{each.title}</h3>
                  <p className="num text-small text-ink-2">
                    {[
                      words.sources[each.language === 'en' ? 'en' : 'ja'],
                      words.sources.words(each.words),
                      each.facts > 0 && words.sources.facts(each.facts),
                      each.revision,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                  <p className="text-tiny text-ink-3 wrap-anywhere">
                    {each.licence === '' ? (
                      words.sources.noLicence
                    ) : (
                      <>
                        {words.sources.licence}: <span lang="en">{each.licence}</span>
                      </>
                    )}
                  </p>
                </div>
                <Switch.Root
                  className="switch"
                  aria-label={words.sources.isOn(each.title)}
                  checked={each.isOn}
                  onCheckedChange={(isOn) => setOn.mutate({ id: each.id, isOn })}
                />
                <button
                  type="button"
                  className="button button--small button--icon -mr-2"
                  aria-label={words.sources.remove(each.title)}
                  onClick={() => setLeaving(each)}
                >
                  <Trash2 className="icon" aria-hidden />
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <Dialog
        title={words.sources.remove(leaving?.title ?? '')}
        lang={locale}
        isOpen={leaving !== null}
        onOpenChange={(isOpen) => !isOpen && setLeaving(null)}
      >
        <p className="mb-5">{words.sources.removeSure(leaving?.title ?? '')}</p>
        <p className="line">
          <button
            type="button"
            className="button button--air"
            onClick={() => {
              if (leaving) remove.mutate(leaving.id);
              forgetDone();
              setLeaving(null);
            }}
          >
            {words.sources.removeYes}
          </button>
          <button type="button" className="button button--bare" onClick={() => setLeaving(null)}>
            {words.common.cancel}
          </button>
        </p>
      </Dialog>
    </section>
  );
}
