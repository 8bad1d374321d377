import { propKinds, sceneSpec, settings, species } from '@kinora/capabilities';
import type { SceneSpec, TimeOfDay, Weather } from '@kinora/capabilities';

const times: [RegExp, TimeOfDay][] = [
  [/\b(midnight|night|stars?)\b/, 'night'],
  [/\b(moon|moonlight|moonlit|moonrise)\b/, 'moonrise'],
  [/\b(dusk|evening|twilight)\b/, 'dusk'],
  [/\b(sunset|sunrise|golden)\b/, 'golden-hour'],
];
const weathers: [RegExp, Weather][] = [
  [/\b(snow|snowy|snowing)\b/, 'snow'],
  [/\b(rain|rainy|raining)\b/, 'rain'],
  [/\b(fog|foggy|mist|misty)\b/, 'mist'],
  [/\b(wind|windy|stormy)\b/, 'wind'],
  [/\b(cloud|clouds|cloudy)\b/, 'cloudy'],
];
const places: [RegExp, SceneSpec['setting']][] = [
  [/\b(wood|woods|trees)\b/, 'forest'],
  [/\b(house|room|bed)\b/, 'bedroom'],
  [/\b(ocean|waves)\b/, 'sea'],
  [/\b(field|grass)\b/, 'meadow'],
  [/\b(town|street)\b/, 'village'],
  [/\b(city|roofs?)\b/, 'rooftops'],
  [/\b(hill|hills|mountains)\b/, 'mountain'],
];

/** A scene from the words of a prompt: the place, characters and things that are named, a time, a weather. */
export function guessScene(prompt: string): SceneSpec {
  const text = prompt.toLowerCase();
  const names = (word: string) => new RegExp(`\\b${word.replace('-', '[- ]')}(e?s)?\\b`).test(text);
  const first = <Value>(table: [RegExp, Value][]) => table.find(([words]) => words.test(text))?.[1];
  const setting = settings.find(names) ?? first(places) ?? 'meadow';
  const cast = species.filter((kind) => kind !== 'thing' && names(kind)).slice(0, 3);
  const timeOfDay = first(times) ?? 'day';
  const isDark = timeOfDay === 'night' || timeOfDay === 'moonrise';
  return sceneSpec.parse({
    setting,
    timeOfDay,
    weather: first(weathers) ?? 'clear',
    mood: 'calm',
    light: { source: isDark ? 'moon' : 'sun', from: 'left', strength: isDark ? 0.5 : 0.8 },
    characters: cast.map((kind, index) => ({
      id: kind,
      species: kind,
      colours: { main: '#c98a4b', second: '#f3e3c8' },
      pose: 'stand',
      expression: 'happy',
      x: cast.length === 1 ? 0.42 : 0.3 + (0.4 * index) / (cast.length - 1),
      ground: 0.84,
      size: 0.36,
    })),
    props: propKinds
      .filter((kind) => names(kind))
      .slice(0, 3)
      .map((kind, index) => ({ kind, x: 0.66 + 0.12 * index, ground: 0.86 })),
    camera: { shot: 'wide', move: 'push', from: [0.5, 0.5, 1], to: [0.5, 0.5, 1.06] },
    focus: { x: 0.42, y: 0.6, quietArea: 'top' },
    moment: prompt.slice(0, 300),
  });
}
