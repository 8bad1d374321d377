import { ChevronLeft, ChevronRight, MoonStar, Pause, Play, RotateCcw, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { assetUrl } from '../api/client.ts';
import type { Page } from '../story/story-progress.ts';
import { DarkScreen } from './dark-screen.tsx';
import { GoodNight } from './good-night.tsx';
import { PageStack } from './page-stack.tsx';
import { PageView } from './page-view.tsx';
import { ReadSettings } from './read-settings.tsx';
import { useReading } from './reading.ts';
import { SleepMenu } from './sleep-menu.tsx';
import { useBedside } from './use-bedside.ts';
import { usePageKeys } from './use-page-keys.ts';
import { usePlayer } from './use-player.ts';
import { useSleepTimer } from './use-sleep-timer.ts';
import { useSwipe } from './use-swipe.ts';

type ReadAlongProps = {
  storyId: string;
  title: string;
  dedication?: string;
  goodNight: string;
  pages: Page[];
  /** Pages there will be, also those still being made. */
  total: number;
  aspect: string;
  /** From 0. */
  firstPage: number;
};

/** A story at the bedside: picture above, words below that light up with the voice, a clear good night at the end. */
export function ReadAlong(props: ReadAlongProps) {
  const { pages, total, storyId } = props;
  const navigate = useNavigate();
  const settings = useReading();
  const [index, setIndex] = useState(Math.min(props.firstPage, Math.max(0, total - 1)));
  const [isDark, setDark] = useState(false);
  const [isOver, setOver] = useState(false);
  const page = pages[index];
  const player = usePlayer({
    scene: page?.scene,
    speed: settings.speed,
    onEnd: () => {
      turn(index + 1);
      return index + 1 < total;
    },
  });
  const timer = useSleepTimer(() => {
    player.fadeOut(8);
    setDark(false);
    setOver(true);
  });
  const leaveAt = settings.leaveAt;
  const picture = page?.picture ? assetUrl(page.picture) : undefined;
  const closeTo = `/story/${storyId}`;

  useEffect(() => {
    leaveAt(storyId, isOver ? null : index + 1);
  }, [leaveAt, storyId, index, isOver]);

  function turn(to: number) {
    if (to >= total && total > 0) {
      player.pause();
      setDark(false);
      setOver(true);
    } else setIndex(Math.max(0, to));
  }
  function again() {
    setOver(false);
    setIndex(0);
  }
  const toggle = () => (player.isPlaying ? player.pause() : player.play());
  const turnPage = { next: () => turn(index + 1), previous: () => turn(index - 1) };

  usePageKeys({ toggle, ...turnPage, back: player.back, close: () => void navigate(closeTo) });
  useBedside({
    title: props.title,
    picture,
    isPlaying: player.isPlaying,
    isLit: !isDark,
    play: player.play,
    pause: player.pause,
    ...turnPage,
  });
  const swipe = useSwipe((direction) => turn(index + (direction === 'left' ? 1 : -1)));

  return (
    <main
      id="main"
      className={`read read--${settings.layout}`}
      data-typeface={settings.typeface}
      style={{ ['--size' as string]: 0.62 + settings.size * 0.13 }}
      {...swipe}
    >
      <h1 className="sr-only">{props.title}</h1>
      {settings.layout === 'pages' ? (
        <PageView
          page={page}
          aspect={props.aspect}
          dedication={index === 0 ? props.dedication : undefined}
          now={player.word}
          onWord={player.playWord}
        />
      ) : (
        <PageStack
          pages={pages}
          current={index}
          aspect={props.aspect}
          now={player.word}
          onWord={(at, word) => (at === index ? player.playWord(word) : setIndex(at))}
        />
      )}
      <header className="read__top">
        <Link className="button button--icon read__glass" to={closeTo} aria-label="Close the book">
          <X className="icon" aria-hidden />
        </Link>
        <p className="text-small font-bold" aria-hidden>
          {props.title}
        </p>
        <SleepMenu minutesLeft={timer.minutesLeft} onChoose={timer.set} />
      </header>
      <footer className="read__foot">
        <p className="read__where num text-small" aria-live="polite">
          {player.isWaiting ? `Page ${index + 1} is on its way…` : `Page ${index + 1} of ${total || '…'}`}
          {player.problem && <span className="block text-air">{player.problem}</span>}
        </p>
        <div className="read__transport">
          <button type="button" className="button button--icon" aria-label="A sentence back" onClick={player.back}>
            <RotateCcw className="icon" aria-hidden />
          </button>
          <button
            type="button"
            className="button button--icon"
            aria-label="Page before"
            disabled={index === 0}
            onClick={turnPage.previous}
          >
            <ChevronLeft className="icon" aria-hidden />
          </button>
          <button
            type="button"
            className="button button--lamp read__play"
            aria-label={player.isPlaying ? 'Pause' : 'Read to me'}
            onClick={toggle}
          >
            {player.isPlaying ? (
              <Pause className="icon fill-current" aria-hidden />
            ) : (
              <Play className="icon fill-current" aria-hidden />
            )}
          </button>
          <button type="button" className="button button--icon" aria-label="Next page" onClick={turnPage.next}>
            <ChevronRight className="icon" aria-hidden />
          </button>
          <button
            type="button"
            className="button button--icon"
            aria-label="Dark screen, voice only"
            onClick={() => {
              setDark(true);
              player.play();
            }}
          >
            <MoonStar className="icon" aria-hidden />
          </button>
        </div>
        <div className="read__side">
          <ReadSettings />
        </div>
        <ol className="read__lights" aria-hidden>
          {Array.from({ length: total }, (_, light) => (
            <li key={light} data-lit={light < index ? '' : undefined} data-now={light === index ? '' : undefined} />
          ))}
        </ol>
      </footer>
      {isDark && <DarkScreen isPlaying={player.isPlaying} onToggle={toggle} onLight={() => setDark(false)} />}
      {isOver && <GoodNight line={props.goodNight} picture={picture} closeTo={closeTo} onAgain={again} />}
    </main>
  );
}
