import type { ArtStyle } from '@kinora/capabilities';
import type { StoryRequest } from '@kinora/studios/story/schema';

/** The art styles by name, each with a picture of what it makes. */
export const styleChoices: readonly { value: ArtStyle; label: string; picture: string }[] = [
  { value: 'watercolour', label: 'Watercolour', picture: '/pictures/watercolour.jpg' },
  { value: 'paper-cut', label: 'Paper cut', picture: '/pictures/paper-cut.jpg' },
  { value: 'night-light', label: 'Night-light', picture: '/pictures/night-light.jpg' },
  { value: 'ink-wash', label: 'Ink and wash', picture: '/pictures/ink-wash.jpg' },
];

export const lengthChoices = [
  { value: 3, label: '3 min' },
  { value: 5, label: '5 min' },
  { value: 10, label: '10 min' },
] as const;

export const aspectChoices: readonly { value: StoryRequest['aspect']; label: string }[] = [
  { value: '16:9', label: 'Wide' },
  { value: '1:1', label: 'Square' },
  { value: '9:16', label: 'Tall' },
];

export const paceChoices = [
  { value: 0.8, label: 'Very slow' },
  { value: 1, label: 'Bedtime' },
  { value: 1.2, label: 'Brisk' },
] as const;

export const captionChoices: readonly { value: StoryRequest['captions']; label: string }[] = [
  { value: 'soft', label: 'To switch on' },
  { value: 'karaoke', label: 'Words light up' },
  { value: 'none', label: 'None' },
];

/** "Watercolour" for `watercolour`. */
export function styleName(style: ArtStyle): string {
  return styleChoices.find((choice) => choice.value === style)?.label ?? style;
}

/** CSS aspect ratio of a story's pictures. */
export function ratioOf(aspect: StoryRequest['aspect']): string {
  return aspect.replace(':', ' / ');
}

/** Wishes for an evening without an idea, each with its picture. */
export const ideas = [
  { wish: 'a whale who hums lullabies to the harbour', picture: '/pictures/idea-whale.jpg' },
  { wish: 'a rabbit who finds a warm window in the snow', picture: '/pictures/idea-rabbit.jpg' },
  { wish: 'a bear’s first day outside', picture: '/pictures/idea-bear.jpg' },
  { wish: 'an owl who is too curious to sleep', picture: '/pictures/idea-owl.jpg' },
] as const;
