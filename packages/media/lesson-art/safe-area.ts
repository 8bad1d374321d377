import type { Size } from './picture.ts';
import type { Box } from './type/block.ts';

/**
 * What the apps' own buttons and texts cover of a tall film, in pixels of 1080 × 1920. YouTube: Google's safe area of vertical
 * films. Instagram: Meta's 14 % above, 35 % below, 6 % at the sides. TikTok: its template for films with a short caption.
 */
export const platformMargins = {
  'youtube-shorts': { top: 288, right: 192, bottom: 672, left: 48 },
  'instagram-reels': { top: 269, right: 65, bottom: 672, left: 65 },
  tiktok: { top: 131, right: 140, bottom: 370, left: 120 },
} as const;

/** Margins around the letters in wide films, as parts of the width and height: players lay their controls over the foot. */
const wideMargins = { x: 0.05, top: 0.06, bottom: 0.085 };

/**
 * Where letters may stand in a frame: in a tall one what no app covers (768 × 960 of 1080 × 1920), in others a margin all
 * round.
 */
export function safeArea({ width, height }: Size): Box {
  if (height > width * 1.1) {
    const most = (side: 'top' | 'right' | 'bottom' | 'left') =>
      Math.max(...Object.values(platformMargins).map((margins) => margins[side]));
    const [x, y] = [(most('left') / 1080) * width, (most('top') / 1920) * height];
    return {
      x,
      y,
      width: width - x - (most('right') / 1080) * width,
      height: height - y - (most('bottom') / 1920) * height,
    };
  }
  const { x, top, bottom } = wideMargins;
  return { x: width * x, y: height * top, width: width * (1 - 2 * x), height: height * (1 - top - bottom) };
}
