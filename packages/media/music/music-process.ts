import { analysisRate } from '../audio/analysis/blocks.ts';
import { serveParent } from '../video/child.ts';
import { decodeSong } from './decode-song.ts';
import type { SongSource } from './decode-song.ts';
import type { HeardMusic } from './analyse-file.ts';
import { startListener } from './listener.ts';
import { mixToMono } from './mono.ts';
import { collectWaveform } from './waveform.ts';

/** What the music process is asked for; it answers with {@link HeardMusic}. */
export type MusicRequest = { path: string; bytes: number; keyMoments: number };

/** Seconds of sound that go to the listener at once. */
const blockSeconds = 2;

serveParent(async ({ path, bytes, keyMoments }: MusicRequest, { onProgress }): Promise<HeardMusic> => {
  await using listener = startListener({ sampleRate: analysisRate, keyMoments });
  let claimed: Omit<SongSource, 'bytes'> | undefined;
  let waveform: ReturnType<typeof collectWaveform> | undefined;
  using mixers = new DisposableStack();
  let mixer: ReturnType<typeof mixToMono> | undefined;
  let heard = 0;
  decodeSong(path, {
    open(source) {
      claimed = source;
      waveform = collectWaveform(source.sampleRate);
      const options = { from: source.sampleRate, to: analysisRate, blockLength: blockSeconds * analysisRate };
      mixer = mixers.use(
        mixToMono(options, (block) => {
          heard += block.length / analysisRate;
          listener.push(block);
          onProgress(0.9 * Math.min(1, heard / Math.max(1, source.seconds)));
        }),
      );
    },
    push(channels) {
      waveform?.push(channels);
      mixer?.push(channels);
    },
  });
  mixer?.finish();
  const { sampleRate } = claimed!;
  const analysis = { ...(await listener.finish()), sample_rate: sampleRate };
  onProgress(1);
  return { analysis, waveform: waveform!.finish(), source: { ...claimed!, seconds: analysis.duration, bytes } };
});
