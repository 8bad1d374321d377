import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readWav } from '@kinora/media/audio';
import { makeSampleRecording } from '@kinora/media/recording/testing';
import type { SampleRecording, SampleRecordingOptions, Say } from '@kinora/media/recording/testing';
import { createEspeakSpeech } from '@kinora/providers/builtin';

/** The same without voices that can be understood, for tests. */
export { makeSampleRecording };

/** Who speaks: streamers talk faster than somebody who reads at a bedside. */
const speakers = { host: { voice: 'yuki', speed: 1.75 }, guest: { voice: 'rowan', speed: 1.7 } } as const;

/** Makes a sample recording in which Kinora's built-in voices speak. */
export async function makeSpokenRecording(options: Omit<SampleRecordingOptions, 'say'>): Promise<SampleRecording> {
  await using speech = createEspeakSpeech();
  const say: Say = async (text, { voice, language }) => {
    const { audio } = await speech.doGenerate({ text, language, ...speakers[voice] });
    if (typeof audio === 'string') throw new Error('The built-in voices give bytes.');
    const { channels, sampleRate } = readWav(audio);
    return { samples: channels[0]!, sampleRate };
  };
  return await makeSampleRecording({ ...options, say });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      minutes: { type: 'string', default: '20' },
      width: { type: 'string', default: '1280' },
      height: { type: 'string', default: '720' },
      fps: { type: 'string', default: '30' },
      seed: { type: 'string', default: '1' },
    },
  });
  const [path] = positionals;
  if (path === undefined) {
    console.error(
      'node tools/sample-recording.ts out.mp4 [--minutes 20] [--width 1280 --height 720] [--fps 30] [--seed 1]',
    );
    process.exit(2);
  }
  const began = performance.now();
  const { srt, schedule } = await makeSpokenRecording({
    path,
    seconds: Number(values.minutes) * 60,
    width: Number(values.width),
    height: Number(values.height),
    fps: Number(values.fps),
    seed: Number(values.seed),
  });
  const subtitles = path.replace(/\.[^.]*$/, '') + '.srt';
  await writeFile(subtitles, srt);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(
    `${path}, ${subtitles}: ${schedule.lines.length} lines, ${schedule.slides.length} slides, in ${seconds} s`,
  );
}
