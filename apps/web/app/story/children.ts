import type { Profile, StoryRequestInput } from '@kinora/studios/story/schema';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

/** A child as this browser remembers it. Nothing of it is sent before a story is made. */
export type Child = Profile & { id: string };

/** What was chosen last time, so that tomorrow's story needs one sentence and one press. */
export type Choices = Required<
  Pick<StoryRequestInput, 'minutes' | 'style' | 'aspect' | 'voice' | 'captions' | 'music'>
> & {
  pace: number;
};

type Remembered = {
  children: Child[];
  chosen: string | null;
  choices: Choices;
  keep: (child: Child) => void;
  forget: (id: string) => void;
  choose: (id: string | null) => void;
  setChoices: (change: Partial<Choices>) => void;
};

/** Children and choices, kept in this browser only. */
export const useRemembered = create<Remembered>()(
  persist(
    (set) => ({
      children: [],
      chosen: null,
      choices: {
        minutes: 3,
        style: 'watercolour',
        aspect: '16:9',
        voice: 'willow',
        pace: 1,
        captions: 'soft',
        music: true,
      },
      keep: (child) =>
        set((state) => ({
          children: state.children.some((known) => known.id === child.id)
            ? state.children.map((known) => (known.id === child.id ? child : known))
            : [...state.children, child],
          chosen: child.id,
        })),
      forget: (id) =>
        set((state) => ({
          children: state.children.filter((child) => child.id !== id),
          chosen: state.chosen === id ? null : state.chosen,
        })),
      choose: (chosen) => set({ chosen }),
      setChoices: (change) => set((state) => ({ choices: { ...state.choices, ...change } })),
    }),
    { name: 'kinora-story', version: 1 },
  ),
);

/** The profile a story is made for: of the chosen child, or a five-year-old nobody has described. */
export function profileOf(state: Pick<Remembered, 'children' | 'chosen'>): Profile {
  const child = state.children.find((candidate) => candidate.id === state.chosen);
  if (!child) return { age: 5, interests: [], comforts: [], fears: [] };
  const { id: _, ...profile } = child;
  return { ...profile, name: profile.name || undefined };
}
