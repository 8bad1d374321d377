import { clock, momentWord } from './song-map.ts';
import type { Heard } from './song-map.ts';
import type { Playback } from './playback.ts';
import { rowsFor } from './wave-shapes.ts';

type MomentsLaneProps = { heard: Heard; pixels: number; width: number; playback: Playback };

/** The key moments, each with a word; press one to go there. */
export function MomentsLane({ heard, pixels, width, playback }: MomentsLaneProps) {
  const moments = heard.analysis.key_moments.map((moment) => ({
    ...moment,
    text: momentWord(heard.analysis, moment),
    start: moment.timestamp,
  }));
  const rows = rowsFor(moments, pixels, width);
  return (
    <ol className="moments" aria-label="Key moments">
      {moments.map((moment, index) => (
        <li key={moment.timestamp}>
          <button
            type="button"
            className="moment"
            data-row={rows[index] ?? 'none'}
            style={{ left: moment.start * pixels }}
            title={moment.description}
            aria-label={`${moment.text}, ${clock(moment.start)}: ${moment.description}`}
            onClick={() => playback.seek(moment.start)}
          >
            <span>{moment.text}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
