import type { StoryScene } from '@kinora/studios/story/schema';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { assetUrl } from '../api/client.ts';
import { backFrom, wordAt } from './spoken.ts';

type PlayerOptions = {
  /** The scene to hear; undefined while it is still being made. */
  scene: StoryScene | undefined;
  /** Playback rate, 1 as it was read. */
  speed: number;
  /** The scene was heard to its end, and a breath has passed. Answers whether another one follows. */
  onEnd: () => boolean;
};

/** Between two pages, so that the picture is seen before its words are heard. */
const breathMs = 900;

/** What the player does, and what can be asked of it. */
export type Player = {
  /** Somebody wants to listen; true also while a page is still on its way. */
  isPlaying: boolean;
  /** Wanted, but the page has no voice yet. */
  isWaiting: boolean;
  /** Index of the word being read; -1 when none is. */
  word: number;
  problem: string | null;
  play: () => void;
  pause: () => void;
  back: () => void;
  playWord: (word: number) => void;
  /** Turns the voice down over some seconds, then pauses. */
  fadeOut: (seconds: number) => void;
};

/** Plays one scene at a time and tells which word is heard. Goes on by itself when a wanted scene arrives. */
export function usePlayer({ scene, speed, onEnd }: PlayerOptions): Player {
  const audio = useRef<HTMLAudioElement | null>(null);
  const [isPlaying, setPlaying] = useState(false);
  const [word, setWord] = useState(-1);
  const [problem, setProblem] = useState<string | null>(null);
  const fade = useRef<ReturnType<typeof setInterval>>(undefined);
  const breath = useRef<ReturnType<typeof setTimeout>>(undefined);
  const ended = useEffectEvent(() => {
    if (isPlaying && !onEnd()) setPlaying(false);
  });
  const url = scene ? assetUrl(scene.audio) : undefined;

  const start = useEffectEvent(() => {
    const element = audio.current;
    if (!element) return;
    element.playbackRate = speed;
    element.play().catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'AbortError') return;
      setPlaying(false);
      if (!(error instanceof DOMException && error.name === 'NotAllowedError'))
        setProblem('This page can’t be heard just now. Its words are all here.');
    });
  });
  const startIfWanted = useEffectEvent(() => {
    if (isPlaying) start();
  });

  useEffect(() => {
    const element = new Audio();
    element.preload = 'auto';
    element.addEventListener('ended', () => {
      setWord(-1);
      breath.current = setTimeout(() => ended(), breathMs);
    });
    audio.current = element;
    return () => {
      clearInterval(fade.current);
      clearTimeout(breath.current);
      element.pause();
      element.removeAttribute('src');
      audio.current = null;
    };
  }, []);

  useEffect(() => {
    const element = audio.current;
    if (!element) return;
    setWord(-1);
    setProblem(null);
    clearTimeout(breath.current);
    element.pause();
    if (!url) return;
    element.src = url;
    startIfWanted();
  }, [url]);

  useEffect(() => {
    if (audio.current) audio.current.playbackRate = speed;
  }, [speed]);

  const words = scene?.words;
  useEffect(() => {
    if (!isPlaying || !words) return;
    let frame = requestAnimationFrame(function look() {
      const element = audio.current;
      if (element && !element.paused) setWord(wordAt(words, element.currentTime));
      frame = requestAnimationFrame(look);
    });
    return () => cancelAnimationFrame(frame);
  }, [isPlaying, words]);

  function play() {
    clearInterval(fade.current);
    if (audio.current) audio.current.volume = 1;
    setPlaying(true);
    if (url) start();
  }

  function pause() {
    clearTimeout(breath.current);
    setPlaying(false);
    audio.current?.pause();
  }

  function seek(time: number) {
    if (!audio.current || !words) return;
    clearTimeout(breath.current);
    audio.current.currentTime = time;
    setWord(wordAt(words, time));
  }

  return {
    isPlaying,
    isWaiting: isPlaying && !scene,
    word,
    problem,
    play,
    pause,
    back: () => {
      if (audio.current && scene) seek(backFrom(scene.text, scene.words, audio.current.currentTime));
    },
    playWord: (index) => {
      const start = words?.[index]?.start;
      if (start === undefined) return;
      seek(start);
      play();
    },
    fadeOut: (seconds) => {
      clearInterval(fade.current);
      fade.current = setInterval(() => {
        const element = audio.current;
        if (!element) return;
        element.volume = Math.max(0, element.volume - 0.2 / seconds);
        if (element.volume > 0) return;
        clearInterval(fade.current);
        pause();
      }, 200);
    },
  };
}
