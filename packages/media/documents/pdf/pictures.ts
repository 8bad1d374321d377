import { createCanvas, loadImage } from '@napi-rs/canvas';

/** A picture ready for print: JPEG of at most 2000 pixels, and the page that goes with it. */
export type PrintPicture = {
  jpeg: Buffer;
  aspect: number;
  /** The picture far out of focus on paper, a few pixels that fill the page. */
  paper: Buffer;
};

/** Longest side in pixels: 200 dots per inch on a ten-inch page. */
const longest = 2000;
/** How much of the page's colour is paper. */
const paperShare = 0.84;

/**
 * Prepares a picture. JPEGs that aren't too large go in as they are.
 * @param bytes PNG, JPEG or WebP.
 */
export async function preparePicture(bytes: Uint8Array, mediaType: string): Promise<PrintPicture> {
  const image = await loadImage(bytes);
  const scale = Math.min(1, longest / Math.max(image.width, image.height));
  const paper = createCanvas(64, 64);
  const wash = paper.getContext('2d');
  wash.filter = 'blur(9px)';
  wash.drawImage(image, -12, -12, 88, 88);
  wash.filter = 'none';
  wash.fillStyle = `rgba(253, 248, 238, ${paperShare})`;
  wash.fillRect(0, 0, 64, 64);
  const aspect = image.width / image.height;
  const background = await paper.encode('jpeg', 88);
  if (mediaType === 'image/jpeg' && scale === 1) return { jpeg: Buffer.from(bytes), aspect, paper: background };
  const canvas = createCanvas(Math.round(image.width * scale), Math.round(image.height * scale));
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return { jpeg: await canvas.encode('jpeg', 88), aspect, paper: background };
}
