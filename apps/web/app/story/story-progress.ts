import type { AssetRef, ReuseCount } from '@kinora/capabilities';
import type { OutputKind, Story, StoryEvent, StoryScene } from '@kinora/studios/story/schema';

/** One page while it comes to be: words first, then the picture, then the voice. */
export type Page = {
  id: string;
  text: string;
  picture?: AssetRef;
  altText?: string;
  /** There when the page can be read and heard. */
  scene?: StoryScene;
  /** Being made right now. */
  isBusy: boolean;
};

/** A story as far as it is known: from its result, and from the events of the job that makes or changes it. */
export type StoryProgress = {
  title?: string;
  note?: string;
  /** How many pages there will be; 0 when not known yet. */
  expected: number;
  pages: Page[];
  outputs: Partial<Record<OutputKind, { fraction: number; file?: AssetRef }>>;
  reuse?: ReuseCount;
  /** Seconds from the start of the job to: words, first page, the latest page. */
  seconds: { written?: number; first?: number; latest?: number };
};

/** Before anything is known. */
export const emptyProgress: StoryProgress = { expected: 0, pages: [], outputs: {}, seconds: {} };

/** A finished story as progress, on which the events of an edit can build. */
export function progressOf(story: Story): StoryProgress {
  return {
    title: story.title,
    note: story.note,
    expected: story.scenes.length,
    pages: story.scenes.map((scene) => ({ ...pageOf(scene), isBusy: false })),
    outputs: Object.fromEntries(
      Object.entries(story.outputs).map(([kind, file]) => [kind, { fraction: 1, file }]),
    ) as StoryProgress['outputs'],
    reuse: story.reuse,
    seconds: {},
  };
}

/** What is known after one more event. */
export function advance(progress: StoryProgress, event: StoryEvent): StoryProgress {
  switch (event.type) {
    case 'story-start':
      return { ...progress, expected: event.scenes, reuse: undefined, seconds: {} };
    case 'story-written':
      return {
        ...progress,
        title: event.title,
        note: event.note ?? progress.note,
        expected: event.texts.length,
        pages: event.texts.map(({ id, text }) => {
          const known = progress.pages.find((page) => page.id === id);
          return known
            ? { ...known, text, scene: known.text === text ? known.scene : undefined }
            : { id, text, isBusy: false };
        }),
        seconds: { ...progress.seconds, written: event.seconds },
      };
    case 'scene-written': {
      const others = progress.pages.filter(({ id }) => id !== event.scene);
      return {
        ...progress,
        title: event.title,
        pages: [...others, { id: event.scene, text: event.text, isBusy: true }],
      };
    }
    case 'scene-start':
      return changePage(progress, event.scene, (page) => ({ ...page, isBusy: true }));
    case 'scene-picture':
      return changePage(progress, event.scene, (page) => ({
        ...page,
        picture: event.picture,
        altText: event.altText,
      }));
    case 'scene-end':
      return {
        ...changePage(progress, event.scene, () => ({ ...pageOf(event.page), isBusy: false })),
        seconds: { ...progress.seconds, first: progress.seconds.first ?? event.seconds, latest: event.seconds },
      };
    case 'output-start':
      return changeOutput(progress, event.output, { fraction: 0 });
    case 'output-progress':
      return changeOutput(progress, event.output, { fraction: event.fraction });
    case 'output-end':
      return changeOutput(progress, event.output, { fraction: 1, file: event.file });
    case 'story-end':
      return { ...progress, reuse: event.reuse, pages: progress.pages.map((page) => ({ ...page, isBusy: false })) };
  }
}

/** How many pages can be read and heard, counted from the first without a gap. */
export function readyPages(progress: StoryProgress): number {
  const gap = progress.pages.findIndex((page) => !page.scene);
  return gap === -1 ? progress.pages.length : gap;
}

function pageOf(scene: StoryScene): Omit<Page, 'isBusy'> {
  return { id: scene.id, text: scene.text, picture: scene.picture, altText: scene.altText, scene };
}

function changePage(progress: StoryProgress, id: string, change: (page: Page) => Page): StoryProgress {
  return { ...progress, pages: progress.pages.map((page) => (page.id === id ? change(page) : page)) };
}

function changeOutput(
  progress: StoryProgress,
  kind: OutputKind,
  output: { fraction: number; file?: AssetRef },
): StoryProgress {
  return { ...progress, outputs: { ...progress.outputs, [kind]: output } };
}
