import { artStyles, sceneSpec, settings } from '@kinora/capabilities';
import type { ArtStyle, SceneSpec, Setting } from '@kinora/capabilities';
import { flatten, illustrate } from '@kinora/media/drawing';

/** Milliseconds in which all layers of a picture are to be drawn. */
const bar = 400;

/**
 * Milliseconds of processor time to draw all layers of a picture and flatten them, 1280 × 720 with overscan, per setting and style.
 * @param args Names of settings (default all), and `--runs n` (default 5).
 */
export default async function benchIllustrator(args: string[]): Promise<void> {
  const at = args.indexOf('--runs');
  const runs = at < 0 ? 5 : Number(args[at + 1]);
  const chosen = settings.filter((setting) => args.length === 0 || at === 0 || args.includes(setting));
  console.log(`setting        ${artStyles.map((style) => style.padStart(18)).join('')}`);
  for (const style of artStyles) measure('forest', style, 1);
  const all: number[] = [];
  const perStyle = new Map<ArtStyle, number[]>();
  for (const setting of chosen) {
    const cells = artStyles.map((style) => {
      const times = measure(setting, style, runs);
      all.push(...times);
      perStyle.set(style, [...(perStyle.get(style) ?? []), ...times]);
      return `${quantile(times, 0.5).toFixed(0)} (p90 ${quantile(times, 0.9).toFixed(0)})`.padStart(18);
    });
    console.log(setting.padEnd(15) + cells.join(''));
  }
  const row = artStyles.map((style) => {
    const times = perStyle.get(style) ?? [];
    return `${quantile(times, 0.5).toFixed(0)} (p90 ${quantile(times, 0.9).toFixed(0)})`.padStart(18);
  });
  console.log('all'.padEnd(15) + row.join(''));
  const median = quantile(all, 0.5);
  console.log(
    `median ${median.toFixed(0)} ms, p90 ${quantile(all, 0.9).toFixed(0)} ms of processor time (bar: median ≤ ${bar} ms): ${median <= bar ? 'met' : 'missed'}`,
  );
}

function measure(setting: Setting, style: ArtStyle, runs: number): number[] {
  return Array.from({ length: runs }, (_, run) => {
    const scene = sceneAt(setting, run);
    const before = process.cpuUsage();
    // Flattening makes the canvas carry out what it has only noted so far.
    flatten(illustrate(scene, { style, width: 1280, height: 720, seed: run + 1 }), { style });
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
}

/** Two characters and two props, another hour in each run. */
function sceneAt(setting: Setting, run: number): SceneSpec {
  const times = ['golden-hour', 'night', 'day', 'dusk', 'moonrise'] as const;
  return sceneSpec.parse({
    setting,
    timeOfDay: times[run % times.length],
    weather: run % 3 === 2 ? 'cloudy' : 'clear',
    mood: 'curious',
    light: { source: 'sun', from: 'left', strength: 0.8 },
    characters: [
      {
        id: 'fox',
        species: 'fox',
        colours: { main: '#e8803c', second: '#fbe8d0' },
        clothes: [{ kind: 'scarf', colour: '#4f9a8a', pattern: 'stripes' }],
        pose: 'walk',
        expression: 'curious',
        x: 0.36,
        ground: 0.86,
        size: 0.34,
      },
      {
        id: 'rabbit',
        species: 'rabbit',
        colours: { main: '#b8a898', second: '#f6ece0' },
        pose: 'sit',
        expression: 'happy',
        x: 0.66,
        ground: 0.87,
        size: 0.28,
        facing: 'left',
      },
    ],
    props: [
      { kind: 'lantern', x: 0.5, ground: 0.88, state: 'lit' },
      { kind: 'basket', x: 0.8, ground: 0.86 },
    ],
    camera: { shot: 'wide', move: 'drift', from: [0.5, 0.5, 1], to: [0.5, 0.5, 1.08] },
    focus: { x: 0.36, y: 0.66, quietArea: 'top-right' },
    moment: 'A fox and a rabbit are out.',
  });
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
