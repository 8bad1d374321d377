import { Check } from 'lucide-react';
import type { Step } from './making-words.ts';

type MakingStepsProps = { steps: Step[] };

/** What happens, in words. */
export function MakingSteps({ steps }: MakingStepsProps) {
  return (
    <ol className="steps">
      {steps.map((step, index) => (
        <li key={step.words}>
          <span
            className={`sign ${step.state === 'next' ? '' : `sign--${step.state}`}`}
            style={step.fraction === undefined ? undefined : { ['--part' as string]: Math.max(0.08, step.fraction) }}
          >
            {step.state === 'done' && <Check aria-label="done" />}
            {step.state === 'next' && <span aria-hidden>{index + 1}</span>}
          </span>
          <span className={step.state === 'now' ? 'font-bold' : step.state === 'next' ? 'text-ink-2' : ''}>
            {step.words}
          </span>
          <span className="num text-tiny text-ink-3">{step.fact}</span>
        </li>
      ))}
    </ol>
  );
}
