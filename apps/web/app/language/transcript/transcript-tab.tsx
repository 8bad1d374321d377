import type { TranscriptFile, VocabularyItem } from '@kinora/studios/language/schema';
import { ChevronDown, Search } from 'lucide-react';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { Playback } from '../../music/playback.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { KeyList } from '../../ui/key-list.tsx';
import { KindLegend } from '../items/kind-legend.tsx';
import { SaveBar } from '../lesson/save-bar.tsx';
import { useView } from '../view.ts';
import { useWords } from '../words.ts';
import { searchable, sentenceAt } from './place.ts';
import { SentenceList } from './sentence-list.tsx';
import { useTranscriptKeys } from './use-transcript-keys.ts';
import type { useTranscriptDraft } from './use-transcript-draft.ts';

type TranscriptTabProps = {
  transcript: TranscriptFile;
  items: readonly VocabularyItem[];
  draft: ReturnType<typeof useTranscriptDraft>;
  canChange: boolean;
  isSaving: boolean;
  playback: Playback;
  player: (onKeys: () => void) => ReactNode;
  onSave: () => void;
};

/** What is said, beside the player: to follow, to search, to hear word by word, and to put right. */
export function TranscriptTab(props: TranscriptTabProps) {
  const { transcript, items, draft, canChange, isSaving, playback, onSave } = props;
  const { words, locale } = useWords();
  const { hasFurigana, isFollowing, setView } = useView();
  const search = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const query = searchable(useDeferredValue(text.trim()));
  const [place, setPlace] = useState(0);
  const [edited, setEdited] = useState<number | null>(null);
  const [areKeysOpen, setKeysOpen] = useState(false);

  const found = useMemo(() => {
    if (query === '') return [];
    return transcript.sentences.flatMap(({ text: said, furigana, index }) => {
      const read = furigana?.map((part) => part.reading ?? part.text).join('') ?? '';
      return searchable(said).includes(query) || searchable(read).includes(query) ? [index] : [];
    });
  }, [query, transcript]);
  const at = found.length === 0 ? 0 : place % found.length;
  const isSavable = draft.count > 0 && canChange && !isSaving;

  useTranscriptKeys({
    playback,
    sentences: transcript.sentences,
    onEdit: () => {
      const now = sentenceAt(transcript.sentences, playback.time());
      if (canChange) setEdited(Math.max(0, now));
    },
    onFurigana: () => setView({ hasFurigana: !hasFurigana }),
    onSearch: () => search.current?.focus(),
    onSave: () => isSavable && onSave(),
    onHelp: () => setKeysOpen(true),
  });

  return (
    <div className="beside">
      <div className="beside__player stack gap-6">
        {props.player(() => setKeysOpen(true))}
        <KindLegend items={items} />
      </div>
      <div className="min-w-0">
        <div className="tools">
          <search className="tools__search">
            <form
              className="find"
              onSubmit={(event) => {
                event.preventDefault();
                setPlace(at + 1);
              }}
            >
              <Search className="icon" aria-hidden />
              <input
                ref={search}
                type="search"
                aria-label={words.transcript.search}
                placeholder={words.transcript.search}
                value={text}
                onChange={(event) => {
                  setText(event.target.value);
                  setPlace(0);
                }}
              />
              {query !== '' && (
                <>
                  <output className="num shrink-0 text-tiny">{words.transcript.found(at + 1, found.length)}</output>
                  <button
                    className="button button--icon button--small -mr-3"
                    aria-label={words.transcript.nextFound}
                    disabled={found.length < 2}
                  >
                    <ChevronDown className="icon" aria-hidden />
                  </button>
                </>
              )}
            </form>
          </search>
          <div className="flex gap-2">
            <button
              type="button"
              className="choice choice--small"
              aria-pressed={hasFurigana}
              onClick={() => setView({ hasFurigana: !hasFurigana })}
            >
              {words.transcript.furigana}
            </button>
            <button
              type="button"
              className="choice choice--small"
              aria-pressed={isFollowing}
              title={words.transcript.followHint}
              onClick={() => setView({ isFollowing: !isFollowing })}
            >
              {words.transcript.follow}
            </button>
          </div>
        </div>
        <SentenceList
          transcript={transcript}
          items={items}
          draft={draft}
          canChange={canChange}
          found={found[at] ?? null}
          edited={edited}
          onEdit={setEdited}
          playback={playback}
        />
        {draft.count > 0 && (
          <SaveBar
            title={words.transcript.changes(draft.count)}
            hint={words.transcript.changesHint}
            save={isSaving ? words.transcript.saving : words.transcript.save}
            isBusy={isSaving}
            canSave={isSavable}
            onSave={onSave}
            onUndo={draft.canUndo ? draft.undo : undefined}
            onDiscard={draft.clear}
          />
        )}
      </div>
      <Dialog title={words.player.keys} isOpen={areKeysOpen} onOpenChange={setKeysOpen} lang={locale}>
        <KeyList keys={words.transcript.keys} />
      </Dialog>
    </div>
  );
}
