import type { Sentence, ShortPlan } from '@kinora/studios/language/schema';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { Playback } from '../../music/playback.ts';
import { usePlaybackFrame, usePlaybackValue } from '../../music/use-playback.ts';
import { sentenceAt } from '../transcript/place.ts';
import { useWords } from '../words.ts';
import { frameAt, panesOf, shownOf } from './crop.ts';

type TallPreviewProps = {
  short: ShortPlan;
  video: HTMLVideoElement | null;
  aspect: number;
  sentences: readonly Sentence[];
  playback: Playback;
  hasSafeAreas: boolean;
};

const [width, height] = [432, 768];

/** A Short as it will be: the regions, the hook, the words; and where the platforms lay their own things over it. */
export function TallPreview({ short, video, aspect, sentences, playback, hasSafeAreas }: TallPreviewProps) {
  const { words, locale } = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { layout } = short;
  const said = usePlaybackValue(playback, ({ time }) => sentenceAt(sentences, time()));
  const isHookSeen = usePlaybackValue(playback, ({ time }) => time() < short.span.start + 4);

  const draw = useEffectEvent(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || !video || video.readyState < 2) return;
    const frame = layout.frames[frameAt(layout.frames, playback.time())]!;
    for (const pane of panesOf(layout)) {
      const region = pane.side === 'upper' ? frame.upper : (frame.lower ?? frame.upper);
      const shown = shownOf(region, pane, aspect);
      context.drawImage(
        video,
        shown.x * video.videoWidth,
        shown.y * video.videoHeight,
        shown.width * video.videoWidth,
        shown.height * video.videoHeight,
        0,
        Math.round(pane.top * height),
        width,
        Math.round(pane.height * height),
      );
    }
  });
  usePlaybackFrame(playback, draw);
  // Whatever was dragged is seen at once.
  useEffect(() => draw());
  useEffect(() => {
    if (!video) return;
    const show = () => draw();
    const moments = ['loadeddata', 'canplay', 'seeked'] as const;
    for (const name of moments) video.addEventListener(name, show);
    // The frame that is on screen may come after these.
    const frame = video.requestVideoFrameCallback(show);
    return () => {
      for (const name of moments) video.removeEventListener(name, show);
      video.cancelVideoFrameCallback(frame);
    };
  }, [video]);

  return (
    <div className="tall">
      <canvas ref={canvas} width={width} height={height} aria-hidden />
      {isHookSeen && (
        <p className="tall__hook" lang={locale}>
          {short.hook[locale]}
        </p>
      )}
      {sentences[said] && (
        <p className="tall__words" lang={sentences[said].language === 'en' ? 'en' : 'ja'}>
          {sentences[said].text}
        </p>
      )}
      {hasSafeAreas && (
        <div className="tall__safe">
          <span className="sr-only">{words.shorts.safe}</span>
        </div>
      )}
    </div>
  );
}
