import type { MusicVideoRequestInput } from '@kinora/studios/music-video/schema';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

/** What was chosen last time, so that the next song needs one drop and one press. */
export type Choices = Required<
  Pick<MusicVideoRequestInput, 'world' | 'finish' | 'size' | 'fps' | 'calm' | 'titleCard' | 'captions'>
> & { teaserSeconds: 15 | 30 | 60; loopSeconds: number; scenes: number | null };

type Remembered = { choices: Choices; setChoices: (change: Partial<Choices>) => void };

/** Choices for music videos, kept in this browser only. */
export const useRememberedVideo = create<Remembered>()(
  persist(
    (set) => ({
      choices: {
        world: 'auto',
        finish: 'cinematic',
        size: '1280x720',
        fps: 24,
        calm: false,
        titleCard: true,
        captions: true,
        teaserSeconds: 30,
        loopSeconds: 6,
        scenes: null,
      },
      setChoices: (change) => set((state) => ({ choices: { ...state.choices, ...change } })),
    }),
    { name: 'kinora-music-video', version: 1 },
  ),
);
