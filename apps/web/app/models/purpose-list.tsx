import { ChevronRight } from 'lucide-react';
import type { ModelView } from '@kinora/capabilities/setup';
import { ModelRow } from './model-row.tsx';
import { inWords, purposeWords, sentence } from './words.ts';

type PurposeListProps = {
  purpose: ModelView['entry']['purpose'];
  models: readonly ModelView[];
  /** Shows all at once: somebody looks for these. */
  isSearched: boolean;
};

/** So many are shown where nobody asked for more. */
const firstFew = 4;

/** The models of one purpose: what is here first, then what suits this machine; what doesn't fit is folded away. */
export function PurposeList({ purpose, models, isSearched }: PurposeListProps) {
  const { title, does } = purposeWords[purpose];
  const rank = ({ install, isRecommended, fit }: ModelView) =>
    install.state !== 'absent' ? 0 : isRecommended ? 1 : fit.level === 'good' ? 2 : fit.level === 'slow' ? 3 : 4;
  const sorted = models.toSorted(
    (a, b) => rank(a) - rank(b) || b.entry.quality - a.entry.quality || a.entry.bytes - b.entry.bytes,
  );
  const fitting = sorted.filter((model) => isSearched || rank(model) < 4);
  const unfit = sorted.filter((model) => !fitting.includes(model));
  const shown = fitting.filter((model, index) => isSearched || rank(model) < 2 || index < firstFew);
  const more = fitting.filter((model) => !shown.includes(model));
  return (
    <section className="mb-10" aria-labelledby={`for-${purpose}`}>
      <h2 id={`for-${purpose}`}>{title}</h2>
      <p className="mt-1 mb-3 text-small text-ink-2">{does}</p>
      <ul className="rows rows--two">
        {shown.map((model) => (
          <ModelRow key={model.entry.id} model={model} />
        ))}
      </ul>
      <Folded models={more} words={`${sentence(inWords(more.length))} more`} />
      <Folded
        models={unfit}
        words={`${sentence(inWords(unfit.length))} that ${unfit.length === 1 ? 'doesn’t' : 'don’t'} fit this machine`}
      />
    </section>
  );
}

function Folded({ models, words }: { models: readonly ModelView[]; words: string }) {
  if (models.length === 0) return null;
  return (
    <details className="fold mt-2 text-small">
      <summary>
        <ChevronRight className="icon" aria-hidden />
        {words}
      </summary>
      <ul className="rows rows--two mt-2">
        {models.map((model) => (
          <ModelRow key={model.entry.id} model={model} />
        ))}
      </ul>
    </details>
  );
}
