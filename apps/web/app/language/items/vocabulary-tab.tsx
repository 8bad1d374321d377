import type { VocabularyItem } from '@kinora/studios/language/schema';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Playback } from '../../music/playback.ts';
import { clock } from '../time.ts';
import { useWords } from '../words.ts';
import { VocabularyView } from './vocabulary-view.tsx';

type VocabularyTabProps = {
  lessonId: string;
  items: readonly VocabularyItem[];
  playback: Playback;
  player: ReactNode;
  /** Shown above the items. */
  about?: ReactNode;
};

/** What this recording teaches; every place can be heard. */
export function VocabularyTab({ lessonId, items, playback, player, about }: VocabularyTabProps) {
  const { words } = useWords();
  const evidence = useMemo(() => new Map(items.map((item) => [item.id, item.evidence])), [items]);
  return (
    <div className="stack gap-6">
      <div className="listen-bar">{player}</div>
      {about}
      <VocabularyView
        lessonId={lessonId}
        renderPlaces={(item) => (
          <span className="flex flex-wrap gap-x-2">
            {(evidence.get(item.id) ?? []).slice(0, 4).map(({ start, sentence, from }) => (
              <button
                key={`${sentence} ${from}`}
                type="button"
                className="when num"
                aria-label={words.item.jump(clock(start))}
                onClick={() => {
                  playback.seek(Math.max(0, start - 0.4));
                  playback.play();
                }}
              >
                {clock(start)}
              </button>
            ))}
            {(evidence.get(item.id)?.length ?? 0) > 4 && (
              <span className="self-center text-tiny text-ink-3">+{evidence.get(item.id)!.length - 4}</span>
            )}
          </span>
        )}
        empty={<h2 className="py-6">{words.vocabulary.empty}</h2>}
      />
    </div>
  );
}
