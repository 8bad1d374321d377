import { Clapperboard, Download, Keyboard } from 'lucide-react';
import { videoFileUrl } from '../api/client.ts';
import type { MusicVideoSummary } from '../api/types.ts';

type EditorActionsProps = {
  video: MusicVideoSummary;
  version: number;
  /** The film can be saved. */
  hasFile: boolean;
  canMake: boolean;
  isBusy: boolean;
  onMake: () => void;
  onHelp: () => void;
};

/** The one thing to do next: make the film, or take it along. */
export function EditorActions({ video, version, hasFile, canMake, isBusy, onMake, onHelp }: EditorActionsProps) {
  return (
    <div className="line max-[760px]:w-full">
      <button
        type="button"
        className="button button--icon max-[760px]:hidden"
        aria-label="What the keyboard does"
        onClick={onHelp}
      >
        <Keyboard className="icon" aria-hidden />
      </button>
      {hasFile ? (
        <a className="button button--lamp max-[760px]:flex-1" href={videoFileUrl(video.id, 'video', version)} download>
          <Download className="icon" aria-hidden />
          Save the film
        </a>
      ) : (
        canMake && (
          <button type="button" className="button button--lamp max-[760px]:flex-1" aria-busy={isBusy} onClick={onMake}>
            <Clapperboard className="icon" aria-hidden />
            {isBusy ? 'Starting…' : 'Make the film'}
          </button>
        )
      )}
    </div>
  );
}
