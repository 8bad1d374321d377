import { useWords } from '../words.ts';
import type { VocabularyForecast } from './wire.ts';

type NotionForecastProps = { forecast: VocabularyForecast; onSend: () => void };

/** What sending would do, and the button that does it. */
export function NotionForecast({ forecast, onSend }: NotionForecastProps) {
  const { words } = useWords();
  const text = words.publish.notion;
  const { collection, created, changed, unchanged, orphaned, requests, seconds, notes } = forecast;
  const rows = created + changed;
  return (
    <section className="stack gap-4" aria-label={text.look} aria-live="polite">
      <p className="text-small">{(collection.exists ? text.into : text.willMake)(collection.title)}</p>
      <dl className="counts num">
        {[
          { name: text.created, count: created },
          { name: text.changed, count: changed },
          { name: text.unchanged, count: unchanged },
        ].map(({ name, count }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      {(notes.length > 0 || orphaned > 0) && (
        <ul className="grid gap-1 text-small text-ink-2">
          {orphaned > 0 && <li>{text.orphaned(orphaned)}</li>}
          {notes.map((note) => (
            <li key={note} lang="en">
              {note}
            </li>
          ))}
        </ul>
      )}
      {rows === 0 ? (
        unchanged === 0 ? (
          <p className="text-ink-2">{text.nothing}</p>
        ) : (
          <p className="font-bold text-well">{text.upToDate}</p>
        )
      ) : (
        <p className="line">
          <button type="button" className="button button--small button--lamp" onClick={onSend}>
            {text.send(rows)}
          </button>
          <span className="num text-small text-ink-2">{text.cost(requests, seconds)}</span>
        </p>
      )}
    </section>
  );
}
