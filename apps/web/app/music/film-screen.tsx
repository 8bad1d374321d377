import type { PaintedScene } from '@kinora/studios/music-video/schema';
import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';
import { assetUrl } from '../api/client.ts';
import type { DraftScene } from './draft.ts';
import { sceneAt } from './picture-at.ts';
import type { Reel } from './picture-at.ts';
import type { Playback } from './playback.ts';
import { createReelPlayer } from './reel-player.ts';
import type { ReelPlayer } from './reel-player.ts';
import { usePlaybackFrame, usePlaybackValue } from './use-playback.ts';

type FilmScreenProps = {
  scenes: readonly DraftScene[];
  pictures: ReadonlyMap<string, PaintedScene>;
  reels: readonly Reel[];
  playback: Playback;
  size: { width: number; height: number };
  fps: number;
  duration: number;
  screen: RefObject<HTMLDivElement | null>;
  /** One fact in a corner. */
  badge: string;
  /** What is shown while there is no picture. */
  waiting: string;
};

/**
 * The film as far as it is made, in step with the song: clips where there are any, else the picture of the scene with a
 * gentle move.
 */
export function FilmScreen(props: FilmScreenProps) {
  const { scenes, pictures, reels, playback, size, fps, duration, screen, badge, waiting } = props;
  const still = useRef<HTMLImageElement>(null);
  const first = useRef<HTMLVideoElement>(null);
  const second = useRef<HTMLVideoElement>(null);
  const player = useRef<ReelPlayer>(null);
  const id = usePlaybackValue(playback, ({ time }) => sceneAt(scenes, time())?.id ?? null);
  const index = scenes.findIndex((candidate) => candidate.id === id);
  const scene = scenes[index];
  const own = scene?.ownPicture;
  const painted =
    scene && (pictures.get(scene.id) ?? (scene.isNew ? paintedBefore(scenes, pictures, index) : undefined));
  const picture = own ?? painted?.picture;
  const url = picture && assetUrl(picture);

  const show = () => {
    if (!player.current && first.current && second.current)
      player.current = createReelPlayer([first.current, second.current]);
    const time = playback.time();
    // Films fade in from black: before they are started, their first picture says more.
    const isUnstarted = time < 0.05 && !playback.isPlaying();
    const shown = isUnstarted ? [] : reels;
    player.current?.show(shown, { time, isPlaying: playback.isPlaying(), frameSeconds: 1 / fps });
    const now = sceneAt(scenes, time);
    if (!still.current || !now) return;
    const end = scenes[scenes.indexOf(now) + 1]?.start ?? duration;
    const part = Math.min(1, Math.max(0, (time - now.start) / Math.max(0.1, end - now.start)));
    still.current.style.transform = isMoving() ? moveOf(now.motion, part) : '';
  };
  usePlaybackFrame(playback, show);
  // A clip that has just come, or a seek that has just landed, is to be seen while the song rests, too.
  useEffect(show);

  return (
    <div className="screen">
      <div className="screen__frame" style={url ? { ['--picture' as string]: `url("${url}")` } : undefined}>
        <div
          ref={screen}
          className={`film ${url ? '' : 'painting'}`}
          data-tall={size.height > size.width}
          style={{ aspectRatio: `${size.width} / ${size.height}` }}
        >
          {url && <img key={url} ref={still} src={url} alt={own ? scene.description : (painted?.altText ?? '')} />}
          <Reels ref={first} onShow={show} />
          <Reels ref={second} onShow={show} />
          {/* A large place to press for a mouse or a thumb; the keyboard has the button below. */}
          <button type="button" className="film__press" tabIndex={-1} aria-hidden onClick={() => playback.toggle()} />
          <span className="badge pin">{url ? badge : waiting}</span>
          {scene && (scene.isRepainted || scene.isNew) && (
            <span className="badge pin pin--end">{own ? 'Your picture' : scene.isNew ? 'New' : 'To be painted'}</span>
          )}
        </div>
      </div>
    </div>
  );
}

/** One of the two videos that take turns. */
function Reels({ ref, onShow }: { ref: RefObject<HTMLVideoElement | null>; onShow: () => void }) {
  return (
    <video
      ref={ref}
      muted
      playsInline
      preload="auto"
      tabIndex={-1}
      aria-hidden
      data-seen="false"
      onLoadedData={onShow}
      onSeeked={onShow}
    />
  );
}

/** A new picture has none yet: that of the one before stands in. */
function paintedBefore(
  scenes: readonly DraftScene[],
  pictures: ReadonlyMap<string, PaintedScene>,
  index: number,
): PaintedScene | undefined {
  const before = scenes.slice(0, index).findLast((scene) => pictures.has(scene.id));
  return before && pictures.get(before.id);
}

function isMoving(): boolean {
  return !matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** A gentle move of a still picture, in the direction its scene asks for. */
function moveOf(motion: DraftScene['motion'], part: number): string {
  const across = (part - 0.5) * 4;
  switch (motion) {
    case 'still':
      return '';
    case 'pull':
      return `scale(${1.09 - 0.07 * part})`;
    case 'left':
      return `scale(1.07) translateX(${across}%)`;
    case 'right':
      return `scale(1.07) translateX(${-across}%)`;
    case 'rise':
      return `scale(1.07) translateY(${across}%)`;
    case 'fall':
      return `scale(1.07) translateY(${-across}%)`;
    default:
      return `scale(${1.02 + 0.07 * part})`;
  }
}
