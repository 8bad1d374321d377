import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { OnnxGraph } from './onnx-writer.ts';

/** Hertz. */
const sampleRate = 24_000;
/** Seconds of each phoneme at speed 1. */
const phonemeSeconds = 0.06;
/** Phonemes at most. */
const longest = 256;

const symbols = '$;:,.!?—…"“” abcdefghijklmnopqrstuvwxyzæðŋɐɑɒɔəɚɛɜɡɪɹɾʃʊʌʒʔˈˌːθᵻɫ';

/** The voices of the tiny Kokoro, as its real ones are called: language, sex, name. */
export const tinyKokoroVoices = ['af_heart', 'bm_george', 'jf_alpha'];

/**
 * Writes a voice in the folder layout of Kokoro: each phoneme is a tone of its own, at the pitch of the speaker's style. The
 * phonemes are espeak-ng's, whose data it takes from the built-in narrator's package.
 */
export function writeTinyKokoro(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeEspeakData(join(folder, 'espeak-ng-data'));
  writeFileSync(join(folder, 'tokens.txt'), Array.from(symbols, (symbol, id) => `${symbol} ${id}\n`).join(''));
  const styles = tinyKokoroVoices.flatMap((_, speaker) => Array<number>(longest).fill(1 + speaker / 2));
  writeFileSync(join(folder, 'voices.bin'), new Uint8Array(Float32Array.from(styles).buffer));

  const graph = new OnnxGraph();
  const tokens = graph.input('tokens', 'int64', ['batch', 'length']);
  const style = graph.input('style', 'float32', ['batch', 1]);
  const speed = graph.input('speed', 'float32', [1]);
  const scalar = (value: string) => graph.op('Squeeze', [value]);
  const cast = (value: string, to: 'float' | 'integer') => graph.op('Cast', [value], { to: to === 'float' ? 1 : 7 });
  const step = cast(graph.op('Div', [graph.floats([phonemeSeconds * sampleRate]), speed]), 'integer');
  const count = graph.op('Mul', [graph.op('Size', [tokens]), scalar(step)]);
  const place = graph.op('Range', [graph.integers([0], []), count, graph.integers([1], [])]);
  const letter = graph.op('Gather', [
    graph.op('Reshape', [tokens, graph.integers([-1])]),
    graph.op('Div', [place, step]),
  ]);
  const pitches = Array.from(symbols, (_, id) => (150 + 8 * id) / sampleRate);
  const loudness = Array.from(symbols, (symbol) => (/\p{L}/u.test(symbol) ? 0.3 : 0));
  const pitch = graph.op('Mul', [graph.op('Gather', [graph.floats(pitches), letter]), scalar(style)]);
  const turns = graph.op('Mul', [pitch, cast(place, 'float')]);
  const phase = graph.op('Sub', [turns, graph.op('Floor', [turns])]);
  const tone = graph.op('Sin', [graph.op('Mul', [phase, graph.floats([2 * Math.PI])])]);
  const sound = graph.op('Mul', [tone, graph.op('Gather', [graph.floats(loudness), letter])]);
  graph.output(sound, 'audio', 'float32', ['samples']);
  writeFileSync(
    join(folder, 'model.onnx'),
    graph.build({
      metadata: {
        model_type: 'kokoro',
        language: 'English',
        has_espeak: '1',
        sample_rate: String(sampleRate),
        version: '1',
        voice: 'en-us',
        style_dim: `${longest},1,1`,
        n_speakers: String(tinyKokoroVoices.length),
        speaker_names: tinyKokoroVoices.join(','),
      },
    }),
  );
}

/** English alone, unpacked from the file system that the package carries in one file. */
function writeEspeakData(folder: string): void {
  const script = createRequire(import.meta.resolve('@kinora/providers/builtin')).resolve(
    '@echogarden/espeak-ng-emscripten',
  );
  const data = readFileSync(join(dirname(script), 'espeak-ng.data'));
  const entries = readFileSync(script, 'utf8').matchAll(
    /filename:"\/usr\/share\/espeak-ng-data\/([^"]+)",start:(\d+),end:(\d+)/g,
  );
  for (const [, name = '', start, end] of entries) {
    if (!/^(?:phon|intonations|en_dict|lang\/gmw\/en|voices\/)/.test(name)) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), data.subarray(Number(start), Number(end)));
  }
}
