import loadModule, { type EspeakWorker } from '@echogarden/espeak-ng-emscripten';
import { fadeEdges } from '@kinora/media/audio';
import { espeakVoices } from './voices.ts';

/** How a phrase is said. */
export type Delivery = {
  /** espeak-ng voice, e.g. `gmw/en+kinora-willow`. */
  voice: string;
  /** Words a minute; espeak-ng goes no slower than 80. */
  rate: number;
  /** Pitch as a factor of the voice's own, 0.5 to 2. */
  pitch: number;
  /** Liveliness of the melody, 0 to 100, 50 is the voice's own. */
  range: number;
};

/** A phrase as espeak-ng said it, without silence around it. */
export type Utterance = {
  /** Mono at {@link Espeak.sampleRate}. */
  samples: Float32Array;
  /** Seconds from the start of `samples` at which each piece of the text starts and ends. */
  times: { start: number; end: number }[];
};

/** The synthesiser, loaded. */
export type Espeak = {
  sampleRate: number;
  /** Forgets what was said before (noise, flutter), so that the same words sound the same every time. */
  reset(): void;
  /**
   * Says a phrase.
   * @param pieces Words; spaces are put between them.
   * @param end Punctuation that decides the melody.
   * @param isCancelled Asked while the sound is made; true stops it early.
   */
  say(pieces: string[], end: string, delivery: Delivery, isCancelled: () => boolean): Utterance;
};

/** Loads espeak-ng and its data (24 MB) and adds Kinora's voice variants. */
export async function loadEspeak(): Promise<Espeak> {
  const module = await loadModule();
  for (const voice of espeakVoices) {
    module.FS.writeFile(
      `/usr/share/espeak-ng-data/voices/!v/kinora-${voice.id}`,
      `language variant\nname kinora-${voice.id}\n${voice.variant}\n`,
    );
  }
  const worker = new module.eSpeakNGWorker();
  const sampleRate = worker.get_samplerate();
  // Only after its first words has espeak-ng everything it needs in memory.
  worker.set_voice(espeakVoices[0]!.base);
  worker.synthesize('a', () => false);
  const memory = module.HEAPU8.slice();
  let current = '';
  return {
    sampleRate,
    reset() {
      module.HEAPU8.set(memory);
      module.HEAPU8.fill(0, memory.length);
      current = '';
    },
    say(pieces, end, delivery, isCancelled) {
      if (current !== delivery.voice) {
        worker.set_voice(delivery.voice);
        current = delivery.voice;
      }
      worker.set_rate(Math.round(delivery.rate));
      // espeak-ng's pitch scale spans an octave on either side of 50.
      worker.set_pitch(Math.round(50 + 50 * Math.log2(delivery.pitch)));
      worker.set_range(Math.round(delivery.range));
      return utter(worker, pieces, end, { sampleRate, isCancelled });
    },
  };
}

type Settings = { sampleRate: number; isCancelled: () => boolean };

function utter(worker: EspeakWorker, pieces: string[], end: string, settings: Settings): Utterance {
  const { sampleRate, isCancelled } = settings;
  const chunks: Int16Array[] = [];
  const starts = new Map<number, number>();
  const ranges = layOut(pieces);
  let speechStart = -1;
  let speechEnd = 0;
  let isSounding = false;
  worker.synthesize(escape(pieces.join(' ')) + end, (audio, events) => {
    if (audio.length > 0) chunks.push(audio);
    for (const event of events) {
      const time = event.audio_position / 1000;
      if (event.type === 'word') {
        // Positions count characters from 1; the first word found in a piece starts it.
        const index = ranges.findIndex((range) => event.text_position - 1 < range.end);
        if (index >= 0 && !starts.has(index)) starts.set(index, time);
      } else if (event.type === 'phoneme') {
        // A phoneme without a name is a pause.
        const sounds = event.id !== '' && event.id !== undefined;
        if (sounds && speechStart < 0) speechStart = time;
        if (isSounding && !sounds) speechEnd = time;
        isSounding = sounds;
      }
    }
    return isCancelled();
  });
  const samples = join(chunks);
  if (isSounding || speechEnd === 0) speechEnd = samples.length / sampleRate;
  return cut(samples, {
    sampleRate,
    speechStart: Math.max(0, speechStart),
    speechEnd,
    starts: fillGaps(pieces, starts, { from: Math.max(0, speechStart), to: speechEnd }),
  });
}

/** Where each piece ends in the joined text, in code points. */
function layOut(pieces: string[]): { end: number }[] {
  let position = 0;
  return pieces.map((piece) => {
    position += Array.from(escape(piece)).length + 1;
    return { end: position };
  });
}

/** Words that espeak-ng says as one with a neighbour ("of the") share its time by their letters. */
function fillGaps(pieces: string[], starts: Map<number, number>, span: { from: number; to: number }): number[] {
  const filled: number[] = [];
  for (let index = 0; index < pieces.length;) {
    const from = Math.max(index === 0 ? span.from : starts.get(index)!, filled.at(-1) ?? 0);
    let next = index + 1;
    while (next < pieces.length && !starts.has(next)) next++;
    const to = Math.max(from, next < pieces.length ? starts.get(next)! : span.to);
    const letters = pieces.slice(index, next).map((piece) => piece.length + 1);
    const total = letters.reduce((sum, count) => sum + count, 0);
    let before = 0;
    for (const count of letters) {
      filled.push(from + ((to - from) * before) / total);
      before += count;
    }
    index = next;
  }
  return filled;
}

/** Cuts the silence away and softens both edges. */
function cut(
  samples: Float32Array,
  {
    sampleRate,
    speechStart,
    speechEnd,
    starts,
  }: { sampleRate: number; speechStart: number; speechEnd: number; starts: number[] },
): Utterance {
  const first = Math.max(0, Math.floor((speechStart - 0.012) * sampleRate));
  const last = Math.min(samples.length, Math.ceil((speechEnd + 0.05) * sampleRate));
  const kept = samples.slice(first, last);
  fadeEdges(kept, { rise: Math.round(0.006 * sampleRate), fall: Math.round(0.04 * sampleRate) });
  const shift = first / sampleRate;
  const times = starts.map((start, index) => ({
    start: Math.max(0, start - shift),
    end: Math.max(0, (starts[index + 1] ?? speechEnd) - shift),
  }));
  return { samples: kept, times };
}

function join(chunks: Int16Array[]): Float32Array {
  const samples = new Float32Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    for (let index = 0; index < chunk.length; index++) samples[offset + index] = chunk[index]! / 32768;
    offset += chunk.length;
  }
  return samples;
}

/** espeak-ng reads its input as SSML. */
function escape(text: string): string {
  return text.replace(/[<>&]/g, ' ');
}
