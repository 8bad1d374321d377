import { useState } from 'react';
import type { LessonSummary } from '../../api/types.ts';
import { assetUrl } from '../../api/client.ts';
import { ChipInput } from '../../ui/chip-input.tsx';
import { Fault } from '../../ui/fault.tsx';
import { SwitchRow } from '../../ui/switch-row.tsx';
import { CopyText } from '../files/copy-text.tsx';
import type { LessonProgress } from '../lesson/lesson-progress.ts';
import { useWords } from '../words.ts';
import { textsOf, uploadRequestOf } from './upload-draft.ts';
import type { UploadDraft } from './upload-draft.ts';
import { UploadForecast } from './upload-forecast.tsx';
import { usePlaylists } from './use-youtube.ts';
import type { Privacy, Uploadable, UploadRequest, VideoUpload } from './wire.ts';

type UploadFormProps = {
  lesson: LessonSummary;
  /** Those that are made. */
  videos: readonly Uploadable[];
  progress: LessonProgress;
  uploads: readonly VideoUpload[];
  isBusy: boolean;
  problem: string | null;
  onUpload: (request: UploadRequest) => void;
};

/** Which video goes to YouTube, and what is said about it. */
export function UploadForm({ lesson, videos, progress, uploads, isBusy, problem, onUpload }: UploadFormProps) {
  const { words } = useWords();
  const text = words.publish.youtube;
  const [chosen, setOutput] = useState<Uploadable>();
  const output = videos.find((kind) => kind === chosen) ?? videos[0]!;
  const [draft, setDraft] = useState<UploadDraft>(() => ({
    ...textsOf(output, progress.plan, lesson.title),
    language: lesson.learns === 'ja' ? 'en' : 'ja',
    privacy: 'private',
    isMadeForKids: false,
    isSynthetic: false,
    thumbnail: null,
    captions: true,
    playlist: null,
  }));
  const change = (part: Partial<UploadDraft>) => setDraft({ ...draft, ...part });
  const playlists = usePlaylists();
  const { language } = draft;
  const isThere = uploads.some((upload) => upload.output === output && upload.video !== null);
  const thumbnails = ([1, 2, 3] as const).flatMap((at) => {
    const file = progress.outputs[`thumbnail-${at}`]?.file;
    return file ? [{ at, kind: `thumbnail-${at}`, file }] : [];
  });
  const isFine = draft.title[language].trim() !== '' && draft.title[language].length <= 100;
  return (
    <form
      className="grid gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        onUpload(uploadRequestOf(output, draft));
      }}
    >
      <fieldset>
        <legend className="legend">{text.video}</legend>
        <div className="choices">
          {videos.map((kind) => (
            <label key={kind} className="choice">
              <input
                type="radio"
                name="output"
                checked={kind === output}
                onChange={() => {
                  setOutput(kind);
                  change(textsOf(kind, progress.plan, lesson.title));
                }}
              />
              {words.files.names[kind]?.[0] ?? kind}
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="legend">{text.texts}</legend>
        <div className="line">
          <span className="pair">
            {(['ja', 'en'] as const).map((each) => (
              <button
                key={each}
                type="button"
                className="pair__side"
                aria-pressed={each === language}
                onClick={() => change({ language: each })}
              >
                {words.files[each]}
              </button>
            ))}
          </span>
          <span className="text-tiny text-ink-3">{text.textsHint}</span>
        </div>
      </fieldset>
      <CopyText
        label={words.files.postingTitle}
        lang={language}
        value={draft.title[language]}
        most={100}
        isReadOnly={false}
        onChange={(title) => change({ title: { ...draft.title, [language]: title } })}
      />
      <CopyText
        label={words.files.postingDescription}
        lang={language}
        value={draft.description[language]}
        most={4900}
        rows={4}
        isReadOnly={false}
        onChange={(description) => change({ description: { ...draft.description, [language]: description } })}
      />
      <ChipInput
        label={words.files.postingTags}
        hint={words.files.addTag}
        values={draft.tags}
        limit={40}
        onChange={(tags) => change({ tags })}
      />
      <fieldset>
        <legend className="legend">{text.privacy}</legend>
        <div className="choices">
          {(['private', 'unlisted', 'public'] satisfies Privacy[]).map((privacy) => (
            <label key={privacy} className="choice">
              <input
                type="radio"
                name="privacy"
                checked={draft.privacy === privacy}
                onChange={() => change({ privacy })}
              />
              {text.privacies[privacy]}
            </label>
          ))}
        </div>
        {draft.privacy !== 'private' && <p className="mt-2 text-small text-ink-2">{text.unverified}</p>}
      </fieldset>
      <fieldset>
        <legend className="legend">{text.thumbnail}</legend>
        {thumbnails.length === 0 ? (
          <p className="text-small text-ink-2">{text.noThumbnails}</p>
        ) : (
          <div className="thumbpicks">
            <label className="thumbpick">
              <input
                type="radio"
                name="thumbnail"
                checked={draft.thumbnail === null}
                onChange={() => change({ thumbnail: null })}
              />
              {text.noThumbnail}
            </label>
            {thumbnails.map(({ at, kind, file }) => (
              <label key={kind} className="thumbpick">
                <input
                  type="radio"
                  name="thumbnail"
                  checked={draft.thumbnail === kind}
                  onChange={() => change({ thumbnail: kind })}
                />
                <img src={assetUrl(file)} alt={text.thumbnailAt(at)} loading="lazy" />
              </label>
            ))}
          </div>
        )}
      </fieldset>
      <div className="grid gap-x-14 gap-y-2 min-[760px]:grid-cols-2">
        <SwitchRow
          label={text.captions}
          hint={text.captionsHint}
          checked={draft.captions}
          onChange={(captions) => change({ captions })}
        />
        <SwitchRow
          label={text.kids}
          hint={text.kidsHint}
          checked={draft.isMadeForKids}
          onChange={(isMadeForKids) => change({ isMadeForKids })}
        />
        <SwitchRow
          label={text.synthetic}
          hint={text.syntheticHint}
          checked={draft.isSynthetic}
          onChange={(isSynthetic) => change({ isSynthetic })}
        />
      </div>
      {playlists.data && playlists.data.length > 0 && (
        <p>
          <label className="pickone">
            <span>{text.playlist}</span>
            <select value={draft.playlist ?? ''} onChange={(event) => change({ playlist: event.target.value || null })}>
              <option value="">{text.noPlaylist}</option>
              {playlists.data.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          </label>
        </p>
      )}
      <UploadForecast
        lessonId={lesson.id}
        asked={{ output, thumbnail: draft.thumbnail, captions: draft.captions, playlist: draft.playlist }}
      />
      {problem && (
        <Fault>
          <span lang="en">{problem}</span>
        </Fault>
      )}
      <p>
        <button className="button button--lamp" disabled={!isFine || isBusy} aria-busy={isBusy}>
          {isThere ? text.update : draft.privacy === 'public' ? text.uploadPublic : text.upload}
        </button>
      </p>
    </form>
  );
}
