import { createFrames, frameBytes } from '@kinora/media/video/compositing';
import type { ClipRequest } from './clip.ts';
import { createFrameArtist } from './frame-artist.ts';
import { prepareStage } from './prepare-stage.ts';
import { openStage } from './stage.ts';

/** Prepares the pictures of a clip and an artist that draws them, all in this thread. */
export async function createLoneArtist(request: ClipRequest): Promise<{ draw(frame: number): Uint8Array }> {
  const { width, height } = request;
  const frames = createFrames({ width, height, count: 2 });
  const open = async (picture: ClipRequest['from']) => openStage(await prepareStage(picture, request), frames);
  const stages = { from: await open(request.from), to: request.to && (await open(request.to)) };
  const artist = await createFrameArtist(request, { stages, frames });
  return {
    draw(frame) {
      artist.draw(frame, 0);
      return frameBytes(frames, 0);
    },
  };
}
