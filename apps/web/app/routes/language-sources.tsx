import { useLoaderData } from 'react-router';
import type { LoaderFunctionArgs, MetaFunction } from 'react-router';
import { load } from '../api.server.ts';
import { LanguageSwitch } from '../language/language-switch.tsx';
import { localeOf } from '../language/locale.ts';
import { DictionariesPanel } from '../language/sources/dictionaries-panel.tsx';
import { KnownWordsPanel } from '../language/sources/known-words-panel.tsx';
import type { Dictionary } from '../language/sources/use-sources.ts';
import { dictionary, useWords } from '../language/words.ts';

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => [
  { title: `${dictionary[loaderData?.locale ?? 'en'].sources.title} · Kinora` },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const [{ items }, { words }] = await Promise.all([
    load<{ items: Dictionary[] }>(request, '/dictionaries'),
    load<{ words: number }>(request, '/known-words'),
  ]);
  return { dictionaries: items, knownWords: words, locale: localeOf(request) };
}

/** What ordinary words are looked up in, and what needs no teaching any more. */
export default function LanguageSources() {
  const { dictionaries, knownWords } = useLoaderData<typeof loader>();
  const { words } = useWords();
  return (
    <>
      <div className="head">
        <div className="stack gap-1">
          <h1>{words.sources.title}</h1>
          <p className="text-ink-2">{words.sources.lead}</p>
        </div>
        <LanguageSwitch />
      </div>
      <DictionariesPanel initial={dictionaries} />
      <KnownWordsPanel initial={knownWords} />
    </>
  );
}
