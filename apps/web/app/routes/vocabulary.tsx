import { Link, useLoaderData } from 'react-router';
import type { LoaderFunctionArgs, MetaFunction } from 'react-router';
import { VocabularyView } from '../language/items/vocabulary-view.tsx';
import { LanguageSwitch } from '../language/language-switch.tsx';
import { localeOf } from '../language/locale.ts';
import { clock } from '../language/time.ts';
import { dictionary, useWords } from '../language/words.ts';

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => [
  { title: `${dictionary[loaderData?.locale ?? 'en'].vocabulary.title} · Kinora` },
];

export function loader({ request }: LoaderFunctionArgs) {
  return { locale: localeOf(request) };
}

/** What all recordings taught: searched in both scripts, filtered, starred, and taken along. */
export default function Vocabulary() {
  useLoaderData<typeof loader>();
  const { words } = useWords();
  return (
    <>
      <div className="head">
        <div className="stack gap-1">
          <h1>{words.vocabulary.title}</h1>
          <p className="text-ink-2">{words.vocabulary.lead}</p>
        </div>
        <span className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <Link className="text-small" to="/language/sources">
            {words.sources.link}
          </Link>
          <LanguageSwitch />
        </span>
      </div>
      <VocabularyView
        renderPlaces={({ first, evidenceCount }) =>
          first && (
            <span className="flex flex-wrap items-center gap-x-2 text-tiny">
              <Link className="when" to={`/language/${first.lesson}?t=${first.start.toFixed(1)}`}>
                <span className="num">{clock(first.start)}</span> · {first.lessonTitle}
              </Link>
              {evidenceCount > 1 && <span className="text-ink-3">{words.item.times(evidenceCount)}</span>}
            </span>
          )
        }
        empty={
          <div className="stack gap-4 py-6">
            <h2>{words.vocabulary.empty}</h2>
            <p className="text-ink-2">{words.vocabulary.emptyHint}</p>
            <p>
              <Link className="button button--lamp" to="/language">
                {words.vocabulary.first}
              </Link>
            </p>
          </div>
        }
      />
    </>
  );
}
