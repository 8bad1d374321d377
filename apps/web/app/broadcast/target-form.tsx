import { ChevronDown, Radio } from 'lucide-react';
import { Collapsible } from 'radix-ui';
import { useId, useState } from 'react';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { Fault } from '../ui/fault.tsx';
import { targets } from './targets.ts';
import type { TargetAddress, TargetKind } from './targets.ts';
import type { PublishCodec, PublishSettings } from './types.ts';

type TargetFormProps = {
  isBusy: boolean;
  onStart: (target: TargetAddress | null, settings: PublishSettings) => void;
};

const bitrates = [500_000, 1_000_000, 2_500_000, 5_000_000];
const rates = [10, 15, 24, 30];

/** Where to, and how: chosen before going live. Secrets stay in the page and are gone with it. */
export function TargetForm({ isBusy, onStart }: TargetFormProps) {
  const id = useId();
  const [kind, setKind] = useState<TargetKind>('kinora');
  const [values, setValues] = useState<Record<string, string>>({});
  const [settings, setSettings] = useState<PublishSettings>({ codec: 'auto', maxBitrate: 2_500_000, fps: 30 });
  const [problem, setProblem] = useState<string | null>(null);
  const target = targets.find((each) => each.kind === kind);
  const missing = target?.fields.find(({ name, isOptional }) => isOptional !== true && !values[name]?.trim());

  function start() {
    if (target === undefined) return onStart(null, settings);
    if (missing !== undefined) return setProblem(`Fill in: ${missing.label}.`);
    try {
      const address = target.address(values);
      setProblem(null);
      onStart(address, settings);
    } catch {
      setProblem('That is no address. One looks like https://example.com:8889.');
    }
  }

  return (
    <form
      className="grid gap-2"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      {problem !== null && <Fault>{problem}</Fault>}
      <button className="button button--air button--big" aria-busy={isBusy} disabled={isBusy}>
        <Radio className="icon" aria-hidden />
        {isBusy ? 'Getting ready…' : 'Go live'}
      </button>
      <Collapsible.Root className="grid">
        <Collapsible.Trigger className="group flex min-h-11 items-center gap-2 text-left text-small font-bold text-ink-2 hover:text-ink">
          <ChevronDown
            className="icon transition-transform duration-(--quick) group-data-[state=open]:rotate-180"
            aria-hidden
          />
          {target === undefined ? 'To a link of this Kinora' : `To ${target.title}`}, {settings.maxBitrate / 1e6} Mbps
        </Collapsible.Trigger>
        <Collapsible.Content className="mt-3 grid gap-5">
          <div className="field">
            <label htmlFor={`${id}-target`}>Where to</label>
            <select
              id={`${id}-target`}
              className="input"
              value={kind}
              onChange={(event) => {
                setKind(event.target.value as TargetKind);
                setProblem(null);
              }}
            >
              <option value="kinora">This Kinora: a link to watch</option>
              {targets.map((each) => (
                <option key={each.kind} value={each.kind}>
                  {each.title}
                </option>
              ))}
            </select>
            {target && <p className="text-tiny text-ink-3">{target.hint}</p>}
          </div>
          {target?.fields.map((field) => (
            <label key={field.name} className="field">
              <span>
                {field.label}
                {field.isOptional === true && <span className="font-normal text-ink-3"> · if you like</span>}
              </span>
              <input
                className="input"
                type={field.isSecret === true ? 'password' : 'text'}
                autoComplete="off"
                autoCapitalize="off"
                spellCheck={false}
                placeholder={field.placeholder}
                value={values[field.name] ?? ''}
                onChange={(event) => setValues({ ...values, [field.name]: event.target.value })}
              />
            </label>
          ))}
          <ChoiceGroup
            legend="Bits a second"
            name={`${id}-bitrate`}
            value={settings.maxBitrate}
            options={bitrates.map((value) => ({ value, label: `${value / 1e6} Mbps` }))}
            onChange={(maxBitrate) => setSettings({ ...settings, maxBitrate })}
          />
          <ChoiceGroup
            legend="Pictures a second, at most"
            name={`${id}-fps`}
            value={settings.fps}
            options={rates.map((value) => ({ value, label: String(value) }))}
            onChange={(fps) => setSettings({ ...settings, fps })}
          />
          <ChoiceGroup<PublishCodec>
            legend="Codec"
            name={`${id}-codec`}
            value={settings.codec}
            options={[
              { value: 'auto', label: 'Automatic' },
              { value: 'VP8', label: 'VP8' },
              { value: 'H264', label: 'H.264' },
            ]}
            onChange={(codec) => setSettings({ ...settings, codec })}
          />
        </Collapsible.Content>
      </Collapsible.Root>
    </form>
  );
}
