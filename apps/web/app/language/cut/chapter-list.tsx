import type { CutPlan } from '@kinora/studios/language/schema';
import { Plus, X } from 'lucide-react';
import type { Playback } from '../../music/playback.ts';
import { TimeField } from '../transcript/time-field.tsx';
import { useWords } from '../words.ts';

type Chapters = CutPlan['chapters'];
type ChapterListProps = {
  chapters: Chapters;
  canChange: boolean;
  playback: Playback;
  onChange: (next: Chapters) => void;
};

/** Chapters of the main video: when they begin, and what they are called in both languages. */
export function ChapterList({ chapters, canChange, playback, onChange }: ChapterListProps) {
  const { words, locale } = useWords();
  const change = (at: number, next: Partial<Chapters[number]>) =>
    onChange(chapters.with(at, { ...chapters[at]!, ...next }));
  return (
    <section aria-labelledby="chapters">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="chapters">{words.cut.chapters}</h2>
        {canChange && (
          <button
            type="button"
            className="button button--small"
            disabled={chapters.length >= 60}
            onClick={() =>
              onChange(
                [
                  ...chapters,
                  { start: Math.round(playback.time() * 10) / 10, title: { ja: 'チャプター', en: 'Chapter' } },
                ].toSorted((a, b) => a.start - b.start),
              )
            }
          >
            <Plus className="icon" aria-hidden />
            {words.cut.addChapter}
          </button>
        )}
      </div>
      <ol className="rows">
        {chapters.map((chapter, at) => (
          <li key={at} className="flex flex-wrap items-end gap-x-2 gap-y-1 py-2">
            <TimeField
              label={words.cut.chapterStart}
              value={chapter.start}
              here={words.transcript.startHere}
              playback={playback}
              onChange={(start) => change(at, { start })}
            />
            {(['ja', 'en'] as const).map((side) => (
              <label key={side} className="field min-w-32 flex-1">
                <span className="text-tiny">{side === 'ja' ? words.cut.chapterJa : words.cut.chapterEn}</span>
                <input
                  className="input input--small"
                  lang={side}
                  maxLength={100}
                  readOnly={!canChange}
                  value={chapter.title[side]}
                  onChange={(event) => change(at, { title: { ...chapter.title, [side]: event.target.value } })}
                />
              </label>
            ))}
            {canChange && (
              <button
                type="button"
                className="button button--icon button--small"
                aria-label={words.cut.removeChapter(chapter.title[locale])}
                onClick={() => onChange(chapters.toSpliced(at, 1))}
              >
                <X className="icon" aria-hidden />
              </button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
