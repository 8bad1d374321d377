// Runs a beat tracker from a folder of npm packages on a WAV file (16 bits, mono) and prints beats and seconds as JSON:
// node peer.mjs FOLDER NAME FILE
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder, name, file] = process.argv.slice(2);
const load = createRequire(join(folder, 'peer.js'));
const wav = readFileSync(file);
const samples = Float32Array.from(
  { length: (wav.length - 44) >> 1 },
  (_, index) => wav.readInt16LE(44 + 2 * index) / 32768,
);
const trackers = {
  'music-tempo': () => {
    const MusicTempo = load('music-tempo');
    const start = performance.now();
    return { beats: [...new MusicTempo(samples).beats], start };
  },
  'essentia degara': () => rhythm('degara'),
  'essentia multifeature': () => rhythm('multifeature'),
};

function rhythm(method) {
  const { Essentia, EssentiaWASM } = load('essentia.js');
  const essentia = new Essentia(EssentiaWASM);
  const start = performance.now();
  const { ticks } = essentia.RhythmExtractor2013(essentia.arrayToVector(samples), 208, method, 40);
  return { beats: [...essentia.vectorToArray(ticks)], start };
}

const { beats, start } = trackers[name]();
process.stdout.write(JSON.stringify({ beats, seconds: (performance.now() - start) / 1000 }));
process.exit();
