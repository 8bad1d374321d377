import type { PaintedScene } from '@kinora/studios/music-video/schema';
import { useRef, useState } from 'react';
import { assetUrl } from '../api/client.ts';
import { spanOf } from './draft.ts';
import type { DraftScene } from './draft.ts';
import { sceneAt } from './picture-at.ts';
import type { Playback } from './playback.ts';
import { barAt, clock, fineClock, nearest, stepFrom } from './song-map.ts';
import type { Heard } from './song-map.ts';
import { usePlaybackValue } from './use-playback.ts';

type ShotsLaneProps = {
  heard: Heard;
  scenes: readonly DraftScene[];
  pictures: ReadonlyMap<string, PaintedScene>;
  pixels: number;
  playback: Playback;
  chosen: string | null;
  onChoose: (id: string) => void;
  /** Omitted: nothing can be moved. `isSettled` once a drag has ended. */
  onMove?: (id: string, start: number, isSettled: boolean) => void;
};

/** The pictures on the line of time, each as long as it is seen. Their edges are the key moments, which can be moved. */
export function ShotsLane(props: ShotsLaneProps) {
  const { heard, scenes, pictures, pixels, playback, chosen, onChoose, onMove } = props;
  const { analysis } = heard;
  const now = usePlaybackValue(playback, ({ time }) => sceneAt(scenes, time())?.id ?? null);
  return (
    <ol className="shots" aria-label="Pictures in the song">
      {scenes.map((scene, index) => {
        const end = scenes[index + 1]?.start ?? analysis.duration;
        const wide = (end - scene.start) * pixels;
        const picture = scene.ownPicture ?? pictures.get(scene.id)?.picture;
        const url = picture && assetUrl(picture);
        return (
          <li
            key={scene.id}
            className="shot"
            data-now={scene.id === now}
            data-chosen={scene.id === chosen}
            data-changed={scene.isChanged}
            style={{ left: scene.start * pixels, width: wide }}
          >
            <button
              type="button"
              className="shot__body"
              aria-pressed={scene.id === chosen}
              aria-label={`Picture ${index + 1}, ${scene.word}, at ${clock(scene.start)}: ${scene.description}`}
              onClick={() => {
                onChoose(scene.id);
                playback.seek(scene.start + 0.01);
              }}
            >
              <span className={`shot__film ${url ? '' : 'painting'}`}>
                {url &&
                  Array.from({ length: Math.min(12, Math.max(1, Math.ceil(wide / 96))) }, (_, copy) => (
                    <img key={copy} src={url} alt="" draggable={false} />
                  ))}
              </span>
              {wide > Math.min(76, 12 + scene.word.length * 7) && <span className="shot__word">{scene.word}</span>}
            </button>
            {onMove && index > 0 && (
              <Edge
                scene={scene}
                label={`When picture ${index + 1} comes`}
                span={spanOf(scenes, scene.id, analysis.duration)}
                analysis={analysis}
                pixels={pixels}
                onMove={(start, isSettled) => {
                  onMove(scene.id, start, isSettled);
                  playback.seek(start + 0.01);
                }}
              />
            )}
          </li>
        );
      })}
    </ol>
  );
}

type EdgeProps = {
  scene: DraftScene;
  label: string;
  span: [number, number];
  analysis: Heard['analysis'];
  pixels: number;
  onMove: (start: number, isSettled: boolean) => void;
};

/** A key moment: drag it (it holds on to beats; Alt lets go), or move it by beat and, with Shift, by bar. */
function Edge({ scene, label, span, analysis, pixels, onMove }: EdgeProps) {
  const from = useRef<{ x: number; start: number }>(undefined);
  const [isDragged, setDragged] = useState(false);
  const hold = (time: number) => Math.round(Math.min(span[1], Math.max(span[0], time)) * 1000) / 1000;
  const place = barAt(analysis, scene.start);
  return (
    <div
      className="shot__edge"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a range input has one track; this is an edge on the song’s line
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={Math.round(span[0])}
      aria-valuemax={Math.round(span[1])}
      aria-valuenow={Math.round(scene.start * 10) / 10}
      aria-valuetext={`${fineClock(scene.start)}${place ? `, bar ${place.bar}, beat ${place.beat}` : ''}`}
      data-dragged={isDragged}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, start: scene.start };
        setDragged(true);
      }}
      onPointerMove={(event) => {
        if (!from.current) return;
        const wanted = from.current.start + (event.clientX - from.current.x) / pixels;
        const beat = nearest(analysis.beat_times, wanted);
        const isHeld = !event.altKey && Math.abs(beat - wanted) < 1;
        onMove(hold(isHeld ? beat : wanted), false);
      }}
      onPointerUp={() => {
        if (from.current) onMove(scene.start, true);
        from.current = undefined;
        setDragged(false);
      }}
      onPointerCancel={() => {
        if (from.current) onMove(from.current.start, true);
        from.current = undefined;
        setDragged(false);
      }}
      onKeyDown={(event) => {
        const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        const times = event.shiftKey ? analysis.downbeat_times : analysis.beat_times;
        const next =
          event.altKey || times.length === 0 ? scene.start + step * 0.04 : stepFrom(times, scene.start, step);
        onMove(hold(next), true);
      }}
    />
  );
}
