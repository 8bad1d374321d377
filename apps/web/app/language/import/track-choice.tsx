import type { RecordingProbe } from '../../api/types.ts';
import { useWords } from '../words.ts';
import type { useImport } from './use-import.ts';

type TrackChoiceProps = { taken: ReturnType<typeof useImport>; probe: RecordingProbe };

/** Which words are used, where there are several: the file, a track of the recording, or listening. */
export function TrackChoice({ taken, probe }: TrackChoiceProps) {
  const { words, locale } = useWords();
  const languages = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  const tracks = probe.facts.subtitles;
  const count = tracks.length + (taken.subtitles ? 1 : 0) + (probe.canTranscribe ? 1 : 0);
  if (count < 2 && tracks.length === 0) return null;
  const from = taken.wordsFrom;
  const options = [
    ...(taken.subtitles
      ? [{ value: 'file' as const, label: words.probe.fromFile, isOn: from?.kind === 'file', isOff: false }]
      : []),
    ...tracks.map(({ index, isText, language, title, codec }) => ({
      value: index,
      label: `${words.probe.trackName(title ?? (language ? nameOf(languages, language) : codec))}${isText ? '' : ` – ${words.probe.unreadable}`}`,
      isOn: from?.kind === 'embedded' && from.track === index,
      isOff: !isText,
    })),
    ...(probe.canTranscribe
      ? [
          {
            value: 'transcription' as const,
            label: words.probe.transcribe,
            isOn: from?.kind === 'transcription',
            isOff: false,
          },
        ]
      : []),
  ];
  return (
    <fieldset>
      <legend className="legend">{words.probe.track}</legend>
      <div className="choices">
        {options.map(({ value, label, isOn, isOff }) => (
          <label key={value} className={`choice ${isOff ? 'opacity-55' : ''}`}>
            <input type="radio" name="track" checked={isOn} disabled={isOff} onChange={() => taken.setTrack(value)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function nameOf(languages: Intl.DisplayNames, code: string): string {
  try {
    return languages.of(code) ?? code;
  } catch {
    // What a file names its language need not be a code.
    return code;
  }
}
