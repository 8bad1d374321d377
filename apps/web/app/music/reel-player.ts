import { assetUrl } from '../api/client.ts';
import { reelAt } from './picture-at.ts';
import type { Reel } from './picture-at.ts';

type Slot = { video: HTMLVideoElement; reel: Reel | null };

/** Shows reels in step with a song, in two videos that take turns. */
export type ReelPlayer = {
  /**
   * Brings the pictures to a time of the song.
   * @returns Whether a reel is seen; if not, a still picture has to stand in.
   */
  show: (reels: readonly Reel[], now: { time: number; isPlaying: boolean; frameSeconds: number }) => boolean;
};

/** Later than this a video jumps; within it, it runs a little faster or slower until it is in step. Seconds. */
const jumpAt = 0.3;
/** What a video takes to begin to move. Seconds. */
const startSeconds = 0.03;

export function createReelPlayer(videos: readonly [HTMLVideoElement, HTMLVideoElement]): ReelPlayer {
  let [front, back]: [Slot, Slot] = [
    { video: videos[0], reel: null },
    { video: videos[1], reel: null },
  ];

  function load(slot: Slot, reel: Reel, at: number) {
    if (slot.reel?.key === reel.key) return;
    slot.reel = reel;
    slot.video.pause();
    slot.video.src = assetUrl(reel.clip);
    slot.video.dataset['start'] = String(reel.start);
    if (at > 0) slot.video.currentTime = at;
  }

  function unload(slot: Slot) {
    if (!slot.reel) return;
    slot.reel = null;
    slot.video.removeAttribute('src');
    slot.video.load();
  }

  return {
    show(reels, { time, isPlaying, frameSeconds }) {
      const { now, next } = reelAt(reels, time);
      if (!now) {
        front.video.pause();
        back.video.pause();
        for (const slot of [front, back]) {
          if (slot.reel && !reels.some(({ key }) => key === slot.reel?.key)) unload(slot);
          slot.video.dataset['seen'] = 'false';
        }
        if (next && isPlaying && next.start - time < 3) load(back, next, 0);
        return false;
      }
      const place = time - now.start;
      if (front.reel?.key !== now.key) {
        if (back.reel?.key !== now.key) {
          // What is seen stays until the other has its picture.
          load(back, now, Math.max(0, place));
        }
        follow(back.video, place, { isPlaying, frameSeconds, seconds: now.seconds });
        if (back.video.readyState >= 2 && !back.video.seeking) [front, back] = [back, front];
        else {
          const isStale = !front.reel || !reels.some(({ key }) => key === front.reel?.key) || time < front.reel.start;
          const isFar = front.reel !== null && Math.abs(front.reel.start + front.reel.seconds - time) > 0.4;
          if (isStale || isFar) {
            front.video.pause();
            front.video.dataset['seen'] = 'false';
            return false;
          }
          return front.video.dataset['seen'] === 'true';
        }
      } else follow(front.video, place, { isPlaying, frameSeconds, seconds: now.seconds });

      front.video.dataset['seen'] = String(front.video.readyState >= 2);
      back.video.dataset['seen'] = 'false';
      if (next && Math.abs(next.start - (now.start + now.seconds)) < 0.01) {
        load(back, next, 0);
        const left = next.start - time;
        if (isPlaying && left < startSeconds) void back.video.play().catch(() => undefined);
        else if (!back.video.paused) back.video.pause();
      } else if (!back.video.paused) back.video.pause();
      return front.video.readyState >= 2;
    },
  };
}

/** Keeps a video in step. Places lie in the middle of a frame, so that rounding never shows the one before. */
function follow(
  video: HTMLVideoElement,
  place: number,
  options: { isPlaying: boolean; frameSeconds: number; seconds: number },
): void {
  const { isPlaying, frameSeconds, seconds } = options;
  const last = Math.max(0, seconds - frameSeconds / 2);
  if (!isPlaying) {
    if (!video.paused) video.pause();
    const middle = Math.min(last, (Math.floor(place / frameSeconds + 1e-4) + 0.5) * frameSeconds);
    if (!video.seeking && Math.abs(video.currentTime - middle) > frameSeconds * 0.5) video.currentTime = middle;
    return;
  }
  const wanted = Math.min(last, Math.max(0, place));
  const late = wanted - video.currentTime;
  if (Math.abs(late) > jumpAt) {
    if (!video.seeking) video.currentTime = Math.min(last, wanted + startSeconds);
    if (video.paused) void video.play().catch(() => undefined);
    return;
  }
  const rate = Math.abs(late) < frameSeconds * 0.3 ? 1 : Math.min(1.4, Math.max(0.7, 1 + late * 3));
  if (Math.abs(video.playbackRate - rate) > 0.005) video.playbackRate = rate;
  if (video.paused && place < last) void video.play().catch(() => undefined);
}
