import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, Pencil } from 'lucide-react';
import { useState } from 'react';
import { Link, useLoaderData } from 'react-router';
import type { LoaderFunctionArgs, MetaFunction } from 'react-router';
import { load } from '../api.server.ts';
import { call } from '../api/client.ts';
import type { VocabularyDetail } from '../api/types.ts';
import { explainedIn, ItemTags, ReviewSelect, StarButton } from '../language/items/item-bits.tsx';
import { ItemDialog } from '../language/items/item-dialog.tsx';
import { SaidIn } from '../language/items/said-in.tsx';
import { LanguageSwitch } from '../language/language-switch.tsx';
import { clock } from '../language/time.ts';
import { useWords } from '../language/words.ts';

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => [
  { title: loaderData ? `${loaderData.item.form} · Kinora` : 'Kinora' },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return load<VocabularyDetail>(request, `/vocabulary/${encodeURIComponent(params['id'] ?? '')}`);
}

/** One item: what it means, when to use it, and every place where it is said. */
export default function VocabularyItemPage() {
  const initial = useLoaderData<typeof loader>();
  const { words, locale } = useWords();
  const [isEdited, setEdited] = useState(false);
  const { data } = useQuery({
    queryKey: ['vocabulary', 'item', initial.item.id],
    queryFn: ({ signal }) => call<VocabularyDetail>(`/vocabulary/${encodeURIComponent(initial.item.id)}`, { signal }),
    initialData: initial,
  });
  const { item, evidence } = data;
  const other = explainedIn(item);
  return (
    <>
      <div className="head items-start!">
        <div className="stack gap-2">
          <p className="text-small">
            <Link className="inline-flex items-center gap-1.5" to="/vocabulary">
              <ArrowLeft className="size-4" aria-hidden />
              {words.vocabulary.back}
            </Link>
          </p>
          {item.reading && item.reading !== item.form && (
            <p className="-mb-2 text-small text-ink-2" lang={item.language}>
              {item.reading}
            </p>
          )}
          <h1 className="card__title" lang={item.language}>
            {item.form}
          </h1>
          <div className="line">
            <ItemTags item={item} />
            <StarButton item={item} />
            <ReviewSelect item={item} />
            <button type="button" className="button button--small" onClick={() => setEdited(true)}>
              <Pencil className="icon" aria-hidden />
              {words.item.edit}
            </button>
          </div>
        </div>
        <LanguageSwitch />
      </div>
      <div className="grid items-start gap-x-16 gap-y-10 min-[1000px]:grid-cols-[5fr_7fr]">
        <div className="stack gap-6">
          <p className="lead text-ink!" lang={other}>
            {item.gloss}
          </p>
          {item.correction && (
            <p>
              {words.item.instead} <b lang={item.language}>{item.correction}</b>
            </p>
          )}
          {item.explanation && (
            <section className="stack gap-1">
              <h2 className="legend mb-0!">{words.item.explanation}</h2>
              <p lang={other}>{item.explanation}</p>
            </section>
          )}
          {item.usage && (
            <section className="stack gap-1">
              <h2 className="legend mb-0!">{words.item.usage}</h2>
              <p lang={other}>{item.usage}</p>
            </section>
          )}
          {item.example && (
            <section className="stack gap-1">
              <h2 className="legend mb-0!">{words.item.example}</h2>
              <p className="said-in" lang={item.language}>
                {item.example.text}
              </p>
              <p className="text-small text-ink-2" lang={other}>
                {item.example.translation}
              </p>
            </section>
          )}
          <p className="text-small text-ink-3">
            {[
              item.partOfSpeech,
              item.register && words.registers[item.register],
              ...item.tags.map((tag) => `#${tag}`),
              words.item.source[item.source],
              Object.keys(item.edit).some((name) => !['isStarred', 'review'].includes(name)) && words.item.edited,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {item.difficulty && <p className="text-tiny text-ink-3">{words.item.unofficial}</p>}
        </div>
        <section aria-labelledby="evidence">
          <h2 id="evidence" className="mb-3">
            {words.item.evidence} <span className="num text-small text-ink-3">{evidence.length}</span>
          </h2>
          <ul className="rows">
            {evidence.map((place) => (
              <li key={`${place.lesson} ${place.sentence} ${place.from}`} className="grid gap-1 py-3">
                <SaidIn evidence={place} />
                <p className="text-tiny text-ink-3">
                  <Link className="when" to={`/language/${place.lesson}?t=${place.start.toFixed(1)}`}>
                    <span className="num">{clock(place.start)}</span> · {place.lessonTitle}
                  </Link>
                  {place.speaker && ` · ${place.speaker}`}
                  {place.link && (
                    <>
                      {' · '}
                      <a href={place.link} target="_blank" rel="noreferrer" lang={locale}>
                        {new URL(place.link).hostname}
                      </a>
                    </>
                  )}
                </p>
              </li>
            ))}
          </ul>
        </section>
      </div>
      {isEdited && <ItemDialog item={item} onClose={() => setEdited(false)} />}
    </>
  );
}
