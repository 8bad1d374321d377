import type { PaintedScene, UploadedFile } from '@kinora/studios/music-video/schema';
import { motions, transitions } from '@kinora/studios/music-video/schema';
import { ArrowLeft, ImagePlus, Lock, LockOpen, RefreshCw, Trash2, Undo2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { Fault } from '../ui/fault.tsx';
import { motionWords, transitionWords } from './choices.ts';
import type { DraftScene } from './draft.ts';
import { barAt, fineClock } from './song-map.ts';
import type { Heard } from './song-map.ts';
import { pictureEndings, usePictureUpload } from './use-picture-upload.ts';

/** What can be done to one scene. */
export type SceneEdit = {
  description?: string;
  redraw?: boolean;
  picture?: UploadedFile | null;
  transition?: DraftScene['transition'];
  motion?: DraftScene['motion'];
  locked?: boolean;
  remove?: boolean;
};

type ScenePanelProps = {
  scene: DraftScene;
  index: number;
  count: number;
  painted: PaintedScene | undefined;
  heard: Heard;
  isReadOnly: boolean;
  onChange: (change: SceneEdit) => void;
  /** Takes back every change of this scene. */
  onReset: () => void;
  onClose: () => void;
};

/** One picture: what it shows, how it comes and moves, and whether it stays when everything else changes. */
export function ScenePanel(props: ScenePanelProps) {
  const { scene, index, count, painted, heard, isReadOnly, onChange, onReset, onClose } = props;
  const input = useRef<HTMLInputElement>(null);
  const upload = usePictureUpload();
  const [words, setWords] = useState(scene.description);
  const place = barAt(heard.analysis, scene.start);
  const isOwn = scene.ownPicture !== undefined || scene.picture.kind === 'own';
  const isToBeDrawn = scene.isRepainted && !scene.ownPicture && !scene.isNew;

  function reword() {
    const next = words.trim();
    if (next !== '' && next !== scene.description) onChange({ description: next });
  }

  return (
    <section className="board grid content-start gap-4 overflow-y-auto pr-1" aria-labelledby="scene-title">
      <div className="flex items-center gap-2">
        <button
          type="button"
          className="button button--icon button--small -ml-2"
          aria-label="Back to the storyboard"
          onClick={onClose}
        >
          <ArrowLeft className="icon" aria-hidden />
        </button>
        <div className="min-w-0 flex-1">
          <h2 id="scene-title" className="text-lead!">
            {scene.word}
          </h2>
          <p className="num text-tiny text-ink-2">
            Picture {index + 1} of {count} · {fineClock(scene.start)}
            {place && ` · bar ${place.bar}, beat ${place.beat}`}
          </p>
        </div>
        {scene.isChanged && (
          <button type="button" className="button button--small button--bare" onClick={onReset}>
            <Undo2 className="icon" aria-hidden />
            As it was
          </button>
        )}
      </div>
      <div className="field">
        <label htmlFor="scene-words">What it shows</label>
        <textarea
          id="scene-words"
          className="input min-h-18 py-2.5 leading-snug"
          rows={2}
          maxLength={300}
          value={words}
          disabled={isReadOnly}
          onChange={(event) => setWords(event.target.value)}
          onBlur={reword}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey) {
              event.preventDefault();
              reword();
            }
          }}
        />
        {isToBeDrawn && <span className="text-moon">Will be painted from these words.</span>}
        {!scene.isChanged && painted?.note && <span className="text-ink-3">{painted.note}</span>}
      </div>
      <div className="flex flex-wrap gap-2">
        <button
          type="button"
          className="button button--small"
          disabled={isReadOnly || scene.isNew}
          aria-pressed={isToBeDrawn}
          onClick={() => onChange(isOwn ? { picture: null } : { redraw: !isToBeDrawn })}
        >
          <RefreshCw className="icon" aria-hidden />
          {isOwn ? 'Paint it' : isToBeDrawn ? 'Keep it' : 'Paint again'}
        </button>
        <button
          type="button"
          className="button button--small"
          disabled={isReadOnly || scene.isNew}
          aria-busy={upload.isPending}
          onClick={() => {
            input.current?.click();
          }}
        >
          <ImagePlus className="icon" aria-hidden />
          {upload.isPending ? 'Sending…' : 'Own picture'}
        </button>
        <button
          type="button"
          className="button button--small"
          disabled={isReadOnly || scene.isNew}
          aria-pressed={scene.locked}
          onClick={() => onChange({ locked: !scene.locked })}
        >
          {scene.locked ? <LockOpen className="icon" aria-hidden /> : <Lock className="icon" aria-hidden />}
          {scene.locked ? 'Unlock' : 'Lock'}
        </button>
        <button
          type="button"
          className="button button--small button--icon"
          aria-label="Take this picture out"
          disabled={isReadOnly || index === 0 || count <= 1}
          onClick={() => {
            onChange({ remove: true });
            onClose();
          }}
        >
          <Trash2 className="icon" aria-hidden />
        </button>
        <input
          ref={input}
          type="file"
          accept={pictureEndings}
          className="sr-only"
          tabIndex={-1}
          aria-label="Own picture for this place"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file) upload.mutate(file, { onSuccess: (picture) => onChange({ picture }) });
          }}
        />
      </div>
      {upload.error && <Fault>{upload.error.message}</Fault>}
      <div className="grid grid-cols-2 gap-4">
        <label className="field">
          <span>How it comes</span>
          <select
            className="input"
            value={scene.transition}
            disabled={isReadOnly || index === 0 || scene.isNew}
            onChange={(event) => onChange({ transition: event.target.value as DraftScene['transition'] })}
          >
            {transitions.map((value) => (
              <option key={value} value={value}>
                {transitionWords[value]}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>How it moves</span>
          <select
            className="input"
            value={scene.motion}
            disabled={isReadOnly || scene.isNew}
            onChange={(event) => onChange({ motion: event.target.value as DraftScene['motion'] })}
          >
            {motions.map((value) => (
              <option key={value} value={value}>
                {motionWords[value]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p className="text-tiny text-ink-3">
        {scene.locked
          ? 'Locked: it stays when theme, world or finish change.'
          : 'Its edge on the line of time moves it: drag it, or use the arrow keys.'}
      </p>
    </section>
  );
}
