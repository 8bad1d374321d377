import type { LessonOutput, Sentence, ShortPlan, VocabularyItem } from '@kinora/studios/language/schema';
import { Clapperboard, Download, Play } from 'lucide-react';
import { useEffect, useEffectEvent, useId, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { assetUrl, lessonFileUrl } from '../../api/client.ts';
import type { Playback } from '../../music/playback.ts';
import { usePlaybackFrame, usePlaybackValue } from '../../music/use-playback.ts';
import { SwitchRow } from '../../ui/switch-row.tsx';
import type { LessonProgress } from '../lesson/lesson-progress.ts';
import type { PlanDraft } from '../lesson/use-plan-draft.ts';
import { useWords } from '../words.ts';
import { frameAt, panesOf } from './crop.ts';
import { RegionFrame } from './region-frame.tsx';
import { ShortEditor } from './short-editor.tsx';
import { ShortRows } from './short-rows.tsx';
import { TallPreview } from './tall-preview.tsx';

type ShortsTabProps = {
  lessonId: string;
  version: number;
  draft: PlanDraft;
  progress: LessonProgress;
  items: readonly VocabularyItem[];
  sentences: readonly Sentence[];
  seconds: number;
  playback: Playback;
  /** The player with something over its picture. */
  player: (overlay: ReactNode, onMedia: (element: HTMLMediaElement | null) => void) => ReactNode;
  canChange: boolean;
  isBusy: boolean;
  onMake: (outputs: LessonOutput[]) => void;
};

/** Shorts: each seen as it will be, moved, cropped and titled, then made. */
export function ShortsTab(props: ShortsTabProps) {
  const { draft, progress, items, sentences, playback, canChange, isBusy, onMake } = props;
  const { words } = useWords();
  const hint = useId();
  const [asked, setAsked] = useState<string | null>(null);
  const [hasSafeAreas, setSafeAreas] = useState(false);
  const [media, setMedia] = useState<HTMLMediaElement | null>(null);
  const known = useMemo(() => new Map(items.map((item) => [item.id, item])), [items]);
  const short = draft.shorts.find(({ id }) => id === asked) ?? draft.shorts[0];
  const picture = progress.facts?.video;
  const aspect = picture ? picture.width / picture.height : 16 / 9;
  const now = usePlaybackValue(playback, ({ time }) => (short ? frameAt(short.layout.frames, time()) : 0));
  usePlaybackFrame(playback, () => {
    if (!short || !playback.isPlaying()) return;
    const time = playback.time();
    const cut = short.cuts.find(({ start, end }) => time >= start && time < end);
    if (cut) playback.seek(cut.end);
    else if (time >= short.span.end) playback.pause();
  });

  const begin = useEffectEvent(() => {
    const time = playback.time();
    if (short && (time < short.span.start || time > short.span.end)) playback.seek(short.span.start + 0.01);
  });
  useEffect(() => begin(), []);

  if (!short)
    return (
      <div className="stack gap-2 py-8">
        <h2>{words.shorts.none}</h2>
        <p className="text-ink-2">{words.shorts.noneHint}</p>
      </div>
    );

  const id = short.id as LessonOutput;
  const frame = short.layout.frames[now] ?? short.layout.frames[0]!;
  const output = progress.outputs[id];
  const change = (next: Partial<ShortPlan>, isSettled?: boolean) => draft.changeShort(short.id, next, isSettled);
  const wanted = draft.shorts
    .filter((each) => each.isOn && !progress.outputs[each.id as LessonOutput]?.file)
    .map((each) => each.id as LessonOutput);
  const overlay = picture
    ? panesOf(short.layout).map((pane) => (
        <RegionFrame
          key={pane.side}
          label={
            short.layout.kind === 'single'
              ? words.shorts.whole
              : pane.side === 'upper'
                ? words.shorts.upper
                : words.shorts.lower
          }
          hint={hint}
          region={pane.side === 'upper' ? frame.upper : (frame.lower ?? frame.upper)}
          pane={pane}
          aspect={aspect}
          onChange={
            canChange
              ? (region, isSettled) =>
                  change(
                    {
                      layout: {
                        ...short.layout,
                        frames: short.layout.frames.with(now, { ...frame, [pane.side]: region }),
                      },
                    },
                    isSettled,
                  )
              : null
          }
        />
      ))
    : null;

  return (
    <div className="shorts">
      <div className="shorts__list stack gap-4">
        <ShortRows
          shorts={draft.shorts}
          outputs={progress.outputs}
          chosen={short.id}
          canChange={canChange}
          onChoose={(next) => {
            setAsked(next);
            const start = draft.shorts.find((each) => each.id === next)?.span.start;
            if (start !== undefined) playback.seek(start + 0.01);
          }}
          onSwitch={(each, isOn) => draft.changeShort(each, { isOn })}
        />
        {canChange && wanted.length > 0 && (
          <p>
            <button
              type="button"
              className="button button--lamp"
              disabled={isBusy || draft.isChanged}
              onClick={() => onMake(wanted)}
            >
              <Clapperboard className="icon" aria-hidden />
              {words.shorts.renderAll}
            </button>
          </p>
        )}
        <SwitchRow label={words.shorts.safe} checked={hasSafeAreas} onChange={setSafeAreas} />
      </div>
      <div className="shorts__tall stack gap-3">
        <TallPreview
          short={short}
          video={media && 'videoWidth' in media ? (media as HTMLVideoElement) : null}
          aspect={aspect}
          sentences={sentences}
          playback={playback}
          hasSafeAreas={hasSafeAreas}
        />
        <div className="line justify-center">
          <button
            type="button"
            className="button button--small"
            onClick={() => {
              playback.seek(short.span.start + 0.01);
              playback.play();
            }}
          >
            <Play className="icon fill-current" aria-hidden />
            {words.shorts.play}
          </button>
          {output?.file ? (
            <a
              className="button button--small"
              href={lessonFileUrl(props.lessonId, id, { version: props.version })}
              download
            >
              <Download className="icon" aria-hidden />
              {words.shorts.save}
            </a>
          ) : output ? (
            <span className="num text-small text-lamp-text">{Math.floor(output.fraction * 100)} %</span>
          ) : (
            canChange &&
            short.isOn && (
              <button
                type="button"
                className="button button--small"
                disabled={isBusy || draft.isChanged}
                onClick={() => onMake([id])}
              >
                {words.shorts.render}
              </button>
            )
          )}
        </div>
        {output?.file && (
          <details>
            <summary className="min-h-10 text-center text-small font-bold">{words.shorts.watch}</summary>
            <video
              key={output.file.asset}
              className="mx-auto mt-2 w-full rounded-2 bg-black"
              src={assetUrl(output.file)}
              aria-label={words.shorts.number(Number(short.id.slice(-1)))}
              controls
              playsInline
              preload="metadata"
            >
              <track kind="captions" />
            </video>
          </details>
        )}
      </div>
      <div className="shorts__edit stack gap-5">
        {props.player(overlay, setMedia)}
        {picture && canChange && (
          <p id={hint} className="text-tiny text-ink-3">
            {words.shorts.drag}
          </p>
        )}
        <ShortEditor
          key={short.id}
          short={short}
          items={known}
          aspect={aspect}
          seconds={props.seconds}
          playback={playback}
          canChange={canChange}
          onChange={change}
        />
      </div>
    </div>
  );
}
