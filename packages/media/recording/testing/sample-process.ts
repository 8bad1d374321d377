import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
import { FF_ENCODER_AAC } from 'node-av/constants';
import { resample } from '../../audio/resample.ts';
import { serveParent } from '../../video/child.ts';
import { fileTags } from '../../video/file-details.ts';
import { openSampleFiles } from '../../video/film/sample-files.ts';
import { joinTakes } from '../../video/film/takes.ts';
import { writeFilm } from '../../video/film/write-film.ts';
import type { StoredSample } from '../../video/mp4/track.ts';
import { createSegmentEncoder } from '../../video/segment-encoder.ts';
import { aacPriming, createSoundEncoder } from '../../video/sound-encoder.ts';
import { mixRate, mixSample } from './mix.ts';
import { createSampleFrames } from './sample-frames.ts';
import type { SamplePlan } from './sample-plan.ts';
import type { SampleSchedule } from './schedule.ts';

/** What a process that makes a sample recording is asked for. */
export type SampleRequest =
  | { kind: 'frames'; plan: SamplePlan; from: number; count: number; out: string }
  | {
      kind: 'join';
      schedule: SampleSchedule;
      seed: number;
      fps: number;
      takes: string[];
      /** Samples of all voices, 32-bit floats one after the other, and where each line's lie. */
      voices: { path: string; sampleRate: number; places: { at: number; count: number }[] };
      out: string;
    };

const channels = 2;
const bitRate = 160_000;

serveParent((request: SampleRequest, { onProgress }) => {
  if (request.kind === 'frames') drawFrames(request, onProgress);
  else join(request, onProgress);
});

function drawFrames(
  { plan, from, count, out }: SampleRequest & { kind: 'frames' },
  onProgress: (fraction: number) => void,
): void {
  const { width, height, fps } = plan;
  const draw = createSampleFrames(plan);
  using encoder = createSegmentEncoder({ width, height, fps });
  for (let frame = 0; frame < count; frame++) {
    encoder.addYuv(draw(from + frame));
    onProgress(frame / count);
  }
  writeFileSync(out, encoder.finish());
}

function join(
  { schedule, seed, fps, takes, voices, out }: SampleRequest & { kind: 'join' },
  onProgress: (fraction: number) => void,
): void {
  using files = openSampleFiles(out);
  const video = joinTakes(takes, { fps, files });
  const file = openSync(voices.path, 'r');
  const voiceOf = (index: number): Float32Array => {
    const { at, count } = voices.places[index]!;
    const samples = new Float32Array(count);
    readSync(file, new Uint8Array(samples.buffer), 0, count * 4, at * 4);
    return resample(samples, { from: voices.sampleRate, to: mixRate });
  };
  const samples: StoredSample[] = [];
  using encoder = createSoundEncoder({ codec: FF_ENCODER_AAC, bitRate, sampleRate: mixRate, channels }, (packet) =>
    samples.push({ ...files.append(packet), size: packet.length, duration: encoder.frameSize, isKey: true }),
  );
  try {
    let done = 0;
    for (const block of mixSample(schedule, { seed, voiceOf })) {
      encoder.push(block);
      done += block[0].length;
      onProgress(Math.min(0.9, (0.9 * done) / mixRate / schedule.seconds));
    }
  } finally {
    closeSync(file);
  }
  encoder.finish();
  const { config } = encoder;
  const track = { timescale: mixRate, coding: 'aac', config, sampleRate: mixRate, channels, bitRate } as const;
  const provenance = {
    title: 'ミナとレオのことば雑談 #12',
    language: 'ja',
    sourceType: 'algorithmicMedia',
    generator: 'Kinora',
    models: [],
    createdAt: new Date('2026-11-21T20:00:00Z'),
  } as const;
  const metadata = fileTags({ provenance: { ...provenance, models: [] } });
  writeFilm([video, { kind: 'audio', ...track, priming: aacPriming, samples }], { metadata, files, out });
}
