import type { PromptReading, WordEffect } from '@kinora/studios/live-style/schema';
import { Popover } from 'radix-ui';
import { SwitchRow } from '../../ui/switch-row.tsx';

type WordChipsProps = {
  reading: PromptReading;
  language: 'en' | 'ja';
  /** How strongly a concept counts: 0 not at all, 1 plainly. */
  onAmount: (concept: string, amount: number) => void;
};

/** What each word did; a press on one says how strongly it counts. */
export function WordChips({ reading, language, onAmount }: WordChipsProps) {
  const { effects, unknown } = reading;
  if (effects.length === 0 && unknown.length === 0) return null;
  return (
    <div className="stack gap-2">
      <ul className="live__chips" aria-label="What the words did">
        {effects.map((effect) => (
          <li key={effect.concept}>
            <Popover.Root>
              <Popover.Trigger className="wordchip" data-off={effect.amount === 0}>
                <b>{effect.words}</b>
                <span>{effect.amount === 0 ? 'switched off' : effect.does[language] || effect.does.en}</span>
              </Popover.Trigger>
              <Popover.Portal>
                <Popover.Content className="menu live__amount" align="start" sideOffset={8}>
                  <Amount effect={effect} onAmount={(amount) => onAmount(effect.concept, amount)} />
                </Popover.Content>
              </Popover.Portal>
            </Popover.Root>
          </li>
        ))}
      </ul>
      {unknown.length > 0 && (
        <p className="text-tiny text-ink-2">
          Not known to the painters:{' '}
          {unknown.map(({ words, suggestion }) => (suggestion ? `${words} (${suggestion}?)` : words)).join(', ')}.
        </p>
      )}
    </div>
  );
}

type AmountProps = { effect: WordEffect; onAmount: (amount: number) => void };

function Amount({ effect, onAmount }: AmountProps) {
  return (
    <div className="stack gap-3 p-3">
      <SwitchRow
        label={effect.words}
        hint={effect.does.en || effect.name.en}
        checked={effect.amount !== 0}
        onChange={(isOn) => onAmount(isOn ? 1 : 0)}
      />
      {!effect.isNegated && (
        <label className="field">
          <span className="flex justify-between">
            How much <output className="num">{Math.round(effect.amount * 100)} %</output>
          </span>
          <input
            type="range"
            min="0"
            max="2"
            step="0.1"
            value={Math.max(0, effect.amount)}
            onChange={(event) => onAmount(Number(event.target.value))}
          />
        </label>
      )}
    </div>
  );
}
