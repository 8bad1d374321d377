import { writeFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { KinoraError } from '@kinora/capabilities/errors';
import { analyseMusicFile, clock, drawAnalysis, summarise } from '@kinora/server/music';
import type { HeardMusic } from '@kinora/server/music';
import { Command, InvalidArgumentError } from 'commander';

type Options = { json?: boolean; plot?: string; keyMoments: number };

/** `kinora analyze`: what Kinora hears in a song. */
export function analyzeCommand(): Command {
  return new Command('analyze')
    .description('hear a song: beats, bars, sections, intensity and key moments')
    .argument('<song>', 'MP3, WAV, FLAC, Ogg, Opus or M4A, up to 20 minutes')
    .option('--key-moments <number>', 'how many key moments, 3 to 24', parseKeyMoments, 7)
    .option('--json', 'everything as JSON: analysis, waveform, source')
    .option('--plot <file.svg>', 'draw it')
    .addHelpText(
      'after',
      `
Examples:
  kinora analyze song.mp3
  kinora analyze song.mp3 --plot song.svg --key-moments 12
  kinora analyze song.mp3 --json | jq .analysis.beat_times`,
    )
    .action(async (path: string, { json, plot, keyMoments }: Options) => {
      const cancel = new AbortController();
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => cancel.abort());
      const heard = await analyseMusicFile(path, { keyMoments, signal: cancel.signal });
      if (plot !== undefined) await savePlot(plot, named(heard, path));
      if (json === true) process.stdout.write(`${JSON.stringify(heard)}\n`);
      else process.stdout.write(describe(named(heard, path), plot));
    });
}

function parseKeyMoments(value: string): number {
  const count = Number(value);
  if (Number.isInteger(count) && count >= 3 && count <= 24) return count;
  throw new InvalidArgumentError('Choose 3 to 24.');
}

async function savePlot(plot: string, heard: HeardMusic): Promise<void> {
  try {
    await writeFile(plot, drawAnalysis(heard));
  } catch (cause) {
    const message = `The plot can't be written to “${plot}”; choose a file in a folder that is yours.`;
    throw new KinoraError('storage.denied', message, { cause });
  }
}

/** A song without a title is called by its file. */
function named(heard: HeardMusic, path: string): HeardMusic {
  const title = heard.source.title ?? basename(path, extname(path));
  return { ...heard, source: { ...heard.source, title } };
}

function describe({ analysis, source }: HeardMusic, plot: string | undefined): string {
  const { sections, key_moments, beat_times, downbeat_times } = analysis;
  const bar = (value: number) => '█'.repeat(Math.round(value * 12)).padEnd(12, '·');
  return [
    [source.title, source.artist].filter(Boolean).join(' – '),
    summarise(analysis),
    `${beat_times.length} beats, ${downbeat_times.length} bars`,
    '',
    'Sections',
    ...sections.map(({ start, end, letter, label, intensity }) => {
      const span = `${clock(start)}–${clock(end)}`;
      return `  ${span.padEnd(12)} ${letter.padEnd(3)} ${label.padEnd(12)} ${bar(intensity)}`;
    }),
    '',
    'Key moments',
    ...key_moments.map(
      ({ timestamp, description, intensity }) => `  ${clock(timestamp).padEnd(6)} ${bar(intensity)} ${description}`,
    ),
    ...(plot === undefined ? [] : ['', `The plot is in ${plot}.`]),
    '',
  ].join('\n');
}
