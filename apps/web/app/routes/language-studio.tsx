import { lessonRequest } from '@kinora/studios/language/schema';
import type { LessonRequestInput } from '@kinora/studios/language/schema';
import { useState } from 'react';
import { Link, useLoaderData } from 'react-router';
import type { LoaderFunctionArgs, MetaFunction } from 'react-router';
import { load } from '../api.server.ts';
import type { LessonSummary } from '../api/types.ts';
import { ChoicesForm } from '../language/import/choices-form.tsx';
import { FileDrop } from '../language/import/file-drop.tsx';
import { RecordingList } from '../language/import/recording-list.tsx';
import { useRememberedChoices } from '../language/import/remembered.ts';
import { ServerFiles } from '../language/import/server-files.tsx';
import { TakenFiles } from '../language/import/taken-files.tsx';
import { useImport } from '../language/import/use-import.ts';
import { useMakeLesson } from '../language/import/use-make-lesson.ts';
import { LanguageSwitch } from '../language/language-switch.tsx';
import { localeOf } from '../language/locale.ts';
import { dictionary, useWords } from '../language/words.ts';
import { messagesOf } from '../story/field-errors.ts';
import { Notice } from '../ui/notice.tsx';
import { Screen } from '../ui/screen.tsx';

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => [
  { title: `${dictionary[loaderData?.locale ?? 'en'].studio} · Kinora` },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const { items } = await load<{ items: LessonSummary[] }>(request, '/lessons?limit=12');
  return { lessons: items, locale: localeOf(request) };
}

/** From a recording or its subtitles to a lesson: something to drop, everything else has a good answer already. */
export default function LanguageStudio() {
  const { lessons } = useLoaderData<typeof loader>();
  const { words } = useWords();
  const taken = useImport();
  const { choices, setChoices } = useRememberedChoices();
  const [title, setTitle] = useState('');
  const make = useMakeLesson(taken.forget);
  const isEmpty = !taken.recording && !taken.subtitles && !taken.sending.upload && !taken.isReading;
  const isReady =
    taken.wordsFrom !== null && !taken.sending.upload && !taken.isReading && taken.recording?.probe !== null;
  const [linkProblem, setLinkProblem] = useState<string>();

  function start() {
    const request: LessonRequestInput = {
      ...choices,
      ...(title.trim() !== '' ? { title: title.trim() } : nameless(taken)),
      recording: taken.recording?.source ?? null,
      subtitles: taken.wordsFrom,
    };
    const checked = lessonRequest.safeParse(request);
    setLinkProblem(checked.error?.issues.find(({ path }) => path[0] === 'link')?.message);
    if (checked.success) make.mutate(request);
  }

  return (
    <>
      <div className="mb-6 flex justify-end">
        <LanguageSwitch />
      </div>
      {isEmpty ? (
        <div className="grid items-start gap-8 min-[1000px]:grid-cols-[7fr_5fr] min-[1000px]:gap-16">
          <div className="stack gap-5">
            <h1>{words.import.title}</h1>
            <p className="lead">{words.import.lead}</p>
            <FileDrop problem={taken.problem} onTake={taken.takeFiles} />
            <ServerFiles onTake={taken.takePath} />
          </div>
          <div className="max-[999px]:hidden min-[1000px]:pt-2">
            <Screen
              src="/pictures/paper-cut.jpg"
              alt=""
              plate={
                <div>
                  <p className="sample" lang="ja">
                    この
                    <ruby>
                      曲<rt>きょく</rt>
                    </ruby>
                    、
                    <mark className="item item--word">
                      <ruby>
                        懐<rt>なつ</rt>
                      </ruby>
                      かしい
                    </mark>
                    よね。
                  </p>
                  <p className="text-small text-ink-2" lang="en">
                    This song takes me back, doesn’t it?
                  </p>
                </div>
              }
            />
          </div>
        </div>
      ) : (
        <form
          className="grid gap-8"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            start();
          }}
        >
          <h1>{words.import.title}</h1>
          <div className="grid items-start gap-x-16 gap-y-8 min-[1000px]:grid-cols-2">
            <TakenFiles taken={taken} />
            <ChoicesForm
              title={title}
              choices={choices}
              problems={{ link: linkProblem }}
              onTitle={setTitle}
              onChange={setChoices}
            />
          </div>
          {make.error && (
            <Notice tone="air" title={words.choices.problem}>
              <span lang="en">{messagesOf(make.error).join(' ')}</span>
            </Notice>
          )}
          <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
            <button className="button button--lamp button--big" disabled={!isReady} aria-busy={make.isPending}>
              {make.isPending ? words.choices.making : words.choices.make}
            </button>
            <p className="max-w-[44ch] text-small text-ink-2">{words.choices.promise}</p>
          </div>
        </form>
      )}
      <section className="mt-12 border-t border-aisle pt-8" aria-labelledby="recordings">
        <div className="mb-3 flex items-baseline justify-between gap-4">
          <h2 id="recordings">{words.import.recordings}</h2>
          <span className="flex flex-wrap justify-end gap-x-5 text-small">
            <Link to="/vocabulary">{words.vocabulary.title}</Link>
            <Link to="/language/sources">{words.sources.link}</Link>
          </span>
        </div>
        {lessons.length > 0 ? <RecordingList lessons={lessons} /> : <p className="text-ink-2">{words.import.none}</p>}
      </section>
    </>
  );
}

/** A lesson goes by the name of its file, without the ending. */
function nameless({ recording, subtitles }: ReturnType<typeof useImport>): { title?: string } {
  const name = (recording ?? subtitles)?.name.replace(/(\.[a-z]{2,3}(-[a-z]{2,4})?)?\.[a-z0-9]{2,5}$/i, '').trim();
  return name ? { title: name.slice(0, 120) } : {};
}
