import { ChevronRight } from 'lucide-react';
import type { ModelView } from '@kinora/capabilities/setup';
import { ModelRow } from './model-row.tsx';
import { inWords, purposeWords, sentence } from './words.ts';

type PurposeListProps = {
  purpose: ModelView['entry']['purpose'];
  models: readonly ModelView[];
  /** Shows all at once: somebody looks for one of them. */
  isSearched: boolean;
};

/** The models of one purpose: what is here first, then what suits this machine; what doesn't fit is folded away. */
export function PurposeList({ purpose, models, isSearched }: PurposeListProps) {
  const { title, does } = purposeWords[purpose];
  const rank = ({ install, isRecommended, fit }: ModelView) =>
    install.state !== 'absent' ? 0 : isRecommended ? 1 : fit.level === 'good' ? 2 : fit.level === 'slow' ? 3 : 4;
  const sorted = models.toSorted(
    (a, b) => rank(a) - rank(b) || b.entry.quality - a.entry.quality || a.entry.bytes - b.entry.bytes,
  );
  const fitting = sorted.filter((model) => isSearched || rank(model) < 4);
  const rest = sorted.filter((model) => !fitting.includes(model));
  return (
    <section className="mb-10" aria-labelledby={`for-${purpose}`}>
      <h2 id={`for-${purpose}`}>{title}</h2>
      <p className="mt-1 mb-3 text-small text-ink-2">{does}</p>
      <ul className="rows">
        {fitting.map((model) => (
          <ModelRow key={model.entry.id} model={model} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details className="fold mt-2 text-small">
          <summary>
            <ChevronRight className="icon" aria-hidden />
            {sentence(inWords(rest.length))} that {rest.length === 1 ? 'doesn’t' : 'don’t'} fit this machine
          </summary>
          <ul className="rows mt-2">
            {rest.map((model) => (
              <ModelRow key={model.entry.id} model={model} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
