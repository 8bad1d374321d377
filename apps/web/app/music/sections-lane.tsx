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
        const name = names[index] ?? '';
        const isThin = wide < 26 + name.length * 7;
        const shown = wide < 14 ? '' : isThin ? section.letter : name;
        return (
          <li
            key={section.start}
            className="section"
            data-now={index === now}
            data-thin={isThin}
            data-strong={section.label === 'chorus-like' || section.label === 'drop'}
            style={{ left: section.start * pixels, width: wide }}
          >
            <button
              type="button"
              title={name}
              aria-current={index === now}
              aria-label={`${shown === section.letter ? `${shown}: ` : ''}${name}, from ${clock(section.start)} to ${clock(section.end)}`}
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
