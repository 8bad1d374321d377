import { cutPixels } from '@kinora/media/pictures/cut-pixels';
import type { CutOut } from '@kinora/studios/music-video/schema';
import { useEffect, useRef, useState } from 'react';

type CutOutPreviewProps = {
  url: string;
  cutOut: CutOut;
  alt: string;
  /** Longest side, pixels. */
  size: number;
  className?: string;
  /** What there is to say about how it was cut out; empty when all is well. */
  onNote?: (note: string) => void;
};

/** A character's picture as it will be cut out, computed in this browser by what cuts it out later. */
export function CutOutPreview({ url, cutOut, alt, size, className = 'size-full', onNote }: CutOutPreviewProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [image, setImage] = useState<HTMLImageElement | null>(null);
  const [isFramed, setFramed] = useState(false);
  const asked = JSON.stringify(cutOut);

  useEffect(() => {
    const next = new Image();
    next.addEventListener('load', () => setImage(next), { once: true });
    next.src = url;
  }, [url]);

  useEffect(() => {
    const context = canvas.current?.getContext('2d', { willReadFrequently: true });
    if (!image || !context) return;
    const scale = Math.min(1, size / Math.max(image.naturalWidth, image.naturalHeight));
    const { canvas: target } = context;
    target.width = Math.max(1, Math.round(image.naturalWidth * scale));
    target.height = Math.max(1, Math.round(image.naturalHeight * scale));
    context.drawImage(image, 0, 0, target.width, target.height);
    const pixels = context.getImageData(0, 0, target.width, target.height);
    const method = JSON.parse(asked) as CutOut;
    let note = '';
    let framed = false;
    try {
      const result = cutPixels(pixels, method);
      framed = result.method === 'framed';
      if (result.method === 'background') context.putImageData(pixels, 0, 0);
      if (framed && method.kind === 'auto')
        note = 'The background can’t be told from the rest, so it would be framed. Show where the background is.';
    } catch (error) {
      note = error instanceof Error ? error.message : '';
    }
    setFramed(framed);
    onNote?.(note);
  }, [image, asked, size, onNote]);

  return (
    <canvas
      ref={canvas}
      className={`${className} ${isFramed ? 'rounded-1 border-4 border-[#f6f2e9]' : ''}`}
      {...(alt ? { role: 'img', 'aria-label': alt } : { 'aria-hidden': true })}
    />
  );
}
