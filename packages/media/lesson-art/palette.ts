/** Colours of Kinora's pages, by night and by day; letters on `house` and `seat` keep a contrast of 5.5 at least. */
export type Palette = {
  /** The ground. */
  house: string;
  /** A surface on it. */
  seat: string;
  /** Hairlines. */
  aisle: string;
  ink: string;
  ink2: string;
  ink3: string;
  /** The one accent, and letters on it. */
  lamp: string;
  lampInk: string;
  /** Letters in the accent's colour. */
  lampText: string;
  lampWash: string;
  /** The word that is being said. */
  lit: string;
  /** What has evidence. */
  moon: string;
  moonWash: string;
};

/** Night is for films, day for paper and light pages. */
export type ThemeName = 'night' | 'day';

/** The palettes by name. */
export const palettes: Record<ThemeName, Palette> = {
  night: {
    house: '#0e1124',
    seat: '#171b36',
    aisle: '#39406b',
    ink: '#f6eee0',
    ink2: '#c4c3d6',
    ink3: '#a3a5c1',
    lamp: '#f6bb5e',
    lampInk: '#241700',
    lampText: '#f8c878',
    lampWash: '#332c3a',
    lit: '#f6bb5e',
    moon: '#a9c4ff',
    moonWash: '#2b3872',
  },
  day: {
    house: '#f6f2e9',
    seat: '#fffdf7',
    aisle: '#d8d0bf',
    ink: '#1d2040',
    ink2: '#4a4c66',
    ink3: '#59596f',
    lamp: '#f2ae43',
    lampInk: '#241700',
    lampText: '#855000',
    lampWash: '#fbe6c0',
    lit: '#9a5a00',
    moon: '#2a4fa0',
    moonWash: '#dfe6f7',
  },
};

/** A colour with alpha; `share` from 0 to 1. */
export function withAlpha(colour: string, share: number): string {
  return `${colour}${Math.round(share * 255)
    .toString(16)
    .padStart(2, '0')}`;
}
