import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OnnxGraph } from './onnx-writer.ts';

/** Hertz. */
export const tinyVoiceRate = 16_000;
/** Seconds that the tiny voice sings a letter, hums a gap and rests at a full stop, at speed 1. */
export const tinyLetterSeconds = 0.08;

const letters = "_ abcdefghijklmnopqrstuvwxyz0123456789,.!?'-";
const speakers = ['Do', 'Mi'];

/**
 * Writes a voice in the folder layout of Piper: each letter is a tone of its own, spaces and punctuation are silent. It needs
 * no phonemes, so that what is said can be told from the sound.
 */
export function writeTinyVoice(folder: string): void {
  mkdirSync(join(folder, 'espeak-ng-data'), { recursive: true });
  writeFileSync(join(folder, 'tiny.onnx'), voice());
  writeFileSync(
    join(folder, 'tiny.onnx.json'),
    JSON.stringify({
      audio: { sample_rate: tinyVoiceRate },
      espeak: { voice: 'en-us' },
      language: { code: 'en_US', family: 'en' },
      num_speakers: speakers.length,
      speaker_id_map: Object.fromEntries(speakers.map((name, id) => [name, id])),
    }),
  );
  const tokens = Array.from(letters, (letter, id) => (letter === ' ' ? `  ${id}` : `${letter} ${id}`));
  writeFileSync(join(folder, 'tokens.txt'), `${tokens.join('\n')}\n`);
  // The runtime asks that these be there, and reads them only for voices that speak phonemes.
  for (const name of ['phontab', 'phonindex', 'phondata', 'intonations']) {
    writeFileSync(join(folder, 'espeak-ng-data', name), '\n');
  }
}

/** VITS as sherpa-onnx calls it; see `speaks` for what becomes of each letter. */
function voice(): Uint8Array {
  const graph = new OnnxGraph();
  const x = graph.input('x', 'int64', ['batch', 'length']);
  graph.input('x_length', 'int64', ['batch']);
  graph.input('noise_scale', 'float32', [1]);
  const lengthScale = graph.input('length_scale', 'float32', [1]);
  graph.input('noise_scale_w', 'float32', [1]);
  const speaker = graph.input('sid', 'int64', [1]);

  const toFloat = (value: string) => graph.op('Cast', [value], { to: 1 });
  const toInteger = (value: string) => graph.op('Cast', [value], { to: 7 });
  const step = toInteger(graph.op('Mul', [lengthScale, graph.floats([tinyLetterSeconds * tinyVoiceRate])]));
  const count = graph.op('Mul', [graph.op('Size', [x]), graph.op('Squeeze', [step])]);
  const place = graph.op('Range', [graph.integers([0], []), count, graph.integers([1], [])]);
  const letter = graph.op('Gather', [graph.op('Reshape', [x, graph.integers([-1])]), graph.op('Div', [place, step])]);

  const pitches = Array.from(letters, (_, id) => 200 + 25 * id);
  const loudness = Array.from(letters, (each) => (/[a-z0-9]/.test(each) ? 0.3 : 0));
  const higher = graph.op('Add', [toFloat(speaker), graph.floats([1])]);
  const pitch = graph.op('Mul', [graph.op('Gather', [graph.floats(pitches), letter]), higher]);
  const turns = graph.op('Mul', [graph.op('Mul', [pitch, toFloat(place)]), graph.floats([1 / tinyVoiceRate])]);
  const phase = graph.op('Sub', [turns, graph.op('Floor', [turns])]);
  const tone = graph.op('Sin', [graph.op('Mul', [phase, graph.floats([2 * Math.PI])])]);
  const sound = graph.op('Mul', [tone, graph.op('Gather', [graph.floats(loudness), letter])]);
  graph.output(graph.op('Reshape', [sound, graph.integers([1, 1, -1])]), 'y', 'float32', ['batch', 1, 'samples']);
  return graph.build({
    metadata: {
      model_type: 'vits',
      comment: 'tiny',
      frontend: 'characters',
      language: 'English',
      sample_rate: String(tinyVoiceRate),
      n_speakers: String(speakers.length),
      add_blank: '0',
      use_eos_bos: '0',
      punctuation: ', . ! ?',
    },
  });
}
