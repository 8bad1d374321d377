import type { MusicVideoEdit, MusicVideoRequest, Scene, UploadedFile } from '@kinora/studios/music-video/schema';

/** What can be changed for the whole video. */
export type Settings = Pick<
  MusicVideoEdit,
  'theme' | 'world' | 'finish' | 'captions' | 'titleCard' | 'calm' | 'size' | 'fps' | 'teaserSeconds' | 'loopSeconds'
>;
type SceneChange = Omit<NonNullable<MusicVideoEdit['scenes']>[number], 'id'>;

/** Changes that are gathered before they are made. */
export type Draft = {
  scenes: Readonly<Record<string, SceneChange>>;
  add: readonly { id: string; start: number; description?: string }[];
  settings: Settings;
};

/** A scene as it will be. */
export type DraftScene = Scene & {
  /** Its picture is another than the one that is there. */
  isRepainted: boolean;
  isNew: boolean;
  isChanged: boolean;
  /** An own picture that was chosen but not yet taken over. */
  ownPicture?: UploadedFile;
};

export const emptyDraft: Draft = { scenes: {}, add: [], settings: {} };

/** Shortest stretch between two pictures, in seconds. */
export const shortestScene = 0.5;

/** A draft with one scene changed further. What equals the scene as it is falls away. */
export function changeScene(draft: Draft, scene: Scene, change: SceneChange): Draft {
  const added = draft.add.find(({ id }) => id === scene.id);
  if (added) {
    if (change.remove) return { ...draft, add: draft.add.filter((other) => other !== added) };
    const { start, description } = change;
    const next = { ...added, ...(start !== undefined && { start }), ...(description !== undefined && { description }) };
    return { ...draft, add: draft.add.map((other) => (other === added ? next : other)) };
  }
  const merged = { ...draft.scenes[scene.id], ...change };
  const kept = Object.entries(merged).filter(([key, value]) => {
    if (value === undefined || value === false) return key === 'locked' && value !== undefined && scene.locked;
    if (key === 'picture' && value === null) return scene.picture.kind === 'own';
    return value !== scene[key as keyof Scene];
  });
  const { [scene.id]: _, ...others } = draft.scenes;
  return {
    ...draft,
    scenes: kept.length > 0 ? { ...others, [scene.id]: Object.fromEntries(kept) as SceneChange } : others,
  };
}

/** A draft without any change of one scene. */
export function resetScene(draft: Draft, scene: string): Draft {
  return {
    ...draft,
    scenes: Object.fromEntries(Object.entries(draft.scenes).filter(([id]) => id !== scene)),
    add: draft.add.filter(({ id }) => id !== scene),
  };
}

/** A draft with settings of the whole video changed further. */
export function changeSettings(draft: Draft, request: MusicVideoRequest, change: Settings): Draft {
  const merged = { ...draft.settings, ...change };
  const kept = Object.entries(merged).filter(
    ([key, value]) => value !== undefined && value !== request[key as keyof Settings],
  );
  return { ...draft, settings: Object.fromEntries(kept) as Settings };
}

/** The scenes as they will be, in order of time. */
export function draftScenes(scenes: readonly Scene[], draft: Draft): DraftScene[] {
  const kept = scenes.flatMap((scene): DraftScene[] => {
    const change = draft.scenes[scene.id];
    if (!change) return [{ ...scene, isRepainted: false, isNew: false, isChanged: false }];
    if (change.remove) return [];
    const { redraw, picture, remove: _, ...rest } = change;
    const isReworded = rest.description !== undefined;
    return [
      {
        ...scene,
        ...(Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as Partial<Scene>),
        isRepainted: redraw === true || isReworded || picture !== undefined,
        isNew: false,
        isChanged: true,
        ...(picture && { ownPicture: picture }),
      },
    ];
  });
  const added = draft.add.map(({ id, start, description }): DraftScene => {
    const model = scenes.findLast((scene) => scene.start <= start) ?? scenes[0]!;
    return {
      ...model,
      id,
      start,
      word: 'New picture',
      description: description ?? 'Whatever fits here',
      transition: 'dissolve',
      motion: 'auto',
      locked: false,
      isRepainted: true,
      isNew: true,
      isChanged: true,
    };
  });
  return [...kept, ...added].toSorted((a, b) => a.start - b.start);
}

/** The edit that a draft asks for; null when it changes nothing. */
export function editOf(draft: Draft): MusicVideoEdit | null {
  const scenes = Object.entries(draft.scenes).map(([id, change]) => ({ id, ...change }));
  const add = draft.add.map(({ start, description }) => ({ start, ...(description && { description }) }));
  if (scenes.length === 0 && add.length === 0 && Object.keys(draft.settings).length === 0) return null;
  return { ...(scenes.length > 0 && { scenes }), ...(add.length > 0 && { add }), ...draft.settings };
}

/** How many changes a draft holds. */
export function changesIn(draft: Draft): number {
  const inScenes = Object.values(draft.scenes).reduce((sum, change) => sum + Object.keys(change).length, 0);
  return inScenes + draft.add.length + Object.keys(draft.settings).length;
}

/**
 * What the segment that begins with each scene is made of: the same key, the same film. A segment ends with the
 * transition into the next picture, so it depends on that picture too, unless that comes with a cut.
 * @param isCalm Whether cuts are dissolves. Default false.
 */
export function segmentKeys(scenes: readonly (Scene | DraftScene)[], isCalm = false): Map<string, string> {
  return new Map(
    scenes.map((scene, index) => {
      const next = scenes[index + 1];
      return [
        scene.id,
        JSON.stringify([
          scene.start,
          scene.motion,
          pictureKey(scene),
          index === 0 && scene.transition,
          next && [next.start, next.transition, next.transition === 'cut' && !isCalm ? null : pictureKey(next)],
        ]),
      ];
    }),
  );
}

/** How many segments a draft makes again, of how many. */
export function touchedSegments(
  scenes: readonly Scene[],
  draft: Draft,
  { hasLyrics, isCalm }: { hasLyrics: boolean; isCalm: boolean },
): { touched: number; of: number } {
  const planned = draftScenes(scenes, draft);
  const { settings } = draft;
  const isWhole =
    settings.size !== undefined ||
    settings.fps !== undefined ||
    settings.calm !== undefined ||
    (settings.captions !== undefined && hasLyrics);
  if (isWhole) return { touched: planned.length, of: planned.length };
  const isRestyled = settings.theme !== undefined || settings.world !== undefined || settings.finish !== undefined;
  const before = segmentKeys(scenes, isCalm);
  const after = segmentKeys(planned, isCalm);
  const touched = planned.filter((scene, index) => {
    if (before.get(scene.id) !== after.get(scene.id)) return true;
    const next = planned[index + 1];
    return (
      (isRestyled && (!scene.locked || (next !== undefined && !next.locked))) ||
      (index === 0 && settings.titleCard !== undefined)
    );
  });
  return { touched: touched.length, of: planned.length };
}

/** The span in which a scene's start may lie, in seconds; the first stays at 0. */
export function spanOf(scenes: readonly Scene[], id: string, duration: number): [number, number] {
  const index = scenes.findIndex((scene) => scene.id === id);
  if (index <= 0) return [0, 0];
  const before = scenes[index - 1]!.start + shortestScene;
  const after = (scenes[index + 1]?.start ?? duration) - shortestScene;
  return [before, Math.max(before, after)];
}

function pictureKey(scene: Scene | DraftScene): string {
  if ('isRepainted' in scene && scene.isRepainted) return `to be painted: ${scene.id}`;
  return JSON.stringify(scene.picture);
}
