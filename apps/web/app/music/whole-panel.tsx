import type { MusicVideoRequest } from '@kinora/studios/music-video/schema';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { SwitchRow } from '../ui/switch-row.tsx';
import { fpsChoices, loopChoices, sizeChoices, teaserChoices } from './choices.ts';
import type { Settings } from './draft.ts';
import { FinishPicker } from './finish-picker.tsx';
import { WorldPicker } from './world-picker.tsx';

type WholePanelProps = { request: MusicVideoRequest; draft: Settings; onChange: (change: Settings) => void };

/** Theme, world, finish and everything else of the whole video. Choices gather until they are made. */
export function WholePanel({ request, draft, onChange }: WholePanelProps) {
  const settings = { ...request, ...draft };
  return (
    <section aria-labelledby="whole" className="grid gap-6">
      <div className="stack gap-1">
        <h2 id="whole">Change the whole video</h2>
        <p className="text-small text-ink-2">Locked pictures stay as they are.</p>
      </div>
      <label className="field">
        <span>What it is about</span>
        <input
          className="input"
          value={settings.theme}
          maxLength={300}
          placeholder="Or let the song decide"
          onChange={(event) => onChange({ theme: event.target.value })}
        />
      </label>
      <WorldPicker name="whole-world" value={settings.world} onChange={(world) => onChange({ world })} />
      <FinishPicker name="whole-finish" value={settings.finish} onChange={(finish) => onChange({ finish })} />
      <div className="grid gap-x-10 gap-y-6 min-[760px]:grid-cols-2">
        <SwitchRow
          label="Calm"
          hint="No flashes, gentle moves"
          checked={settings.calm}
          onChange={(calm) => onChange({ calm })}
        />
        <SwitchRow
          label="Title at the beginning"
          checked={settings.titleCard}
          onChange={(titleCard) => onChange({ titleCard })}
        />
        {request.lyrics && (
          <SwitchRow
            label="Words to read along"
            checked={settings.captions}
            onChange={(captions) => onChange({ captions })}
          />
        )}
        <ChoiceGroup
          legend="Shape"
          name="whole-size"
          value={settings.size}
          options={sizeChoices}
          onChange={(size) => onChange({ size })}
        />
        <ChoiceGroup
          legend="Frames a second"
          name="whole-fps"
          value={settings.fps}
          options={fpsChoices}
          onChange={(fps) => onChange({ fps })}
        />
        <ChoiceGroup
          legend="Length of a teaser"
          name="whole-teaser"
          value={settings.teaserSeconds}
          options={teaserChoices}
          onChange={(teaserSeconds) => onChange({ teaserSeconds })}
        />
        <ChoiceGroup
          legend="Length of a loop"
          name="whole-loop"
          value={settings.loopSeconds}
          options={loopChoices}
          onChange={(loopSeconds) => onChange({ loopSeconds })}
        />
      </div>
    </section>
  );
}
