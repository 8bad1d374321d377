import { sizeOf } from '../../story/downloads.ts';
import { useWords } from '../words.ts';
import { useUploadForecast } from './use-youtube.ts';
import type { UploadRequest } from './wire.ts';

type UploadForecastProps = {
  lessonId: string;
  asked: Pick<UploadRequest, 'output' | 'thumbnail' | 'captions' | 'playlist'>;
};

/** What an upload takes of a day's allowances. */
export function UploadForecast({ lessonId, asked }: UploadForecastProps) {
  const { words } = useWords();
  const text = words.publish.youtube;
  const forecast = useUploadForecast(lessonId, asked);
  if (!forecast.data) return null;
  const { allowances, bytes, notes } = forecast.data;
  return (
    <section className="stack gap-2 text-small" aria-label={text.forecast}>
      <p className="num text-ink-2" aria-live="polite">
        {text.forecast}:{' '}
        <b className="text-ink">
          {allowances
            .map(({ name, units, daily }) => `${text.ofDaily(units, daily)} ${text.allowances[name] ?? name}`)
            .join(', ')}
        </b>{' '}
        · {sizeOf(bytes)}
      </p>
      {notes.length > 0 && (
        <ul className="text-ink-2" lang="en">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
