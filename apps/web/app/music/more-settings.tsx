import type { UploadedFile } from '@kinora/studios/music-video/schema';
import { defaultScenes, sceneLimits } from '@kinora/studios/music-video/schema';
import { ChevronDown } from 'lucide-react';
import { Collapsible } from 'radix-ui';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { SwitchRow } from '../ui/switch-row.tsx';
import { fpsChoices, loopChoices, sizeChoices, teaserChoices } from './choices.ts';
import { PictureField } from './picture-field.tsx';
import type { Choices } from './remembered.ts';

type MoreSettingsProps = {
  choices: Choices;
  duration: number;
  watermark: UploadedFile | null;
  onChange: (change: Partial<Choices>) => void;
  onWatermark: (picture: UploadedFile | null) => void;
};

/** Everything that has a good answer already. */
export function MoreSettings({ choices, duration, watermark, onChange, onWatermark }: MoreSettingsProps) {
  const usual = defaultScenes(duration);
  return (
    <Collapsible.Root>
      <Collapsible.Trigger className="group flex min-h-11 items-center gap-2 text-left text-small font-bold text-ink-2 hover:text-ink">
        <ChevronDown
          className="icon transition-transform duration-(--quick) group-data-[state=open]:rotate-180"
          aria-hidden
        />
        Shape, number of pictures, calm, title, logo, teaser
      </Collapsible.Trigger>
      <Collapsible.Content className="mt-4 grid gap-x-12 gap-y-6 min-[900px]:grid-cols-2">
        <ChoiceGroup
          legend="Shape"
          name="size"
          value={choices.size}
          options={sizeChoices}
          onChange={(size) => onChange({ size })}
        />
        <ChoiceGroup
          legend="Frames a second"
          name="fps"
          value={choices.fps}
          options={fpsChoices}
          onChange={(fps) => onChange({ fps })}
        />
        <div className="field">
          <label htmlFor="scenes">
            Pictures: <output className="num">{choices.scenes ?? usual}</output>
            {choices.scenes === null && <span className="font-normal text-ink-3"> (one in about eleven seconds)</span>}
          </label>
          <input
            id="scenes"
            type="range"
            min={sceneLimits.fewest}
            max={sceneLimits.most}
            value={choices.scenes ?? usual}
            onChange={(event) => {
              const scenes = Number(event.target.value);
              onChange({ scenes: scenes === usual ? null : scenes });
            }}
          />
        </div>
        <SwitchRow
          label="Calm"
          hint="No flashes, gentle moves, dissolves instead of cuts"
          checked={choices.calm}
          onChange={(calm) => onChange({ calm })}
        />
        <SwitchRow
          label="Title at the beginning"
          hint="Name of the song and of who plays it"
          checked={choices.titleCard}
          onChange={(titleCard) => onChange({ titleCard })}
        />
        <PictureField
          label="Logo in the corner"
          hint="PNG with a clear background is best"
          value={watermark}
          onChange={onWatermark}
        />
        <ChoiceGroup
          legend="Length of a teaser"
          name="teaser"
          value={choices.teaserSeconds}
          options={teaserChoices}
          onChange={(teaserSeconds) => onChange({ teaserSeconds })}
        />
        <ChoiceGroup
          legend="Length of a loop"
          name="loop"
          value={choices.loopSeconds}
          options={loopChoices}
          onChange={(loopSeconds) => onChange({ loopSeconds })}
        />
      </Collapsible.Content>
    </Collapsible.Root>
  );
}
