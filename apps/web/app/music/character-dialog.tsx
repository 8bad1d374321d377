import type { Character, CutOut } from '@kinora/studios/music-video/schema';
import { useState } from 'react';
import type { PointerEvent } from 'react';
import { assetUrl } from '../api/client.ts';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { CutOutPreview } from './cut-out-preview.tsx';

type CharacterDialogProps = {
  character: Character;
  onKeep: (character: Character) => void;
  onRemove: () => void;
  onClose: () => void;
};

const ways = [
  { value: 'auto', label: 'By itself' },
  { value: 'points', label: 'I show where' },
  { value: 'none', label: 'As it is, framed' },
] as const;

/** How a character's picture is freed of its background. */
export function CharacterDialog({ character, onKeep, onRemove, onClose }: CharacterDialogProps) {
  const [name, setName] = useState(character.name ?? '');
  const [way, setWay] = useState<CutOut['kind']>(character.cutOut.kind);
  const known = character.cutOut.kind === 'points' ? character.cutOut : null;
  const [points, setPoints] = useState<[number, number][]>(known?.background ?? []);
  const [note, setNote] = useState('');
  const [tolerance, setTolerance] = useState(known?.tolerance ?? 0.2);
  const cutOut: CutOut =
    way === 'points' && points.length > 0
      ? { kind: 'points', background: points, tolerance }
      : { kind: way === 'none' ? 'none' : 'auto' };

  function point(event: PointerEvent<HTMLElement>) {
    if (way !== 'points') return;
    const box = event.currentTarget.getBoundingClientRect();
    const place = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height] as const;
    setPoints([...points, place.map((part) => Math.round(part * 1000) / 1000) as [number, number]].slice(-40));
  }

  return (
    <Dialog title="Cut out of its background" isOpen onOpenChange={onClose}>
      <form
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          // React events pass through portals: the studio's form around this dialog must not hear it.
          event.stopPropagation();
          onKeep({ ...character, name: name.trim() || undefined, cutOut });
        }}
      >
        <div className="cutout p-2">
          <span className={`relative inline-block ${way === 'points' ? 'cursor-crosshair' : ''}`} onPointerDown={point}>
            <CutOutPreview
              url={assetUrl(character.picture)}
              cutOut={cutOut}
              alt={`${name || 'The character'}, cut out`}
              size={640}
              className="block max-h-[34dvh]"
              onNote={setNote}
            />
            {way === 'points' &&
              points.map(([x, y]) => (
                <i
                  key={`${x} ${y}`}
                  className="pointer-events-none absolute size-3 -translate-1/2 rounded-full border-2 border-white bg-[#0e1124]"
                  style={{ left: `${x * 100}%`, top: `${y * 100}%` }}
                />
              ))}
          </span>
        </div>
        {note && (
          <p className="text-small text-ink-2" aria-live="polite">
            {note}
          </p>
        )}
        <ChoiceGroup legend="Background" name="cut-out" value={way} options={ways} onChange={setWay} />
        {way === 'points' && (
          <>
            <p className="text-small text-ink-2" aria-live="polite">
              {points.length === 0
                ? 'Tap places of the picture that are background. Everything that looks alike around them goes.'
                : `${points.length} ${points.length === 1 ? 'place' : 'places'} shown.`}
            </p>
            <div className="line">
              <label className="field min-w-48 flex-1">
                <span>How alike it has to look</span>
                <input
                  type="range"
                  min={0.02}
                  max={0.6}
                  step={0.01}
                  value={tolerance}
                  onChange={(event) => setTolerance(Number(event.target.value))}
                />
              </label>
              <button
                type="button"
                className="button button--small"
                disabled={points.length === 0}
                onClick={() => setPoints(points.slice(0, -1))}
              >
                Take the last back
              </button>
            </div>
          </>
        )}
        <label className="field">
          <span>Name</span>
          <input
            className="input"
            value={name}
            maxLength={40}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <div className="line">
          <button className="button button--lamp">Keep</button>
          <button type="button" className="button button--bare" onClick={onRemove}>
            Take it out of the video
          </button>
        </div>
      </form>
    </Dialog>
  );
}
