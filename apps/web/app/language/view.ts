import { create } from 'zustand';
import { persist } from 'zustand/middleware';

type View = {
  hasFurigana: boolean;
  isFollowing: boolean;
  itemsAs: 'cards' | 'table';
  setView: (change: Partial<Omit<View, 'setView'>>) => void;
};

/** How lessons are looked at, kept in this browser only. */
export const useView = create<View>()(
  persist((set) => ({ hasFurigana: true, isFollowing: true, itemsAs: 'cards', setView: (change) => set(change) }), {
    name: 'kinora-lesson-view',
    version: 1,
  }),
);
