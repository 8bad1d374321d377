import { gzipSync } from 'node:zlib';
import { composeStory, writeStory } from '../packages/studios/story/author/index.ts';
import { bandOf, levelMisses, type Band } from '../packages/studios/story/author/level.ts';
import { heldOutWishes } from '../packages/studios/story/author/held-out-wishes.ts';
import { sequences, sharedPart } from '../packages/studios/story/author/similarity.ts';
import { storyFaults } from '../packages/studios/story/author/prose/checks.ts';
import { script, sceneCount, storyRequest } from '../packages/studios/story/schema.ts';

/**
 * Writes 200 stories for wishes the author was not made for, and prints what a reader could not count: failures,
 * how alike any two are, how shapes and endings spread, what misses its reading level, and the time a story takes.
 * @param args `--seed <n>` (default 1), `--print <n>` prints that many stories as well.
 */
export default async function benchStories(args: string[]): Promise<void> {
  const option = (name: string, otherwise: number) =>
    args.includes(name) ? Number(args[args.indexOf(name) + 1]) : otherwise;
  const seed = option('--seed', 1);
  const ages = [2, 3, 4, 5, 5, 6, 7, 8, 9, 10];
  const texts: string[] = [];
  const sets: Set<string>[] = [];
  const times: number[] = [];
  const faults: string[] = [];
  const levels = new Map<Band, { stories: number; missed: string[] }>();
  const shapes = new Map<string, number>();
  const endings = new Map<string, number>();
  const signatures = new Set<string>();
  const plots: string[] = [];
  const wishes = heldOutWishes.slice(0, 200);
  writeStory({ ...storyRequest.parse({ wish: 'warm up', profile: { age: 5 } }), seed: 0 });
  for (const [i, wish] of wishes.entries()) {
    const age = ages[i % ages.length] ?? 5;
    const profile = {
      age,
      name: 'Ines',
      interests: ['maps', 'owls'],
      comforts: ['night light', 'humming'],
      fears: ['barking dogs'],
    };
    const request = {
      ...storyRequest.parse({ wish, profile, minutes: ([3, 3, 5, 10] as const)[i % 4] }),
      seed: seed * 1000 + i,
    };
    const start = performance.now();
    const { story, plan } = composeStory(request);
    times.push(performance.now() - start);
    script.parse(story);
    const text = story.scenes.map((scene) => scene.text).join('\n\n');
    if (story.scenes.length !== sceneCount(request)) faults.push(`${wish}: ${story.scenes.length} scenes`);
    for (const fault of storyFaults(story, plan)) faults.push(`${wish} (age ${age}): ${fault}`);
    const band = bandOf(age);
    const entry = levels.get(band) ?? { stories: 0, missed: [] };
    entry.stories++;
    const misses = levelMisses(
      story.scenes.map((scene) => scene.text),
      band,
    );
    if (misses.length) entry.missed.push(`${wish}: ${misses.join(', ')}`);
    levels.set(band, entry);
    shapes.set(plan.shape.id, (shapes.get(plan.shape.id) ?? 0) + 1);
    endings.set(plan.ending.id, (endings.get(plan.ending.id) ?? 0) + 1);
    signatures.add(plan.signature);
    plots.push(`${plan.shape.id} at ${age}`);
    texts.push(text);
    sets.push(sequences(text));
    if (i < option('--print', 0))
      console.log(
        `\n## ${story.title}\n(${wish}, age ${age})\n\n${story.scenes.map((scene) => scene.text).join('\n\n* * *\n\n')}\n`,
      );
  }
  const pairs: { share: number; a: number; b: number }[] = [];
  for (let a = 0; a < sets.length; a++)
    for (let b = a + 1; b < sets.length; b++)
      pairs.push({ share: sharedPart(sets[a] ?? new Set(), sets[b] ?? new Set()), a, b });
  pairs.sort((x, y) => y.share - x.share);
  times.sort((x, y) => x - y);
  const joined = texts.join('\n');
  console.log(`stories ${texts.length}, distinct plots ${signatures.size}`);
  console.log(`faults ${faults.length}${faults.length ? `\n  ${faults.slice(0, 40).join('\n  ')}` : ''}`);
  console.log(
    `shared 4-word sequences: max ${percent(pairs[0]?.share)}, p99 ${percent(pairs[Math.floor(pairs.length / 100)]?.share)}, median ${percent(pairs[Math.floor(pairs.length / 2)]?.share)}`,
  );
  for (const { share, a, b } of pairs.slice(0, 8))
    console.log(`  ${percent(share)}  ${wishes[a]} (${plots[a]}) | ${wishes[b]} (${plots[b]})`);
  console.log(
    `pairs that share more than a third: ${pairs.filter((pair) => pair.share > 1 / 3).length} of ${pairs.length}`,
  );
  console.log(`gzip of all texts: ${percent(gzipSync(joined).length / joined.length)} of their size`);
  console.log(`shapes ${shapes.size}: ${spread(shapes)}`);
  console.log(`endings ${endings.size}: ${spread(endings)}`);
  for (const [band, { stories, missed }] of [...levels].sort(([a], [b]) => a.localeCompare(b)))
    console.log(
      `band ${band}: ${stories} stories, ${missed.length} miss a limit${missed.length ? `\n  ${missed.slice(0, 6).join('\n  ')}` : ''}`,
    );
  console.log(
    `ms a story: median ${times[Math.floor(times.length / 2)]?.toFixed(0)}, p95 ${times[Math.floor(times.length * 0.95)]?.toFixed(0)}, max ${times.at(-1)?.toFixed(0)}`,
  );
}

function spread(counts: Map<string, number>): string {
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([id, count]) => `${id} ${count}`)
    .join(', ');
}

function percent(share = 0): string {
  return `${(share * 100).toFixed(1)} %`;
}
