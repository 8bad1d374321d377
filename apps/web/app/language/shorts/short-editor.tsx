import type { ShortLayout, ShortPlan, VocabularyItem } from '@kinora/studios/language/schema';
import { layoutOfPreset, layoutPresets } from '@kinora/studios/language/schema';
import { Plus, X } from 'lucide-react';
import type { Playback } from '../../music/playback.ts';
import { usePlaybackValue } from '../../music/use-playback.ts';
import { clock } from '../time.ts';
import { TimeField } from '../transcript/time-field.tsx';
import { useWords } from '../words.ts';
import { frameAt } from './crop.ts';

type ShortEditorProps = {
  short: ShortPlan;
  items: ReadonlyMap<string, VocabularyItem>;
  aspect: number;
  seconds: number;
  playback: Playback;
  canChange: boolean;
  onChange: (change: Partial<ShortPlan>, isSettled?: boolean) => void;
};

/** When a Short begins and ends, what its title says, and what of the picture it shows. */
export function ShortEditor({ short, items, aspect, seconds, playback, canChange, onChange }: ShortEditorProps) {
  const { words } = useWords();
  const { span, layout, hook } = short;
  const now = usePlaybackValue(playback, ({ time }) => frameAt(layout.frames, time()));
  const setLayout = (change: Partial<ShortLayout>, isSettled = true) =>
    onChange({ layout: { ...layout, ...change } }, isSettled);
  const length = span.end - span.start;
  return (
    <fieldset
      className="stack gap-5"
      disabled={!canChange}
      aria-label={words.shorts.number(Number(short.id.slice(-1)))}
    >
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <TimeField
          label={words.shorts.from}
          value={span.start}
          here={words.transcript.startHere}
          playback={playback}
          onChange={(start) => start < span.end - 1 && onChange({ span: { ...span, start } })}
        />
        <TimeField
          label={words.shorts.to}
          value={span.end}
          here={words.transcript.endHere}
          playback={playback}
          onChange={(end) =>
            end > span.start + 1 && onChange({ span: { ...span, end: Math.min(end, seconds, span.start + 60) } })
          }
        />
        <p className="num min-h-10 content-center text-small text-ink-2">{words.shorts.length(Math.round(length))}</p>
      </div>
      <div className="grid gap-3">
        {(['ja', 'en'] as const).map((side) => (
          <label key={side} className="field">
            <span>
              {words.shorts.hook} · {side === 'ja' ? words.shorts.hookJa : words.shorts.hookEn}
            </span>
            <input
              className="input"
              lang={side}
              maxLength={60}
              value={hook[side]}
              onChange={(event) => onChange({ hook: { ...hook, [side]: event.target.value } })}
            />
          </label>
        ))}
      </div>
      <div>
        <p className="legend">{words.shorts.layout}</p>
        <div className="choices">
          {layoutPresets
            .filter((preset) => preset !== 'auto')
            .map((preset) => (
              <button
                key={preset}
                type="button"
                className="choice choice--small"
                onClick={() => onChange({ layout: layoutOfPreset(preset, { aspect, span }) })}
              >
                {words.shorts.presets[preset]}
              </button>
            ))}
        </div>
      </div>
      {layout.kind === 'stack' && (
        <label className="field max-w-80">
          <span>{words.shorts.split}</span>
          <input
            type="range"
            min={0.25}
            max={0.75}
            step={0.01}
            value={layout.split}
            onChange={(event) => setLayout({ split: Number(event.target.value) })}
          />
        </label>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <span className="mr-2 text-small font-bold text-ink-2">{words.shorts.scenes}</span>
        {layout.frames.map((frame, at) => (
          <span key={frame.at} className="chip pl-1!" data-now={at === now}>
            <button
              type="button"
              className="num w-auto! px-2!"
              aria-current={at === now}
              onClick={() => playback.seek(Math.max(frame.at, span.start) + 0.01)}
            >
              {clock(Math.max(frame.at, span.start))}
            </button>
            {layout.frames.length > 1 && (
              <button
                type="button"
                aria-label={words.shorts.removeScene(clock(frame.at))}
                onClick={() => setLayout({ frames: layout.frames.toSpliced(at, 1) })}
              >
                <X className="size-4" aria-hidden />
              </button>
            )}
          </span>
        ))}
        <button
          type="button"
          className="button button--small button--bare"
          onClick={() => {
            const at = Math.round(playback.time() * 10) / 10;
            const here = layout.frames[now]!;
            if (at > here.at + 0.3 && at < span.end)
              setLayout({ frames: layout.frames.toSpliced(now + 1, 0, { ...here, at }) });
          }}
        >
          <Plus className="icon" aria-hidden />
          {words.shorts.addScene}
        </button>
      </div>
      {short.items.length > 0 && (
        <p className="flex flex-wrap items-center gap-2 text-small">
          <span className="font-bold text-ink-2">{words.shorts.teaches}</span>
          {short.items.map((id) => (
            <span key={id} className="tag" lang={items.get(id)?.language}>
              {items.get(id)?.form ?? id}
            </span>
          ))}
        </p>
      )}
    </fieldset>
  );
}
