import type { LessonChoices } from '@kinora/studios/language/schema';
import { lessonChoices } from '@kinora/studios/language/schema';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

type Remembered = { choices: LessonChoices; setChoices: (change: Partial<LessonChoices>) => void };

/** What was chosen last time, kept in this browser only; the link belongs to one recording and isn't. */
export const useRememberedChoices = create<Remembered>()(
  persist(
    (set) => ({
      choices: lessonChoices.parse({}),
      setChoices: (change) => set((state) => ({ choices: { ...state.choices, ...change } })),
    }),
    { name: 'kinora-lesson', version: 1, partialize: ({ choices }) => ({ choices: { ...choices, link: null } }) },
  ),
);
