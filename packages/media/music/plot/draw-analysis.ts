import type { MusicAnalysis } from '../../audio/analysis/index.ts';
import { escapeXml } from '../../documents/xml.ts';
import type { HeardMusic } from '../analyse-file.ts';
import { clock, frame, timeScale } from './axes.ts';
import { drawBeats, drawIntensity, drawMoments, drawSections, drawTempo, drawTimes, drawWaveform } from './lanes.ts';
import type { Lane } from './lanes.ts';
import { style } from './style.ts';

const lanes = {
  sections: { top: 122, height: 34 },
  waveform: { top: 166, height: 170 },
  beats: { top: 346, height: 34 },
  intensity: { top: 398, height: 92 },
  tempo: { top: 514, height: 60 },
} satisfies Record<string, Lane>;
const names: Record<keyof typeof lanes, string> = {
  sections: 'sections',
  waveform: 'sound',
  beats: 'beats',
  intensity: 'intensity',
  tempo: 'tempo',
};
const bottom = lanes.tempo.top + lanes.tempo.height + 10;
const momentColumns = 3;
const momentRow = 26;

/**
 * Draws what Kinora hears in a song as an SVG: sections, waveform, beats and bars, intensity, tempo, and key moments with
 * their words. It is dark, and light where the viewer prefers that; it needs no font or script.
 */
export function drawAnalysis({ analysis, waveform, source }: HeardMusic): string {
  const x = timeScale(analysis.duration);
  const rows = Math.ceil(analysis.key_moments.length / momentColumns);
  const height = bottom + 56 + rows * momentRow + 20;
  const title = source.title ?? 'A song';
  const whole: Lane = { top: lanes.sections.top, height: bottom - lanes.sections.top };
  const lineOfNames = (Object.keys(lanes) as (keyof typeof lanes)[]).map((lane) => {
    const { top, height: tall } = lanes[lane];
    return `<text class="lane" x="${frame.left - 14}" y="${lane === 'tempo' ? top + tall / 2 + 4 : top + Math.min(tall / 2 + 5, 22)}">${names[lane]}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frame.width} ${height}" width="${frame.width}" height="${height}" role="img" aria-label="${escapeXml(`${title}: ${summarise(analysis)}`)}">
<style>${style}</style>
<rect class="page" width="${frame.width}" height="${height}"/>
<text class="title" x="36" y="52">${escapeXml(title)}${source.artist === undefined ? '' : `<tspan class="artist" dx="14">${escapeXml(source.artist)}</tspan>`}</text>
<text class="facts" x="36" y="82">${escapeXml(summarise(analysis))}</text>
${drawTimes(analysis.duration, x, whole)}
${lineOfNames.join('')}
${drawSections(analysis.sections, x, lanes.sections)}
${drawWaveform(waveform, x, lanes.waveform)}
${drawBeats(analysis, x, lanes.beats)}
${drawIntensity(analysis, x, lanes.intensity)}
${drawTempo(analysis, x, lanes.tempo)}
${drawMoments(analysis.key_moments, x, { top: 110, height: bottom - 110 })}
${listMoments(analysis.key_moments, rows)}
</svg>
`;
}

/** Length, tempo, metre, key and mood in a line. */
export function summarise({ duration, tempo, metre, key, mood }: MusicAnalysis): string {
  const pace = tempo === null ? 'no pulse' : `${Math.round(tempo)} beats a minute`;
  const tone = key === null ? undefined : `${key.tonic} ${key.mode}`;
  const word = (value: number, low: string, high: string) =>
    Math.abs(value) < 0.15 ? undefined : `${Math.abs(value) < 0.5 ? 'rather ' : ''}${value < 0 ? low : high}`;
  const moods = [word(mood.tension, 'calm', 'tense'), word(mood.brightness, 'dark', 'bright')].filter(Boolean);
  return [clock(duration), pace, metre, tone, moods.join(', ')].filter(Boolean).join(' · ');
}

function listMoments(moments: MusicAnalysis['key_moments'], rows: number): string {
  const wide = (frame.width - 72) / momentColumns;
  return moments
    .map(({ timestamp, description }, index) => {
      const left = 36 + Math.floor(index / rows) * wide;
      const y = bottom + 58 + (index % rows) * momentRow;
      return `<circle class="pin" cx="${left + 11}" cy="${y - 5}" r="11"/><text class="pin-number" x="${left + 11}" y="${y - 1}">${index + 1}</text><text class="when" x="${left + 32}" y="${y}">${clock(timestamp)}</text><text class="what" x="${left + 76}" y="${y}">${escapeXml(description)}</text>`;
    })
    .join('\n');
}
