/**
 * Plays a song or a recording. Its sound is the clock of everything on the page: pictures, playhead and lists follow it and never
 * the other way round.
 */
export type Playback = {
  /** Seconds that the song has, as far as known. */
  setDuration: (seconds: number) => void;
  /** Takes the element that plays (an `<audio>` or a `<video>`), or lets it go. */
  attach: (audio: HTMLMediaElement | null) => void;
  /** Seconds. */
  time: () => number;
  isPlaying: () => boolean;
  play: () => void;
  pause: () => void;
  toggle: () => void;
  /** Goes to a time, held within the song. */
  seek: (time: number) => void;
  /** Calls at every frame while it plays, and whenever the time or the state changes. */
  subscribe: (listener: () => void) => () => void;
};

/** A playback that has nothing to play yet. */
export function createPlayback(): Playback {
  let duration = 0;
  let audio: HTMLMediaElement | null = null;
  /** Where to begin before there is anything to play. */
  let wanted = 0;
  let frame = 0;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const run = () => {
    cancelAnimationFrame(frame);
    tell();
    if (audio && !audio.paused) frame = requestAnimationFrame(run);
  };
  const load = () => {
    if (audio && wanted > 0 && Math.abs(audio.currentTime - wanted) > 0.01) audio.currentTime = wanted;
    tell();
  };
  const events = ['play', 'playing', 'pause', 'ended', 'seeked'] as const;
  return {
    setDuration(seconds) {
      duration = seconds;
    },
    attach(next) {
      if (audio === next) return;
      if (audio) {
        wanted = audio.currentTime;
        for (const name of events) audio.removeEventListener(name, run);
        audio.removeEventListener('loadedmetadata', load);
      }
      audio = next;
      for (const name of events) next?.addEventListener(name, run);
      next?.addEventListener('loadedmetadata', load);
      if (next && next.readyState > 0) load();
    },
    time: () => (audio && audio.readyState > 0 ? audio.currentTime : wanted),
    isPlaying: () => audio !== null && !audio.paused,
    play() {
      // What can't be played says so by an error event of its own.
      void audio?.play().catch(() => undefined);
    },
    pause: () => audio?.pause(),
    toggle() {
      if (audio?.paused === false) audio.pause();
      else this.play();
    },
    seek(time) {
      wanted = Math.min(Math.max(0, time), Math.max(0, duration - 0.01));
      if (audio && audio.readyState > 0) audio.currentTime = wanted;
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
