import type { LessonDifficulty, Sentence } from '@kinora/studios/language/schema';
import { bands } from '@kinora/studios/language/schema';
import { Link } from 'react-router';
import type { Playback } from '../../music/playback.ts';
import { clock } from '../time.ts';
import { useWords } from '../words.ts';

type DifficultyPanelProps = { difficulty: LessonDifficulty; sentences: readonly Sentence[]; playback: Playback };

/** Next sentences that are shown at once. */
const most = 20;

/** How hard a recording is, as signals of their own, and the sentences that are one word away. */
export function DifficultyPanel({ difficulty, sentences, playback }: DifficultyPanelProps) {
  const { words } = useWords();
  const { coverage, pace, readability, nextSentences } = difficulty;
  const levels = [...bands.ja, ...bands.en].flatMap((band) => {
    const count = difficulty.bands[band] ?? 0;
    return count > 0 ? [{ band, count }] : [];
  });
  const next = nextSentences.flatMap((index) => sentences[index] ?? []).slice(0, most);
  return (
    <section className="stack gap-2 text-small" aria-label={words.sources.difficulty}>
      <p className="flex flex-wrap gap-x-5 gap-y-1 text-ink-2">
        {coverage === null ? (
          <span>
            {words.sources.noCoverage} <Link to="/language/sources">{words.sources.noCoverageLink}</Link>
          </span>
        ) : (
          <b className="text-ink">{words.sources.coverage(Math.round(coverage * 100))}</b>
        )}
        {pace > 0 && <span>{words.sources.pace(Math.round(pace))}</span>}
        {(['ja', 'en'] as const).map(
          (each) =>
            readability[each] !== null && (
              <span key={each} title={words.sources.readabilityHint[each]}>
                {words.sources.readability[each]} <b className="num text-ink">{Math.round(readability[each])}</b>
              </span>
            ),
        )}
        {levels.length > 0 && (
          <span title={words.item.unofficial}>
            {words.sources.bands}{' '}
            {levels.map(({ band, count }) => (
              <span key={band} className="num mr-2 whitespace-nowrap">
                <b className="text-ink">{band}</b> {count}
              </span>
            ))}
          </span>
        )}
      </p>
      {next.length > 0 && (
        <details>
          <summary className="min-h-8 font-bold">{words.sources.next(nextSentences.length)}</summary>
          <p className="mt-1 text-tiny text-ink-3">{words.sources.nextHint}</p>
          <ul className="mt-2 grid gap-1">
            {next.map(({ index, start, text, language }) => (
              <li key={index} className="flex gap-3">
                <button
                  type="button"
                  className="when num flex-none"
                  aria-label={words.item.jump(clock(start))}
                  onClick={() => {
                    playback.seek(Math.max(0, start - 0.2));
                    playback.play();
                  }}
                >
                  {clock(start)}
                </button>
                <span className="said-in self-center" lang={language === 'en' ? 'en' : 'ja'}>
                  {text}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
