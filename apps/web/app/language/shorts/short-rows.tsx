import type { ShortPlan } from '@kinora/studios/language/schema';
import { Switch } from 'radix-ui';
import type { LessonProgress } from '../lesson/lesson-progress.ts';
import { clock } from '../time.ts';
import { useWords } from '../words.ts';

type ShortRowsProps = {
  shorts: readonly ShortPlan[];
  outputs: LessonProgress['outputs'];
  chosen: string;
  canChange: boolean;
  onChoose: (id: string) => void;
  onSwitch: (id: string, isOn: boolean) => void;
};

/** The Shorts that are planned: one is chosen, each can be left out. */
export function ShortRows({ shorts, outputs, chosen, canChange, onChoose, onSwitch }: ShortRowsProps) {
  const { words, locale } = useWords();
  return (
    <ul className="rows">
      {shorts.map((short, at) => {
        const output = outputs[short.id as keyof typeof outputs];
        return (
          <li key={short.id} className="flex items-center gap-3 py-1">
            <button
              type="button"
              className="shortrow"
              aria-current={short.id === chosen}
              onClick={() => onChoose(short.id)}
            >
              <span className="num text-tiny font-bold text-ink-3">{at + 1}</span>
              <span className="min-w-0">
                <b className="block truncate" lang={locale}>
                  {short.hook[locale]}
                </b>
                <span className="num text-tiny text-ink-3">
                  {clock(short.span.start)} · {words.shorts.length(Math.round(short.span.end - short.span.start))}
                  {output && (output.file ? ` · ✓` : ` · ${Math.floor(output.fraction * 100)} %`)}
                </span>
              </span>
            </button>
            <Switch.Root
              className="switch"
              aria-label={`${words.shorts.on}: ${short.hook[locale]}`}
              checked={short.isOn}
              disabled={!canChange}
              onCheckedChange={(isOn) => onSwitch(short.id, isOn)}
            />
          </li>
        );
      })}
    </ul>
  );
}
