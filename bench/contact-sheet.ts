import { writeFile } from 'node:fs/promises';
import { artStyles, sceneSpec, settings, timesOfDay, weathers } from '@kinora/capabilities';
import type { CharacterSpec, SceneSpec, Setting } from '@kinora/capabilities';
import { flatten, illustrate } from '@kinora/media/drawing';
import { createCanvas } from '@napi-rs/canvas';

type Actor = Pick<CharacterSpec, 'species' | 'colours' | 'clothes' | 'person' | 'pose' | 'expression' | 'size'>;
const clothing = (
  kind: CharacterSpec['clothes'][number]['kind'],
  colour: string,
  pattern: CharacterSpec['clothes'][number]['pattern'] = 'plain',
) => [{ kind, colour, pattern }];

/** A dozen leads and their friends. */
const cast: readonly Actor[] = [
  {
    species: 'fox',
    colours: { main: '#c8642f', second: '#f3dfc4' },
    clothes: clothing('scarf', '#3f7fae'),
    pose: 'wave',
    expression: 'happy',
    size: 0.34,
  },
  {
    species: 'owl',
    colours: { main: '#8a6a52', second: '#efdcbc' },
    clothes: clothing('glasses', '#3a3040'),
    pose: 'stand',
    expression: 'calm',
    size: 0.24,
  },
  {
    species: 'child',
    colours: { main: '#d05a4a', second: '#f0d0a0' },
    clothes: clothing('dungarees', '#3f6f9a'),
    person: { skin: '#8a5a3c', hair: 'afro', hairColour: '#2a1c18', aids: [] },
    pose: 'point',
    expression: 'curious',
    size: 0.36,
  },
  {
    species: 'rabbit',
    colours: { main: '#d8cbbf', second: '#fff6ea' },
    clothes: clothing('waistcoat', '#6f8a5c'),
    pose: 'look-up',
    expression: 'surprised',
    size: 0.3,
  },
  {
    species: 'bear',
    colours: { main: '#8a5c3c', second: '#d8b48a' },
    clothes: clothing('jumper', '#b8483e', 'stripes'),
    pose: 'sit',
    expression: 'sleepy',
    size: 0.4,
  },
  {
    species: 'hedgehog',
    colours: { main: '#7a6250', second: '#e8d0b0' },
    clothes: clothing('hat', '#4f7f7a'),
    pose: 'walk',
    expression: 'shy',
    size: 0.22,
  },
  {
    species: 'robot',
    colours: { main: '#8fa8b8', second: '#e8c070' },
    clothes: [],
    pose: 'hold',
    expression: 'happy',
    size: 0.34,
  },
  {
    species: 'cat',
    colours: { main: '#4c4a58', second: '#e8e0d8' },
    clothes: clothing('bow', '#d8788a'),
    pose: 'walk',
    expression: 'proud',
    size: 0.26,
  },
  {
    species: 'child',
    colours: { main: '#e8b84c', second: '#f0d0a0' },
    clothes: clothing('dress', '#7a5c9c', 'dots'),
    person: { skin: '#f2cfae', hair: 'braids', hairColour: '#b86a34', aids: ['glasses'] },
    pose: 'jump',
    expression: 'laughing',
    size: 0.35,
  },
  {
    species: 'penguin',
    colours: { main: '#2f3a4c', second: '#fbf6ec' },
    clothes: clothing('scarf', '#d8503c', 'stripes'),
    pose: 'stand',
    expression: 'curious',
    size: 0.28,
  },
  {
    species: 'elephant',
    colours: { main: '#9a9aa8', second: '#d8b8b8' },
    clothes: [],
    pose: 'walk',
    expression: 'calm',
    size: 0.42,
  },
  {
    species: 'dragon',
    colours: { main: '#5f9a6c', second: '#e8d890' },
    clothes: [],
    pose: 'sit',
    expression: 'happy',
    size: 0.4,
  },
];

const cell = { width: 320, height: 180 };
const columns = 10;

/** Draws every setting in every style with a dozen characters, at changing hours and in changing weather. */
export default async function contactSheet(args: string[]): Promise<void> {
  const out = args[0] ?? 'docs/pictures/contact-sheet.jpg';
  const pictures = settings.flatMap((setting, row) =>
    artStyles.map((style, column) => ({ setting, style, index: row * artStyles.length + column })),
  );
  const sheet = createCanvas(columns * cell.width, Math.ceil(pictures.length / columns) * cell.height);
  const context = sheet.getContext('2d');
  for (const { setting, style, index } of pictures) {
    const layers = illustrate(scene(setting, index), {
      style,
      width: cell.width * 2,
      height: cell.height * 2,
      seed: 40 + index,
    });
    context.drawImage(
      flatten(layers, { style }),
      (index % columns) * cell.width,
      Math.floor(index / columns) * cell.height,
      cell.width,
      cell.height,
    );
  }
  await writeFile(out, await sheet.encode('jpeg', 80));
  console.log(`${pictures.length} pictures: ${out}`);
}

function scene(setting: Setting, index: number): SceneSpec {
  const timeOfDay = timesOfDay[(index + 2 * Math.floor(index / 4)) % timesOfDay.length]!;
  const weather = weathers[(index * 5 + Math.floor(index / 7)) % weathers.length]!;
  const isDark = timeOfDay === 'night' || timeOfDay === 'moonrise';
  const swims = setting === 'underwater';
  const lead = cast[index % cast.length]!;
  const friend = cast[(index * 5 + 1) % cast.length]!;
  const friends =
    friend === lead
      ? []
      : [
          {
            ...friend,
            id: 'friend',
            x: 0.62,
            ground: 0.87,
            size: friend.size * 0.8,
            facing: 'left' as const,
            pose: swims ? ('swim' as const) : friend.pose,
          },
        ];
  return sceneSpec.parse({
    setting,
    timeOfDay,
    weather: weather === 'snow' && ['desert', 'moon', 'underwater', 'cave'].includes(setting) ? 'clear' : weather,
    season:
      weather === 'snow' || setting === 'snow-wood' ? 'winter' : (['spring', 'summer', 'autumn'] as const)[index % 3],
    mood: 'wonder',
    light: { source: isDark ? 'moon' : 'sun', from: index % 2 === 0 ? 'left' : 'right', strength: 0.7 },
    characters: [
      { ...lead, id: 'lead', x: 0.4, ground: swims ? 0.6 : 0.86, facing: 'right', pose: swims ? 'swim' : lead.pose },
      ...friends,
    ],
    props: isDark ? [{ kind: 'lantern', x: 0.5, ground: 0.9, state: 'lit' }] : [],
    camera: { shot: 'wide', move: 'push', from: [0.5, 0.5, 1], to: [0.5, 0.5, 1.06] },
    focus: { x: 0.44, y: 0.6, quietArea: 'top' },
    moment: 'They look at each other.',
  });
}
