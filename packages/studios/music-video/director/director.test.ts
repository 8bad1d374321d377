import { vistaSpec } from '@kinora/capabilities';
import type { Air, ThreadKind, VistaPalette, World } from '@kinora/capabilities';
import { describe, expect, test } from 'vitest';
import { musicVideoRequest, storyboard as storyboardSchema } from '../schema.ts';
import type { MusicVideoRequestInput, Storyboard } from '../schema.ts';
import { sampleAnalysis } from '../testing/sample-song.ts';
import type { SampleSong } from '../testing/sample-song.ts';
import { direct } from './index.ts';
import { fromHex, toHex } from './oklch.ts';
import { hueOfKey } from './palette.ts';
import { readWords } from './read-words.ts';
import { redescribe } from './redescribe.ts';

const song = { asset: 'a'.repeat(64), mediaType: 'audio/mpeg', bytes: 1000 };

function plan(asked: Partial<MusicVideoRequestInput> = {}, heard: SampleSong = {}): Storyboard {
  const request = musicVideoRequest.parse({ song, seed: 7, ...asked });
  return direct(request, { title: 'Paper Moon', analysis: sampleAnalysis(heard) });
}

function vistas({ scenes }: Storyboard) {
  return scenes.flatMap(({ picture }) => (picture.kind === 'drawn' ? [picture.vista] : []));
}

describe('the world of a theme', () => {
  const table: [theme: string, world: World, air?: Air, thread?: ThreadKind][] = [
    ['neon city in the rain', 'neon-city', 'rain'],
    ['Tokyo at midnight', 'neon-city'],
    ['driving downtown with the radio on', 'neon-city', undefined, 'road'],
    ['cyberpunk rooftops', 'neon-city'],
    ['夜の東京、ネオンと雨', 'neon-city', 'rain'],
    ['an astronaut far from home', 'cosmos', undefined, 'traveller'],
    ['falling through the galaxy', 'cosmos'],
    ['a rocket to the moon', 'cosmos', undefined, 'comet'],
    ['宇宙を旅する少女', 'cosmos', undefined, 'traveller'],
    ['underwater love song', 'ocean'],
    ['the last whale', 'ocean'],
    ['a sailor and the lighthouse', 'ocean'],
    ['深海の人魚', 'ocean'],
    ['lost in the desert', 'desert-road'],
    ['route 66, no way back', 'desert-road', undefined, 'road'],
    ['a cowboy without a horse', 'desert-road', undefined, 'traveller'],
    ['砂漠の道', 'desert-road', 'dust', 'road'],
    ['robots learning to dance', 'geometry'],
    ['abstract shapes in black and red', 'geometry'],
    ['a psychedelic trip', 'liquid-light'],
    ['northern aurora', 'liquid-light'],
    ['万華鏡', 'liquid-light'],
    ['cherry blossom in spring', 'dream-garden', 'petals'],
    ['a secret garden behind the house', 'dream-garden'],
    ['fireflies in the forest', 'dream-garden', 'stars', 'lantern'],
    ['桜の森', 'dream-garden', 'petals'],
    ['a detective in a smoky jazz bar', 'film-noir', 'mist', 'traveller'],
    ['gangster blues', 'film-noir'],
    ['路地裏の探偵', 'film-noir', undefined, 'traveller'],
    ['a train through snow', 'mountain-dawn', 'snow', 'road'],
    ['sunrise over the mountains', 'mountain-dawn'],
    ['雪の富士山', 'mountain-dawn', 'snow'],
    ['an old circus comes to town', 'paper-theatre'],
    ['paper boats', 'paper-theatre', undefined, 'boat'],
    ['折り紙の鳥', 'paper-theatre', undefined, 'bird'],
  ];

  test.each(table)('“%s” is set in %s', (theme, world, air, thread) => {
    const storyboard = plan({ theme });
    const [first] = vistas(storyboard);
    expect(storyboard.world).toBe(world);
    expect(first).toMatchObject({ ...(air && { air }), ...(thread && { thread: { kind: thread } }) });
    expect(new Set(vistas(storyboard).map((vista) => vista.air)).size).toBeLessThan(air ? 2 : 3);
  });

  test('is the one that was chosen, whatever the theme says', () => {
    expect(plan({ theme: 'neon city', world: 'ocean' }).world).toBe('ocean');
  });

  test('comes from the music where no theme is given: dark and tense songs are not set in a dream garden', () => {
    const worldsOf = (mood: { tension: number; brightness: number }) =>
      new Set(Array.from({ length: 40 }, (_, seed) => plan({ seed }, { mood }).world));
    expect(worldsOf({ tension: 0.6, brightness: -0.8 })).not.toContain('dream-garden');
    expect(worldsOf({ tension: -0.6, brightness: 0.8 })).not.toContain('film-noir');
    expect(worldsOf({ tension: 0, brightness: 0 }).size).toBeGreaterThan(3);
  });

  test('“without rain” is no rain', () => {
    expect(readWords('a city without rain').air).toBeUndefined();
    expect(readWords('no snow, never the fog').air).toBeUndefined();
  });
});

describe('a storyboard', () => {
  test('is the same for the same seed and another for another', () => {
    expect(plan()).toEqual(plan());
    expect(plan({ seed: 8 }).scenes).not.toEqual(plan().scenes);
  });

  test('is what the schema says, for every world and length', () => {
    for (const theme of [
      'neon',
      'galaxy',
      'sea',
      'desert',
      'abstract',
      'psychedelic',
      'garden',
      'noir',
      'mountain',
      'circus',
    ]) {
      for (const seconds of [3, 20, 90, 600]) {
        const storyboard = plan({ theme }, { seconds });
        expect(storyboardSchema.parse(storyboard)).toEqual(storyboard);
        for (const vista of vistas(storyboard)) expect(vistaSpec.parse(vista)).toEqual(vista);
      }
    }
  });

  test('has one picture for each key moment, the first at 0', () => {
    const { scenes } = plan();
    expect(scenes.map(({ start }) => start)).toEqual(sampleAnalysis().key_moments.map(({ timestamp }) => timestamp));
    expect(scenes[0]!.start).toBe(0);
  });

  test('says what happens in the music', () => {
    expect(plan({}, { keyMoments: 9 }).scenes.map(({ word }) => word)).toEqual([
      'Intro',
      'Verse',
      'Build-up',
      'Chorus',
      'Second verse',
      'Last chorus',
      'Bridge',
      'Loudest',
      'Outro',
    ]);
  });

  test('arrives from afar, is at its height at the climax, and leaves', () => {
    for (let seed = 0; seed < 20; seed++) {
      const shown = vistas(plan({ seed }));
      const views = shown.map(({ view }) => view);
      expect([views[0], views.at(-1)]).toEqual(['establishing', 'departure']);
      expect(views.filter((view) => view === 'summit')).toHaveLength(1);
      const energies = shown.map(({ energy }) => energy);
      expect(energies[views.indexOf('summit')]).toBe(Math.max(...energies));
    }
  });

  test('comes back to the place of the chorus, bigger', () => {
    const storyboard = plan({}, { keyMoments: 9 });
    const [first, again] = [3, 5].map((index) => storyboard.scenes[index]!.picture);
    if (first?.kind !== 'drawn' || again?.kind !== 'drawn') throw new Error('both are drawn');
    expect([again.vista.view, again.seed]).toEqual([first.vista.view, first.seed]);
    expect([first.vista.returns, again.vista.returns]).toEqual([0, 1]);
    expect(again.vista.energy).toBeGreaterThan(first.vista.energy);
  });

  test('leads one thread through the song, always further', () => {
    const shown = vistas(plan());
    expect(new Set(shown.map(({ thread }) => thread.kind)).size).toBe(1);
    const ways = shown.map(({ thread }) => thread.progress);
    expect(ways).toEqual(ways.toSorted((a, b) => a - b));
    expect([ways[0], ways.at(-1)]).toEqual([0, 1]);
  });

  test('tells every picture in words of its own', () => {
    for (const theme of ['neon city', 'ocean', 'circus']) {
      const words = plan({ theme }, { keyMoments: 9 }).scenes.map(({ description }) => description);
      expect(new Set(words).size).toBe(words.length);
      for (const sentence of words) {
        expect(sentence).toMatch(/^\p{Lu}.{20,280}\.$/u);
        expect(sentence).not.toMatch(/ {2}|,,|\.\./u);
      }
    }
  });

  test('keeps each character on its side, alone in close pictures, all together at the climax', () => {
    const characters = Array.from({ length: 3 }, () => ({ picture: song }));
    const shown = vistas(plan({ characters }));
    const climax = shown.find(({ view }) => view === 'summit')!;
    expect(climax.figures.map(({ picture }) => picture)).toEqual([0, 1, 2]);
    for (const { view, figures, thread } of shown) {
      expect(figures.map(({ x }) => x)).toEqual(figures.map(({ x }) => x).toSorted((a, b) => a - b));
      expect(figures.length).toBeGreaterThan(0);
      expect(figures.length).toBeLessThanOrEqual(view === 'detail' ? 1 : 3);
      expect(thread.kind).not.toBe('traveller');
    }
  });
});

describe('colours', () => {
  const lightness = (colour: string) => fromHex(colour).lightness;
  const paletteOf = (asked: Partial<MusicVideoRequestInput>, heard: SampleSong = {}): VistaPalette =>
    vistas(plan(asked, heard))[0]!.palette;

  test('go to OKLCH and back', () => {
    for (const colour of ['#c8642f', '#000000', '#ffffff', '#123456']) expect(toHex(fromHex(colour))).toBe(colour);
    expect(toHex({ lightness: 0.7, chroma: 0.5, hue: 140 })).toMatch(/^#[0-9a-f]{6}$/);
  });

  test('of neighbours on the circle of fifths are neighbours, and of relative keys the same', () => {
    expect(hueOfKey({ tonic: 'G', mode: 'major' }) - hueOfKey({ tonic: 'C', mode: 'major' })).toBe(30);
    expect(hueOfKey({ tonic: 'A', mode: 'minor' })).toBe(hueOfKey({ tonic: 'C', mode: 'major' }));
    for (const tonic of ['Bb', 'B♭', 'A♯'])
      expect(hueOfKey({ tonic, mode: 'major' })).toBe(hueOfKey({ tonic: 'A#', mode: 'major' }));
  });

  test('run from deep to light in every world, and none is mud', () => {
    for (const theme of [
      'neon',
      'galaxy',
      'sea',
      'desert',
      'abstract',
      'psychedelic',
      'garden',
      'noir',
      'mountain',
      'circus',
    ]) {
      for (const tonic of ['C', 'D#', 'F#', 'A']) {
        for (const brightness of [-0.9, 0, 0.9]) {
          const heard: SampleSong = {
            key: { tonic, mode: 'minor', confidence: 1 },
            mood: { tension: 0.5, brightness },
          };
          for (const { palette } of vistas(plan({ theme }, heard))) {
            const { deep, light, ...rest } = palette;
            for (const colour of Object.values(rest)) {
              expect(lightness(colour)).toBeGreaterThan(lightness(deep));
              expect(lightness(colour)).toBeLessThan(lightness(light));
              const { hue, chroma, lightness: value } = fromHex(colour);
              const isOlive = value < 0.55 && chroma > 0.05 && hue > 80 && hue < 130;
              expect(isOlive, `${theme} ${tonic} ${colour}`).toBe(false);
            }
            expect(lightness(light) - lightness(deep)).toBeGreaterThan(0.5);
          }
        }
      }
    }
  });

  test('are those that the theme names; night is dark and day is bright', () => {
    expect(fromHex(paletteOf({ theme: 'a red dress in a noir city' }).accent).hue).toBeLessThan(45);
    const reds = vistas(plan({ theme: 'a red dress in a noir city' })).map(
      ({ palette }) => fromHex(palette.accent).hue,
    );
    expect(Math.max(...reds) - Math.min(...reds)).toBeLessThan(20);
    expect(fromHex(paletteOf({ theme: 'abstract shapes in blue and gold' }).main).hue).toBeGreaterThan(230);
    expect(lightness(paletteOf({ theme: 'the sea at night' }).sky)).toBeLessThan(0.4);
    expect(lightness(paletteOf({ theme: 'the sea on a sunny day' }).sky)).toBeGreaterThan(0.6);
  });
});

describe('other words for a picture', () => {
  const analysis = sampleAnalysis();
  const scene = plan({ theme: 'neon city in the rain' }).scenes[2]!;
  if (scene.picture.kind !== 'drawn') throw new Error('it is drawn');
  const { vista } = scene.picture;
  const change = (words: string) =>
    redescribe({ ...scene, vista }, words, { theme: 'neon city in the rain', analysis });

  test('change the weather, and take it away', () => {
    expect(change('The towers in thick snow.').air).toBe('snow');
    const rainy = { description: 'Towers in the rain.', vista };
    expect(redescribe(rainy, 'Towers.', { theme: '', analysis }).air).toBe('clear');
  });

  test('change what leads through, how near one is, how grand it is, and the world', () => {
    expect(change('A white bird between the towers.').thread.kind).toBe('bird');
    expect(change('Close-up of a glowing sign.')).toMatchObject({ view: 'detail', world: 'neon-city' });
    expect(change('The quiet, empty city.').energy).toBeLessThan(0.25);
    expect(change('Suddenly we are underwater among whales.').world).toBe('ocean');
  });

  test('change the colours to those they name', () => {
    expect(fromHex(change('The towers in emerald light.').palette.accent).hue).toBeCloseTo(155, -1.5);
    expect(change('The towers in emerald light.').palette).not.toEqual(vista.palette);
  });

  test('change nothing that they do not speak of', () => {
    const same = change(`${scene.description.slice(0, -1)}, and that is all.`);
    expect({ ...same, moment: '' }).toEqual({ ...vista, moment: '' });
  });
});
