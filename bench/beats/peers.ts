import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A beat tracker that is measured beside Kinora's. */
export type Peer = { name: string; track(wavFile: string): { beats: number[]; seconds: number } };

/** Peers that npm has. essentia.js is under the AGPL: it is a yardstick here and no part of Kinora. */
const packages = ['essentia.js@0.1.3', 'music-tempo@1.0.3'];

const librosa = `
import json, sys, time, librosa
y, sr = librosa.load(sys.argv[1])
librosa.beat.beat_track(y=y[:sr * 5], sr=sr)
start = time.time()
beats = librosa.beat.beat_track(y=y, sr=sr, units='time')[1]
print(json.dumps({'beats': [float(b) for b in beats], 'seconds': time.time() - start}))
`;

/**
 * Which peers this machine has: aubio and librosa when they are installed (Debian packages aubio-tools and python3-librosa),
 * those of npm when they are asked for; these are installed into a folder that is removed again.
 * @param options.install Whether to fetch those of npm.
 * @returns The peers, and names of those that are not there.
 */
export function findPeers({ install }: { install: boolean }): { peers: Peer[]; missing: string[] } & Disposable {
  const peers: Peer[] = [];
  const missing: string[] = [];
  const offer = (name: string, isThere: () => unknown, track: Peer['track']) => {
    try {
      isThere();
      peers.push({ name, track });
    } catch {
      missing.push(name);
    }
  };
  offer(
    'aubio',
    () => run('aubio', ['--version']),
    (file) => {
      const start = performance.now();
      const lines = run('aubio', ['beat', file]).split('\n');
      return { beats: lines.filter(Boolean).map(Number.parseFloat), seconds: (performance.now() - start) / 1000 };
    },
  );
  offer(
    'librosa',
    () => run('python3', ['-c', 'import librosa']),
    (file) => JSON.parse(run('python3', ['-c', librosa, file])) as ReturnType<Peer['track']>,
  );
  const folder = mkdtempSync(join(tmpdir(), 'kinora-peers-'));
  for (const name of ['essentia degara', 'essentia multifeature', 'music-tempo']) {
    offer(
      name,
      () => {
        if (!install) throw new Error('not asked for');
        installPackages(folder);
      },
      (file) => {
        const args = [join(import.meta.dirname, 'peer.mjs'), folder, name, file];
        return JSON.parse(run(process.execPath, args)) as ReturnType<Peer['track']>;
      },
    );
  }
  return { peers, missing, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

let isInstalled = false;

function installPackages(folder: string): void {
  if (isInstalled) return;
  mkdirSync(folder, { recursive: true });
  // A package.json of its own: npm looks for one further up otherwise.
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...packages], folder);
  isInstalled = true;
}

function run(command: string, args: string[], cwd?: string): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1e8, stdio: ['ignore', 'pipe', 'ignore'] });
}
