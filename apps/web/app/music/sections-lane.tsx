import { clock, sectionAt, sectionNames } from './song-map.ts';
import type { Heard } from './song-map.ts';
import type { Playback } from './playback.ts';
import { usePlaybackValue } from './use-playback.ts';

type SectionsLaneProps = { heard: Heard; pixels: number; playback: Playback };

/** The parts of the song; press one to go there. */
export function SectionsLane({ heard, pixels, playback }: SectionsLaneProps) {
  const { analysis } = heard;
  const now = usePlaybackValue(playback, ({ time }) => sectionAt(analysis, time()));
  const names = sectionNames(analysis);
  return (
    <ol className="sections" aria-label="Sections">
      {analysis.sections.map((section, index) => {
        const wide = (section.end - section.start) * pixels;
        const shown = wide < 14 ? '' : wide < 44 ? section.letter : names[index];
        return (
          <li
            key={section.start}
            className="section"
            data-now={index === now}
            data-thin={wide < 44}
            data-strong={section.label === 'chorus-like' || section.label === 'drop'}
            style={{ left: section.start * pixels, width: wide }}
          >
            <button
              type="button"
              title={names[index]}
              aria-current={index === now}
              aria-label={`${shown === section.letter ? `${shown}: ` : ''}${names[index]}, from ${clock(section.start)} to ${clock(section.end)}`}
              onClick={() => playback.seek(section.start)}
            >
              {shown}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
