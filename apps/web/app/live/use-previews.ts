import type { FrameStyle } from '@kinora/capabilities';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { PreviewAnswer, PreviewRequest } from './engine/preview-worker.ts';
import { useLive, useStudio } from './live-context.tsx';
import { cropOf } from './shape.ts';

/** Pixels of a preview. */
export const previewSize = { width: 288, height: 180 } as const;

const firstMs = 400;
const everyMs = 4000;

/**
 * Paints the user's own face in several styles, small and now and then, in a worker.
 * @param styles What is seen at present.
 * @returns takes the canvas of each style's id.
 */
export function usePreviews(styles: readonly { id: string; style: FrameStyle }[]) {
  const studio = useStudio();
  const isOn = useLive((state) => state.hasPicture && !state.isHidden && !state.isFrozen);
  const canvases = useRef(new Map<string, HTMLCanvasElement>());

  const grab = useEffectEvent(async (): Promise<PreviewRequest | null> => {
    const video = studio?.video();
    if (!video || video.videoWidth === 0) return null;
    const crop = cropOf({ width: video.videoWidth, height: video.videoHeight }, previewSize);
    const small = new OffscreenCanvas(previewSize.width, previewSize.height);
    const context = small.getContext('2d', { alpha: false })!;
    if (studio?.store.getState().isMirrored) context.setTransform(-1, 0, 0, 1, previewSize.width, 0);
    context.drawImage(video, crop.x, crop.y, crop.width, crop.height, 0, 0, previewSize.width, previewSize.height);
    return { picture: small.transferToImageBitmap(), styles: [...styles] };
  });

  const seen = styles.map(({ id }) => id).join(' ');
  useEffect(() => {
    if (!isOn) return;
    const worker = new Worker(new URL('./engine/preview-worker.ts', import.meta.url), {
      type: 'module',
      name: 'previews',
    });
    let timer = setTimeout(() => void ask(), firstMs);
    let askedAt = 0;
    async function ask() {
      askedAt = performance.now();
      const request = await grab();
      if (request) worker.postMessage(request, [request.picture]);
      else timer = setTimeout(() => void ask(), everyMs);
    }
    worker.addEventListener('message', ({ data }: MessageEvent<PreviewAnswer>) => {
      if ('isDone' in data) {
        // At most a tenth of the time, so that the picture itself has the processor.
        const tookMs = performance.now() - askedAt;
        timer = setTimeout(() => void ask(), Math.max(everyMs, tookMs * 9));
        return;
      }
      const canvas = canvases.current.get(data.id);
      if (canvas) {
        canvas.getContext('2d')?.drawImage(data.picture, 0, 0, canvas.width, canvas.height);
        canvas.dataset['painted'] = 'true';
      }
      data.picture.close();
    });
    return () => {
      clearTimeout(timer);
      worker.terminate();
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- other styles are painted at once, not at the next round
  }, [isOn, seen]);

  return (id: string) => (canvas: HTMLCanvasElement | null) => {
    if (canvas) canvases.current.set(id, canvas);
    else canvases.current.delete(id);
  };
}
