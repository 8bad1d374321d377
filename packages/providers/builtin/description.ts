import { KinoraError } from '@kinora/capabilities';
import type { CharacterSpec, ImageDescriber, SceneSpec } from '@kinora/capabilities';
import { describeInEnglish } from './description/english.ts';
import { describeInJapanese } from './description/japanese.ts';
import { describeVista, vistaTags } from './description/vista.ts';

/**
 * Describes a picture from the scene or the vista it was drawn from: who does what, where, when, and what catches the eye.
 * At most 250 characters; nothing that isn't in it.
 */
export function createBuiltinDescriber(): ImageDescriber {
  return {
    provider: 'builtin',
    modelId: 'describer',
    async describe({ scene, vista, language }, { signal } = {}) {
      signal?.throwIfAborted();
      if (vista) return { altText: describeVista(vista, language), tags: vistaTags(vista) };
      if (!scene) {
        const message =
          'The built-in describer reads scenes and vistas and this picture has none; set up one that sees, or use the built-in illustrator.';
        throw new KinoraError('provider.unavailable', message, { data: { cannotJudge: true } });
      }
      const altText = language === 'ja' ? describeInJapanese(scene) : describeInEnglish(scene);
      return { altText, tags: listTags(scene) };
    },
  };
}

/** Kinds, place, time, weather and mood, the main character first, without doubles. */
function listTags(scene: SceneSpec): string[] {
  const weather = scene.weather === 'clear' ? [] : [scene.weather];
  const tags = [
    ...scene.characters.map(nameKind),
    scene.setting,
    scene.timeOfDay,
    ...weather,
    ...scene.props.map(({ kind }) => kind),
    scene.mood,
    scene.season,
  ];
  return [...new Set(tags.map((tag) => tag.toLowerCase().replaceAll('-', ' ')))];
}

function nameKind({ kind, species, prop }: CharacterSpec): string {
  return kind ?? (species === 'thing' && prop ? prop : species);
}
