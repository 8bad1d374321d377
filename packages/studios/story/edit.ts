import { KinoraError } from '@kinora/capabilities';
import type { Script, StoryEdit, StoryRequest } from './schema.ts';

/**
 * Applies an edit to what a story was made from; nothing is computed here.
 * @returns The changed request and script, and in a few words what changed.
 * @throws KinoraError `request.invalid` when the edit names a scene that the story doesn't have.
 */
export function applyEdit(
  request: StoryRequest,
  script: Script,
  edit: StoryEdit,
): { request: StoryRequest; script: Script; change: string } {
  const changes: string[] = [];
  const scenes = structuredClone(script.scenes);
  for (const change of edit.scenes ?? []) {
    const index = scenes.findIndex((scene) => scene.id === change.id);
    const scene = scenes[index];
    if (scene === undefined) {
      throw new KinoraError(
        'request.invalid',
        `This story has no page "${change.id}". Load the story again and repeat the change.`,
        {
          data: { field: 'scenes', allowed: scenes.map(({ id }) => id).join(', ') },
        },
      );
    }
    if (change.text !== undefined && change.text !== scene.text) {
      scene.text = change.text;
      changes.push(`words of page ${index + 1}`);
    }
    if (change.redraw === true) {
      scene.pictureSeed = (scene.pictureSeed + 1) % 2 ** 31;
      changes.push(`picture of page ${index + 1}`);
    }
  }
  const settings = (['style', 'voice', 'pace', 'music', 'captions', 'aspect'] as const).filter(
    (key) => edit[key] !== undefined && edit[key] !== request[key],
  );
  if (edit.title !== undefined && edit.title !== script.title) changes.push('title');
  changes.push(...settings);
  return {
    request: { ...request, ...Object.fromEntries(settings.map((key) => [key, edit[key]])) },
    script: { ...script, title: edit.title ?? script.title, scenes },
    change: changes.join(', ') || 'nothing',
  };
}
