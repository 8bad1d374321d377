import { Square, Volume2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { apiBase } from '../api/client.ts';
import { useVoices } from '../api/use-voices.ts';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { Fault } from '../ui/fault.tsx';
import { foundVoices, shortList, speaks } from './voice-choice.ts';

type VoicePickerProps = {
  name: string;
  value: string;
  /** Of the story: only voices that speak it are offered. Default English. */
  language?: 'en' | 'ja';
  onChange: (voice: string) => void;
};

/** Voices by name, with a sentence to hear. A long list can be searched. */
export function VoicePicker({ name, value, language = 'en', onChange }: VoicePickerProps) {
  const voices = useVoices();
  const sample = useSample();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const chosen = voices.data?.find((voice) => voice.id === value);

  if (voices.isPending)
    return (
      <div aria-busy="true">
        <span className="legend">Voice</span>
        <div className="ghost h-11 max-w-md" />
      </div>
    );
  if (!voices.data) return <Fault>The voices can’t be listed. {voices.error.message}</Fault>;
  const able = voices.data.filter((voice) => speaks(voice, language));
  const short = shortList(able, value);
  const hasMore = short.length < able.length;
  const found = foundVoices(able, text);
  const choose = (voice: string) => {
    sample.stop();
    onChange(voice);
  };
  return (
    <div className="grid gap-2">
      <ChoiceGroup
        legend="Voice"
        name={name}
        value={value}
        options={short.map((voice) => ({ value: voice.id, label: voice.name }))}
        onChange={choose}
      >
        {hasMore && (
          <button type="button" className="choice" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? 'Fewer voices' : `${able.length - short.length} more voices`}
          </button>
        )}
      </ChoiceGroup>
      {hasMore && isOpen && (
        <div className="grid gap-3 py-2">
          <input
            type="search"
            className="input max-w-md"
            aria-label="Search the voices"
            placeholder="A name or a model"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <div className="grid max-h-[320px] gap-4 overflow-y-auto overscroll-contain p-1">
            {found.length === 0 && <p className="text-small text-ink-2">No voice is called that.</p>}
            {found.map((group) => (
              <ChoiceGroup
                key={group.from}
                legend={group.from}
                name={`${name}-${group.from}`}
                value={value}
                options={group.voices.map((voice) => ({ value: voice.id, label: voice.name }))}
                onChange={choose}
              />
            ))}
          </div>
        </div>
      )}
      <div className="-ml-3 flex flex-wrap items-center gap-x-2">
        <button
          type="button"
          className="button button--bare button--small"
          onClick={() =>
            sample.isPlaying ? sample.stop() : sample.play(`${apiBase}/voices/${encodeURIComponent(value)}/sample`)
          }
        >
          {sample.isPlaying ? <Square className="icon" aria-hidden /> : <Volume2 className="icon" aria-hidden />}
          {sample.isPlaying ? 'Quiet' : `Hear ${chosen?.name ?? 'it'}`}
        </button>
        {sample.problem ? (
          <Fault>{sample.problem}</Fault>
        ) : (
          <span className="text-small text-ink-3">{chosen?.description}</span>
        )}
      </div>
    </div>
  );
}

function useSample() {
  const audio = useRef<HTMLAudioElement | null>(null);
  const [isPlaying, setPlaying] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => () => audio.current?.pause(), []);

  function stop() {
    audio.current?.pause();
    setPlaying(false);
  }

  function play(url: string) {
    audio.current ??= newAudio(() => setPlaying(false));
    audio.current.src = url;
    setPlaying(true);
    setProblem(null);
    audio.current.play().catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'AbortError') return;
      setPlaying(false);
      setProblem('This voice can’t be heard just now. Another one may work.');
    });
  }

  return { isPlaying, problem, play, stop };
}

function newAudio(onEnd: () => void): HTMLAudioElement {
  const audio = new Audio();
  audio.addEventListener('ended', onEnd);
  return audio;
}
