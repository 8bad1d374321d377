import { KinoraError, clipLimits } from '@kinora/capabilities';
import type { ClipModel, ClipOptions, ClipPicture } from '@kinora/capabilities';
import { askBytes, createSharedWork, failureOfAnswer } from '@kinora/capabilities/remote';
import type { RemoteService } from '@kinora/capabilities/remote';
import { remakeClip } from '@kinora/media/video';
import type {
  Experimental_VideoModelV4 as VideoModelV4,
  Experimental_VideoModelV4VideoData as VideoData,
} from '@ai-sdk/provider';
import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { failureOfSdk } from './failure.ts';
import type { SdkModel } from './load.ts';

/** Milliseconds between two questions whether a video is done; it takes a minute or more. */
const pollMs = 3_000;

/**
 * A video model of the AI SDK as a maker of clips. Videos cost money, so the movement of a picture is asked for once and shown
 * in parts by the page and the transitions around it.
 */
export function wrapClip(
  model: SdkModel<VideoModelV4>,
  { remote, intervalMs = pollMs }: { remote: RemoteService; intervalMs?: number },
): ClipModel {
  const { provider, modelId, load, service } = model;
  const movements = createSharedWork<Uint8Array>({ remembers: 6 });

  async function move(picture: ClipPicture, options: ClipOptions): Promise<Uint8Array[]> {
    const seed = picture.seed ?? options.seed;
    const isTall = options.height > options.width;
    const key = `${createHash('sha256').update(picture.image).digest('hex')} ${seed} ${isTall}`;
    const make = async (abortSignal: AbortSignal) => {
      const sdk = await load();
      const call: Parameters<NonNullable<VideoModelV4['doGenerate']>>[0] = {
        prompt: `${picture.scene?.moment ?? ''} Gentle movement, calm camera. Nothing new appears.`.trim(),
        n: 1,
        aspectRatio: isTall ? '9:16' : '16:9',
        resolution: undefined,
        duration: undefined,
        fps: undefined,
        seed,
        image: { type: 'file', mediaType: picture.mediaType, data: picture.image },
        frameImages: undefined,
        inputReferences: undefined,
        generateAudio: false,
        providerOptions: {},
        abortSignal,
      };
      const [video] = await generate(sdk, call, intervalMs);
      if (!video) throw new KinoraError('provider.refused', `${service.name} made no video. Choose another picture.`);
      return await fetchVideo(video, remote, abortSignal);
    };
    return [await movements.get(key, make, options.signal)];
  }

  return {
    provider,
    modelId,
    async doGenerate(options) {
      const { from, to, frames, fps, width, height, window, toWindow, signal } = options;
      signal?.throwIfAborted();
      try {
        const first = await move(from, options);
        // A still is enough for an end that nothing goes on from.
        const second = to && (toWindow ? await move(to, options) : [to.image]);
        const video = await remakeClip({
          from: first,
          ...(window && { window }),
          ...(second && { to: second }),
          ...(toWindow && { toWindow }),
          frames,
          fps,
          width,
          height,
          ...(signal && { signal }),
        });
        return { video, mediaType: 'video/mp4', ...clipLimits(options) };
      } catch (error) {
        throw failureOfSdk(error, service, signal);
      }
    },
  };

  async function generate(
    sdk: VideoModelV4,
    call: Parameters<NonNullable<VideoModelV4['doGenerate']>>[0],
    everyMs: number,
  ): Promise<VideoData[]> {
    if (!sdk.doStart || !sdk.doStatus) {
      if (!sdk.doGenerate) throw new KinoraError('provider.unavailable', `${service.name} has no such video model.`);
      return (await sdk.doGenerate(call)).videos;
    }
    const signal = call.abortSignal ? { abortSignal: call.abortSignal } : {};
    const { operation } = await sdk.doStart(call);
    for (;;) {
      const state = await sdk.doStatus({ operation, ...signal });
      if (state.status === 'completed') return state.videos;
      if (state.status === 'error') {
        throw failureOfAnswer({ status: 422, headers: new Headers(), body: JSON.stringify(state.error) }, service);
      }
      await wait(everyMs, undefined, call.abortSignal ? { signal: call.abortSignal } : {});
    }
  }
}

async function fetchVideo(video: VideoData, remote: RemoteService, signal: AbortSignal): Promise<Uint8Array> {
  switch (video.type) {
    case 'binary':
      return video.data;
    case 'base64':
      return Buffer.from(video.data, 'base64');
    case 'url':
      return (await askBytes(remote, video.url, { signal })).bytes;
    default:
      throw new KinoraError('provider.failed', `${remote.name} keeps its videos where Kinora can't fetch them.`);
  }
}
