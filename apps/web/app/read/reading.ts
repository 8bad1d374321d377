import { create } from 'zustand';
import { persist } from 'zustand/middleware';

/** How this browser reads. */
export type ReadingSettings = {
  /** Steps of the text size, 0 to 4; 2 is the middle. */
  size: number;
  typeface: 'story' | 'easy';
  layout: 'pages' | 'scroll';
  /** Playback rate of the voice. */
  speed: number;
};

type Reading = ReadingSettings & {
  /** The page each story was left at, from 1. */
  pages: Record<string, number>;
  set: (change: Partial<ReadingSettings>) => void;
  leaveAt: (storyId: string, page: number | null) => void;
};

/** Reading settings and bookmarks, kept in this browser. */
export const useReading = create<Reading>()(
  persist(
    (set) => ({
      size: 2,
      typeface: 'story',
      layout: 'pages',
      speed: 1,
      pages: {},
      set: (change) => set(change),
      leaveAt: (storyId, page) =>
        set((state) => {
          const { [storyId]: _, ...others } = state.pages;
          return { pages: page === null ? others : { ...others, [storyId]: page } };
        }),
    }),
    { name: 'kinora-reading', version: 1 },
  ),
);
