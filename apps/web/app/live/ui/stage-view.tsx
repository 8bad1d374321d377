import { CameraOff, Eye, Pause, Snowflake, Video } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { CSSProperties, RefObject } from 'react';
import { useLive, useStudio } from '../live-context.tsx';
import { lookLabel } from '../look-words.ts';

type StageViewProps = { canvas: RefObject<HTMLCanvasElement | null>; isOnAir: boolean };

/** The painted picture, the camera beside it, and one fact in each corner. */
export function StageView({ canvas, isOnAir }: StageViewProps) {
  const studio = useStudio();
  const settings = useLive((state) => state.settings);
  const source = useLive((state) => state.source);
  const painted = useLive((state) => state.painted);
  const rate = useLive((state) => Math.round(state.figures?.framesOut ?? 0));
  const hasPicture = useLive((state) => state.hasPicture);
  const isFrozen = useLive((state) => state.isFrozen);
  const isHidden = useLive((state) => state.isHidden);
  const isComparing = useLive((state) => state.isComparing);
  const isMirrored = useLive((state) => state.isMirrored);
  const original = useRef<HTMLDivElement>(null);
  const glow = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const isOn = source.step === 'on';

  useEffect(() => {
    studio?.showOriginal(original.current);
    return () => studio?.showOriginal(null);
  }, [studio]);

  // The picture lights the room; twice a second is enough for that.
  useEffect(() => {
    const timer = setInterval(() => {
      const light = glow.current?.getContext('2d');
      if (light && studio?.stage.hasPicture) light.drawImage(studio.stage.canvas, 0, 0, 32, 18);
    }, 500);
    return () => clearInterval(timer);
  }, [studio]);

  return (
    <figure className="screen">
      <div
        ref={frame}
        className="live__frame"
        data-shape={settings.shape}
        data-comparing={isComparing}
        data-mirrored={isMirrored}
        style={{ '--at': '50%' } as CSSProperties}
      >
        <canvas ref={glow} className="live__glow" width="32" height="18" aria-hidden />
        <canvas
          ref={canvas}
          className="live__canvas"
          width="640"
          height="360"
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an <img> can’t be painted on
          role="img"
          aria-label={
            hasPicture ? `Your picture, painted: ${lookLabel(settings.style.look)}` : 'The painted picture comes here'
          }
        />
        {!hasPicture && <img className="live__still" src="/live/welcome.jpg" alt="" width="960" height="540" />}
        <div ref={original} className="live__original" data-on={isOn && hasPicture} aria-hidden="true" />
        {isComparing && (
          <input
            className="live__compare"
            type="range"
            min="0"
            max="100"
            step="1"
            defaultValue="50"
            aria-label="How much of the camera shows"
            aria-valuetext="Camera left, painting right"
            onInput={(event) => frame.current?.style.setProperty('--at', `${event.currentTarget.value}%`)}
          />
        )}
        <span className="badge pin">
          {source.step === 'none' || source.step === 'opening' ? (
            <>Painted by Kinora</>
          ) : source.step === 'problem' ? (
            <>
              <CameraOff className="icon" aria-hidden />
              No picture
            </>
          ) : isHidden ? (
            <>
              <Pause className="icon" aria-hidden />
              Paused while this tab is hidden
            </>
          ) : isFrozen ? (
            <>
              <Snowflake className="icon" aria-hidden />
              Frozen
            </>
          ) : isOnAir ? (
            <>
              <Eye className="icon" aria-hidden />
              Viewers see this
            </>
          ) : (
            <>
              <Video className="icon" aria-hidden />
              Only you can see this
            </>
          )}
        </span>
        {isOn && hasPicture && (
          <span className="badge pin pin--end num">
            {painted.width} × {painted.height}
            <span className="max-[480px]:hidden"> · {rate} a second</span>
          </span>
        )}
        {isOn && hasPicture && !isComparing && <span className="badge live__name">{nameOf(source.kind)}</span>}
      </div>
    </figure>
  );
}

function nameOf(kind: string): string {
  return kind === 'camera' ? 'Camera' : kind === 'screen' ? 'Screen' : 'Video';
}
