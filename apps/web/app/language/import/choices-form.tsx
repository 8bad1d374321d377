import type { LessonChoices } from '@kinora/studios/language/schema';
import { layoutPresets, learners, papers } from '@kinora/studios/language/schema';
import { ChevronDown } from 'lucide-react';
import { Collapsible } from 'radix-ui';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { SwitchRow } from '../../ui/switch-row.tsx';
import { useWords } from '../words.ts';

type ChoicesFormProps = {
  title: string;
  choices: LessonChoices;
  problems: { title?: string; link?: string };
  onTitle: (title: string) => void;
  onChange: (change: Partial<LessonChoices>) => void;
};

/** What to make, and for whom. Everything has a good answer already. */
export function ChoicesForm({ title, choices, problems, onTitle, onChange }: ChoicesFormProps) {
  const { words } = useWords();
  const t = words.choices;
  return (
    <div className="stack gap-6">
      <ChoiceGroup
        legend={t.learns}
        name="learns"
        value={choices.learns}
        options={learners.map((value) => ({ value, label: t[value] }))}
        onChange={(learns) => onChange({ learns })}
      />
      <div className="grid items-start gap-x-8 gap-y-5 min-[700px]:grid-cols-2">
        <label className="field">
          <span>{t.title}</span>
          <input
            className="input"
            value={title}
            maxLength={120}
            placeholder={t.titleHint}
            onChange={(event) => onTitle(event.target.value)}
          />
        </label>
        <label className="field">
          <span>{t.link}</span>
          <input
            className="input"
            type="url"
            inputMode="url"
            placeholder="https://youtu.be/…"
            value={choices.link ?? ''}
            aria-invalid={problems.link !== undefined}
            aria-describedby="link-hint"
            onChange={(event) => onChange({ link: event.target.value.trim() || null })}
          />
          <small id="link-hint" className={problems.link ? 'text-air' : 'text-ink-3'}>
            {problems.link ?? t.linkHint}
          </small>
        </label>
      </div>
      <Collapsible.Root>
        <Collapsible.Trigger className="group flex min-h-11 items-center gap-2 text-left text-small font-bold text-ink-2 hover:text-ink">
          <ChevronDown
            className="icon transition-transform duration-(--quick) group-data-[state=open]:rotate-180"
            aria-hidden
          />
          {t.more}
        </Collapsible.Trigger>
        <Collapsible.Content className="mt-4 grid gap-x-12 gap-y-6 min-[900px]:grid-cols-2">
          <ChoiceGroup
            legend={t.mainMinutes}
            name="main-minutes"
            value={choices.mainMinutes ?? 0}
            options={[10, 15, 18, 25, 0].map((value) => ({ value, label: value === 0 ? t.whole : t.minutes(value) }))}
            onChange={(value) => onChange({ mainMinutes: value === 0 ? null : value })}
          />
          <ChoiceGroup
            legend={t.shorts}
            name="shorts"
            value={choices.shorts}
            options={[0, 3, 4, 5].map((value) => ({ value, label: value === 0 ? t.noShorts : String(value) }))}
            onChange={(shorts) => onChange({ shorts })}
          />
          <ChoiceGroup
            legend={t.layout}
            name="layout"
            value={choices.layout}
            options={layoutPresets.map((value) => ({ value, label: t.layouts[value] }))}
            onChange={(layout) => onChange({ layout })}
          />
          <div className="stack gap-6">
            <ChoiceGroup
              legend={t.shortSeconds}
              name="short-seconds"
              value={choices.shortSeconds}
              options={[30, 45, 60].map((value) => ({ value, label: t.seconds(value) }))}
              onChange={(shortSeconds) => onChange({ shortSeconds })}
            />
            <ChoiceGroup
              legend={t.paper}
              name="paper"
              value={choices.paper}
              options={papers.map((value) => ({ value, label: value }))}
              onChange={(paper) => onChange({ paper })}
            />
          </div>
          <SwitchRow
            label={t.furigana}
            hint={t.furiganaHint}
            checked={choices.furigana}
            onChange={(furigana) => onChange({ furigana })}
          />
          <SwitchRow
            label={t.cards}
            hint={t.cardsHint}
            checked={choices.cards}
            onChange={(cards) => onChange({ cards })}
          />
        </Collapsible.Content>
      </Collapsible.Root>
    </div>
  );
}
