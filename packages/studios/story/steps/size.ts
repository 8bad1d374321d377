import type { StoryRequest } from '../schema.ts';

/** Pixels of pictures and video for each shape of a story. */
export function frameSize(aspect: StoryRequest['aspect']): { width: number; height: number } {
  return {
    '16:9': { width: 1280, height: 720 },
    '9:16': { width: 720, height: 1280 },
    '1:1': { width: 1080, height: 1080 },
  }[aspect];
}
