import type { PaintedScene } from '@kinora/studios/music-video/schema';
import { Lock, Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { assetUrl } from '../api/client.ts';
import { motionWords, transitionWords } from './choices.ts';
import type { DraftScene } from './draft.ts';
import { sceneAt } from './picture-at.ts';
import type { Playback } from './playback.ts';
import { barAt, clock } from './song-map.ts';
import type { Heard } from './song-map.ts';
import { usePlaybackValue } from './use-playback.ts';

type StoryboardProps = {
  scenes: readonly DraftScene[];
  pictures: ReadonlyMap<string, PaintedScene>;
  /** Null while the song is being listened to. */
  heard: Heard | null;
  duration: number;
  playback: Playback;
  onChoose: (id: string) => void;
  /** Adds a picture at the playhead; omitted: nothing can be added now. */
  onAdd?: () => void;
};

/** All pictures in order, with what they show and when; the one that is seen stays in view. */
export function Storyboard({ scenes, pictures, heard, duration, playback, onChoose, onAdd }: StoryboardProps) {
  const now = usePlaybackValue(playback, ({ time }) => sceneAt(scenes, time())?.id ?? null);
  const list = useRef<HTMLOListElement>(null);

  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>(`[data-scene="${CSS.escape(now ?? '')}"]`);
    const box = list.current;
    if (!row || !box || box.scrollHeight <= box.clientHeight + 4) return;
    const isSeen =
      row.offsetTop >= box.scrollTop && row.offsetTop + row.offsetHeight <= box.scrollTop + box.clientHeight;
    if (!isSeen) box.scrollTop = row.offsetTop - row.offsetHeight;
  }, [now]);

  return (
    <section className="board" aria-labelledby="storyboard">
      <div className="mb-1 flex min-h-10 items-center justify-between gap-4">
        <h2 id="storyboard" className="text-lead!">
          Storyboard
        </h2>
        <span className="flex items-center gap-1">
          <span className="text-tiny text-ink-3">{scenes.length} pictures</span>
          {onAdd && (
            <button type="button" className="button button--small button--bare -mr-3" onClick={onAdd}>
              <Plus className="icon" aria-hidden />
              Add one here
            </button>
          )}
        </span>
      </div>
      {/* Its rows are buttons: whoever uses a keyboard scrolls it by moving through them. */}
      <ol ref={list} className="board__list rows" aria-label="Pictures">
        {scenes.map((scene, index) => {
          const picture = scene.ownPicture ?? pictures.get(scene.id)?.picture;
          const end = scenes[index + 1]?.start ?? duration;
          return (
            <li key={scene.id}>
              <button
                type="button"
                className="shotline"
                data-scene={scene.id}
                aria-current={scene.id === now}
                onClick={() => {
                  onChoose(scene.id);
                  playback.seek(scene.start + 0.01);
                }}
              >
                {picture ? (
                  <img src={assetUrl(picture)} alt="" loading="lazy" />
                ) : (
                  <span className="shotline__blank painting" />
                )}
                <span className="min-w-0">
                  <b className="clamp-2 text-small leading-snug">{scene.description}</b>
                  <span className="block truncate text-tiny text-ink-2">
                    {scene.word} · {index > 0 && `${transitionWords[scene.transition].toLowerCase()}, `}
                    {scene.motion === 'auto'
                      ? lengthOf(heard, scene.start, end)
                      : motionWords[scene.motion].toLowerCase()}
                  </span>
                </span>
                <span className="grid justify-items-end gap-1">
                  <time className="text-tiny font-bold text-moon">{clock(scene.start)}</time>
                  {scene.locked && <Lock className="size-3.5 text-ink-3" aria-label="Locked" />}
                  {scene.isChanged && <span className="text-tiny font-bold text-moon">changed</span>}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** "4 bars", or seconds where there are none. */
function lengthOf(heard: Heard | null, start: number, end: number): string {
  const [from, to] = [heard && barAt(heard.analysis, start), heard && barAt(heard.analysis, end)];
  const bars = from && to ? to.bar - from.bar : 0;
  if (bars < 1) return `${Math.max(1, Math.round(end - start))} s`;
  return `${bars} ${bars === 1 ? 'bar' : 'bars'}`;
}
