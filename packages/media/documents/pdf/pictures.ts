import { createCanvas, type Image, loadImage } from '@napi-rs/canvas';

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
const paperShare = 0.7;

/**
 * Prepares a picture. JPEGs that aren't too large go in as they are.
 * @param bytes PNG, JPEG or WebP.
 */
export async function preparePicture(bytes: Uint8Array, mediaType: string): Promise<PrintPicture> {
  const image = await loadImage(bytes);
  const scale = Math.min(1, longest / Math.max(image.width, image.height));
  const aspect = image.width / image.height;
  const background = await tintPaper(image);
  if (mediaType === 'image/jpeg' && scale === 1) return { jpeg: Buffer.from(bytes), aspect, paper: background };
  const canvas = createCanvas(Math.round(image.width * scale), Math.round(image.height * scale));
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return { jpeg: await canvas.encode('jpeg', 88), aspect, paper: background };
}

/** Warm paper with a breath of the picture's colours, blurred past recognition and lifted, so that night pages stay light. */
async function tintPaper(image: Image): Promise<Buffer> {
  const paper = createCanvas(64, 64);
  const context = paper.getContext('2d');
  context.filter = 'blur(14px) saturate(1.7)';
  context.drawImage(image, -20, -20, 104, 104);
  context.filter = 'none';
  // A screen of a light colour keeps the hue and takes the darkness.
  context.globalCompositeOperation = 'screen';
  context.fillStyle = '#c9c0b0';
  context.fillRect(0, 0, 64, 64);
  context.globalCompositeOperation = 'source-over';
  context.fillStyle = `rgba(255, 250, 240, ${paperShare})`;
  context.fillRect(0, 0, 64, 64);
  return paper.encode('jpeg', 90);
}
