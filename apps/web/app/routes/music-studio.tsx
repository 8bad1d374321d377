import type { Character, MusicVideoRequestInput, UploadedFile } from '@kinora/studios/music-video/schema';
import { musicVideoRequest } from '@kinora/studios/music-video/schema';
import { useState } from 'react';
import type { MetaFunction } from 'react-router';
import { CharacterPicker } from '../music/character-picker.tsx';
import { worldChoices } from '../music/choices.ts';
import { FinishPicker } from '../music/finish-picker.tsx';
import { lyricsKind } from '../music/lyrics-kind.ts';
import { LyricsField } from '../music/lyrics-field.tsx';
import { MoreSettings } from '../music/more-settings.tsx';
import { useRememberedVideo } from '../music/remembered.ts';
import { SongDrop } from '../music/song-drop.tsx';
import { SongPanel } from '../music/song-panel.tsx';
import { ThemeLine } from '../music/theme-line.tsx';
import { useMakeVideo } from '../music/use-edit-video.ts';
import { useSongUpload } from '../music/use-song-upload.ts';
import { WorldPicker } from '../music/world-picker.tsx';
import { messagesOf } from '../story/field-errors.ts';
import { Notice } from '../ui/notice.tsx';
import { Screen } from '../ui/screen.tsx';

export const meta: MetaFunction = () => [{ title: 'Music video · Kinora' }];

/** From a song to a storyboard: one thing to drop, everything else has a good answer already. */
export default function MusicStudio() {
  const upload = useSongUpload();
  const { state } = upload;
  const { choices, setChoices } = useRememberedVideo();
  const [theme, setTheme] = useState('');
  const [characters, setCharacters] = useState<Character[]>([]);
  const [lyrics, setLyrics] = useState('');
  const [watermark, setWatermark] = useState<UploadedFile | null>(null);
  const make = useMakeVideo();

  if (state.step === 'none')
    return (
      <>
        <div className="grid items-start gap-8 min-[1000px]:grid-cols-[7fr_5fr] min-[1000px]:gap-16">
          <div className="stack gap-5">
            <h1>Which song shall we film?</h1>
            <p className="lead">
              Kinora listens first: beats, bars, sections, the loudest and the quietest place. Then every picture comes
              where the music asks for it.
            </p>
            <SongDrop problem={state.problem} onTake={(file) => void upload.take(file)} />
          </div>
          <div className="max-[999px]:hidden min-[1000px]:pt-2">
            <Screen
              src="/pictures/song.jpg"
              alt="A street between lit towers, painted by Kinora"
              plate={
                <p className="text-small text-ink-2">
                  One of ten worlds. The song’s key and mood give it its colours, its loudness the light.
                </p>
              }
            />
          </div>
        </div>
        <section aria-labelledby="worlds" className="mt-12">
          <h2 id="worlds" className="legend font-sans! tracking-normal!">
            Ten worlds to film it in
          </h2>
          <ul className="grid grid-cols-2 gap-x-4 gap-y-5 min-[700px]:grid-cols-5">
            {worldChoices.map(({ value, label, picture }) => (
              <li key={value} className="grid gap-2 text-small font-semibold text-ink-2">
                <img
                  className="aspect-video w-full rounded-[10px] object-cover"
                  src={picture}
                  alt=""
                  width="512"
                  height="288"
                  loading="lazy"
                />
                {label}
              </li>
            ))}
          </ul>
        </section>
      </>
    );

  const heard = state.step === 'heard' ? state.heard : null;
  const title = heard?.source.title ?? state.name.replace(/\.[^.]+$/, '').replaceAll('_', ' ');
  const { scenes, ...settings } = choices;
  const request: MusicVideoRequestInput | null =
    state.step === 'heard'
      ? {
          song: state.song,
          title: title.slice(0, 120),
          ...(state.heard.source.artist && { artist: state.heard.source.artist.slice(0, 120) }),
          theme,
          characters,
          ...settings,
          ...(scenes !== null && { scenes }),
          ...(lyrics.trim() !== '' && { lyrics: { kind: lyricsKind(lyrics), text: lyrics } }),
          ...(watermark && { watermark: { picture: watermark } }),
        }
      : null;
  const parsed = request && musicVideoRequest.safeParse(request);
  const problem = parsed?.success === false ? parsed.error.issues[0]?.message : undefined;

  return (
    <form
      className="grid gap-10"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (request && parsed?.success) make.mutate(request);
      }}
    >
      <SongPanel
        key={state.url}
        state={state}
        title={title}
        onPause={upload.pause}
        onGoOn={upload.goOn}
        onClear={() => {
          make.reset();
          upload.clear();
        }}
      >
        <button className="button button--lamp max-[760px]:flex-1" disabled={!heard} aria-busy={make.isPending}>
          {make.isPending ? 'Directing…' : 'Make the storyboard'}
        </button>
      </SongPanel>
      <div className="grid items-start gap-x-16 gap-y-8 min-[1000px]:grid-cols-[7fr_5fr]">
        <div className="stack gap-8">
          <ThemeLine value={theme} onChange={setTheme} />
          <WorldPicker name="world" value={choices.world} onChange={(world) => setChoices({ world })} />
        </div>
        <div className="stack gap-8">
          <CharacterPicker value={characters} onChange={setCharacters} />
          <FinishPicker name="finish" value={choices.finish} onChange={(finish) => setChoices({ finish })} />
          <LyricsField value={lyrics} onChange={setLyrics} />
        </div>
      </div>
      <div className="stack gap-6">
        <MoreSettings
          choices={choices}
          duration={heard?.analysis.duration ?? 180}
          watermark={watermark}
          onChange={setChoices}
          onWatermark={setWatermark}
        />
        {(problem ?? make.error) && (
          <Notice tone="air" title="The storyboard can’t be started">
            {problem ?? messagesOf(make.error).join(' ')}
          </Notice>
        )}
        <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
          <button className="button button--lamp button--big" disabled={!heard} aria-busy={make.isPending}>
            {make.isPending ? 'Directing…' : 'Make the storyboard'}
          </button>
          <p className="text-small text-ink-2">
            The pictures come in a few seconds.
            <br />
            The film is made when you like them.
          </p>
        </div>
      </div>
    </form>
  );
}
