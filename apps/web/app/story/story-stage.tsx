import { Info, Pause, Volume2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { assetUrl } from '../api/client.ts';
import { SpokenText } from '../read/spoken-text.tsx';
import { usePlayer } from '../read/use-player.ts';
import { Fault } from '../ui/fault.tsx';
import { Screen } from '../ui/screen.tsx';
import type { Page } from './story-progress.ts';

type StoryStageProps = {
  page: Page | undefined;
  /** From 0. */
  index: number;
  /** CSS aspect ratio of the picture. */
  ratio: string;
  /** Goes on to the next page when one was heard; answers whether there is one. */
  onEnd: () => boolean;
  /** Beside "Listen", e.g. ways to change the page. */
  actions?: ReactNode;
  /** Stands in for the words, e.g. while they are edited. */
  children?: ReactNode;
};

/** One page at a time: its picture, which lights the room, and its words, lit as they are heard. Two cells of a grid. */
export function StoryStage({ page, index, ratio, onEnd, actions, children }: StoryStageProps) {
  const player = usePlayer({ scene: page?.scene, speed: 1, onEnd });
  return (
    <>
      <div className="stage__picture" data-tall={ratio === '9 / 16' || undefined}>
        {page?.picture ? (
          <Screen src={assetUrl(page.picture)} alt={page.altText ?? ''} ratio={ratio} badge={badgeOf(page, index)} />
        ) : (
          <div className="painting relative rounded-2" style={{ aspectRatio: ratio }}>
            <span className="badge pin">{page ? `Painting page ${index + 1}` : 'Opening the book…'}</span>
          </div>
        )}
        <div className="-ml-3 mt-2 flex flex-wrap items-center gap-1">
          <button
            type="button"
            className="button button--bare button--small"
            disabled={!page}
            onClick={() => (player.isPlaying ? player.pause() : player.play())}
          >
            {player.isPlaying ? <Pause className="icon" aria-hidden /> : <Volume2 className="icon" aria-hidden />}
            {player.isWaiting ? 'The voice is on its way…' : player.isPlaying ? 'Pause' : 'Listen'}
          </button>
          {actions}
        </div>
        {player.problem && <Fault>{player.problem}</Fault>}
        {page?.scene?.notes?.map((note) => (
          <p key={note} className="mt-1 flex items-start gap-2 text-tiny text-ink-3">
            <Info className="mt-0.5 size-3.5 shrink-0" aria-hidden />
            <span>
              <span className="sr-only">For the grown-up: </span>
              {note}
            </span>
          </p>
        ))}
      </div>
      <div className="stage__words">
        {children ||
          (page ? (
            <SpokenText
              className="said"
              text={page.text}
              words={page.scene?.words ?? []}
              now={player.word}
              onWord={player.playWord}
            />
          ) : (
            <div className="grid gap-3" aria-hidden>
              <div className="ghost h-6 w-[92%]" />
              <div className="ghost h-6 w-[64%]" />
            </div>
          ))}
      </div>
    </>
  );
}

function badgeOf(page: Page, index: number): string {
  return page.isBusy ? `Page ${index + 1} · being made again` : `Page ${index + 1}`;
}
