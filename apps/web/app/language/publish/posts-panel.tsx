import { countFor, postPlatforms, writePosts } from '@kinora/studios/language/schema';
import type {
  LessonLanguage,
  LessonPlan,
  LessonRequest,
  PostPlatform,
  VocabularyItem,
} from '@kinora/studios/language/schema';
import { useMemo, useState } from 'react';
import type { LessonSummary } from '../../api/types.ts';
import { CopyText } from '../files/copy-text.tsx';
import { useWords } from '../words.ts';
import { PublishPart } from './publish-part.tsx';

type PostsPanelProps = {
  lesson: LessonSummary;
  learns: LessonRequest['learns'];
  plan: LessonPlan | null;
  items: readonly VocabularyItem[];
};

/** A text for each platform, counted as it counts, to be copied. */
export function PostsPanel({ lesson, learns, plan, items }: PostsPanelProps) {
  const { words, locale } = useWords();
  const text = words.publish.posts;
  const { title, link } = lesson;
  const posts = useMemo(
    () => writePosts({ title, items, learns, link, shorts: (plan?.shorts ?? []).filter(({ isOn }) => isOn) }),
    [title, items, learns, link, plan],
  );
  const [platform, setPlatform] = useState<PostPlatform>('x');
  const [wanted, setAbout] = useState('main-video');
  const [language, setLanguage] = useState<LessonLanguage>(locale);
  /** What somebody wrote instead, by post. */
  const [own, setOwn] = useState<Record<string, string>>({});
  const abouts = posts.filter((post) => post.platform === platform).map(({ about }) => about);
  const about = abouts.includes(wanted) ? wanted : 'main-video';
  const post = posts.find((each) => each.platform === platform && each.about === about);
  const name = `${platform} ${about} ${language}`;
  const { [name]: mine, ...others } = own;
  return (
    <PublishPart id="posts" title={text.title} hint={text.hint}>
      {items.length === 0 || !post ? (
        <p className="text-small text-ink-2">{text.noItems}</p>
      ) : (
        <>
          <fieldset>
            <legend className="legend">{text.platform}</legend>
            <div className="choices">
              {postPlatforms.map((each) => (
                <label key={each} className="choice">
                  <input
                    type="radio"
                    name="post-platform"
                    checked={each === platform}
                    onChange={() => setPlatform(each)}
                  />
                  {text.platforms[each]}
                </label>
              ))}
            </div>
          </fieldset>
          <div className="flex flex-wrap items-center justify-between gap-3">
            {abouts.length > 1 ? (
              <label className="pickone">
                <span>{text.about}</span>
                <select value={about} onChange={(event) => setAbout(event.target.value)}>
                  {abouts.map((each) => (
                    <option key={each} value={each}>
                      {words.files.names[each]?.[0] ?? each}
                    </option>
                  ))}
                </select>
              </label>
            ) : (
              <span />
            )}
            <fieldset className="pair" aria-label={text.language}>
              {(['ja', 'en'] as const).map((each) => (
                <button
                  key={each}
                  type="button"
                  className="pair__side"
                  aria-pressed={each === language}
                  onClick={() => setLanguage(each)}
                >
                  {words.files[each]}
                </button>
              ))}
            </fieldset>
          </div>
          <CopyText
            key={name}
            label={text.text}
            lang={language}
            value={mine ?? post.text[language]}
            most={post.limit}
            countOf={(written) => countFor(platform, written)}
            rows={6}
            isReadOnly={false}
            onChange={(written) => setOwn({ ...own, [name]: written })}
          />
          {mine !== undefined && mine !== post.text[language] && (
            <p>
              <button type="button" className="button button--small button--bare" onClick={() => setOwn(others)}>
                {text.back}
              </button>
            </p>
          )}
          {link === null && <p className="text-tiny text-ink-3">{text.linkless}</p>}
        </>
      )}
    </PublishPart>
  );
}
