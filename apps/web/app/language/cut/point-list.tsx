import type { CutPlan, EditPoint, EditPointKind } from '@kinora/studios/language/schema';
import { editPointKinds } from '@kinora/studios/language/schema';
import { useState } from 'react';
import type { Playback } from '../../music/playback.ts';
import { clock } from '../time.ts';
import { useWords } from '../words.ts';
import { keepToo, leaveOut } from './keeps.ts';

type PointListProps = {
  points: readonly EditPoint[];
  keeps: CutPlan['keeps'];
  playback: Playback;
  onKeeps: ((keeps: CutPlan['keeps']) => void) | null;
};

/** More than anybody reads; kinds narrow them down. */
const mostShown = 80;

/** What was noticed in the recording, why, and what can be done about it. */
export function PointList({ points, keeps, playback, onKeeps }: PointListProps) {
  const { words, locale } = useWords();
  const kinds = editPointKinds.filter((kind) => points.some((point) => point.kind === kind));
  const [kind, setKind] = useState<EditPointKind | null>(kinds.includes('marker') ? 'marker' : null);
  const shown = points.filter((point) => kind === null || point.kind === kind);
  return (
    <section aria-labelledby="points">
      <h2 id="points" className="mb-3">
        {words.cut.points}
      </h2>
      {points.length === 0 && <p className="text-ink-2">{words.cut.noPoints}</p>}
      <div className="filters mb-2">
        {kinds.map((each) => (
          <button
            key={each}
            type="button"
            className="choice choice--small"
            aria-pressed={each === kind}
            onClick={() => setKind(each === kind ? null : each)}
          >
            <span className={`point point--${each} point--sign`} aria-hidden />
            {words.cut.kinds[each]}
            <span className="num text-tiny text-ink-3">{points.filter((point) => point.kind === each).length}</span>
          </button>
        ))}
      </div>
      <ul className="rows rows--scroll">
        {shown.slice(0, mostShown).map((point) => {
          const isKept = keeps.some(({ start, end }) => start <= point.start + 0.05 && end >= point.end - 0.05);
          return (
            <li key={point.id} className="flex items-center gap-3 py-2 text-small">
              <button
                type="button"
                className="when num shrink-0"
                onClick={() => {
                  playback.seek(Math.max(0, point.start - 1));
                  playback.play();
                }}
              >
                {clock(point.start)}
              </button>
              <span className="min-w-0 flex-1">
                <b>{words.cut.kinds[point.kind]}</b> <span className="text-ink-2">{point.reason[locale]}</span>
              </span>
              {onKeeps && (
                <button
                  type="button"
                  className="button button--small button--bare"
                  onClick={() => onKeeps(isKept ? leaveOut(keeps, point) : keepToo(keeps, point))}
                >
                  {isKept ? words.cut.cutThis : words.cut.keepThis}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
