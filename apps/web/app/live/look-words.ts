import type { Look, Overlay } from '@kinora/capabilities';

/** Looks as people read them, in the order they are offered: quiet ones first. */
export const lookChoices: readonly { value: Look; label: string }[] = [
  { value: 'watercolour', label: 'Watercolour' },
  { value: 'oil', label: 'Oil' },
  { value: 'pastel', label: 'Pastel' },
  { value: 'pencil', label: 'Pencil' },
  { value: 'ink', label: 'Ink' },
  { value: 'anime', label: 'Anime' },
  { value: 'comic', label: 'Comic' },
  { value: 'stained-glass', label: 'Stained glass' },
  { value: 'mosaic', label: 'Mosaic' },
  { value: 'pixel', label: 'Pixel' },
  { value: 'neon', label: 'Neon' },
  { value: 'dream', label: 'Dream' },
];

export const overlayChoices: readonly { value: Overlay; label: string }[] = [
  { value: 'none', label: 'Nothing' },
  { value: 'leaves', label: 'Leaves' },
  { value: 'petals', label: 'Petals' },
  { value: 'snow', label: 'Snow' },
  { value: 'rain', label: 'Rain' },
  { value: 'fireflies', label: 'Fireflies' },
  { value: 'stars', label: 'Stars' },
  { value: 'dust', label: 'Dust' },
  { value: 'bubbles', label: 'Bubbles' },
];

/** What a look is called. */
export function lookLabel(look: Look): string {
  return lookChoices.find(({ value }) => value === look)?.label ?? look;
}
