import { problemOf } from './problems.ts';
import type { SourceProblem } from './problems.ts';

export type SourceKind = 'camera' | 'screen' | 'file' | 'demo';

/** Something that moves: a camera, a screen, a video. It is let go by disposing it. */
export type Source = Disposable & {
  readonly kind: SourceKind;
  readonly label: string;
  /** Plays already. */
  readonly video: HTMLVideoElement;
  /** Of a camera. */
  readonly deviceId?: string;
  /** Which way a camera looks; people expect to see themselves as in a mirror. */
  readonly facesUser: boolean;
  /** Its own sound, where it has some. */
  readonly sound: MediaStreamTrack | null;
};

export type Camera = { id: string; name: string };

/** A source or the reason why there is none. */
export type Opened = { source: Source } | { problem: SourceProblem };

type Listen = { onLost: (problem: SourceProblem) => void };

/** The cameras of this device. Names are known once one has been allowed. */
export async function listCameras(): Promise<Camera[]> {
  const devices = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? [];
  return devices
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
    .map(({ deviceId, label }, index) => ({ id: deviceId, name: label || `Camera ${index + 1}` }));
}

export async function openCamera(options: Listen & { deviceId?: string }): Promise<Opened> {
  if (!navigator.mediaDevices) return { problem: isSecureContext ? 'unsupported' : 'insecure' };
  const video = {
    width: { ideal: 1280 },
    height: { ideal: 720 },
    frameRate: { ideal: 30 },
    ...(options.deviceId ? { deviceId: { exact: options.deviceId } } : { facingMode: 'user' }),
  };
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ video });
    const [track] = stream.getVideoTracks();
    const settings = track?.getSettings();
    return await fromStream(stream, {
      kind: 'camera',
      label: track?.label || 'Camera',
      deviceId: settings?.deviceId,
      facesUser: settings?.facingMode !== 'environment',
      onLost: () => options.onLost('lost'),
    });
  } catch (error) {
    // A camera that was remembered may be at another desk today.
    if (options.deviceId && problemOf(error, 'camera') === 'none') return openCamera({ onLost: options.onLost });
    return { problem: problemOf(error, 'camera') };
  }
}

export async function openScreen(options: Listen): Promise<Opened> {
  if (!navigator.mediaDevices?.getDisplayMedia) return { problem: isSecureContext ? 'unsupported' : 'insecure' };
  try {
    const stream = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: 30 }, audio: true });
    return await fromStream(stream, {
      kind: 'screen',
      label: 'Your screen',
      facesUser: false,
      onLost: () => options.onLost('ended'),
    });
  } catch (error) {
    return { problem: problemOf(error, 'screen') };
  }
}

/** A video file of this device, played again and again. It is never sent. */
export async function openFile(file: Blob & { name?: string }): Promise<Opened> {
  const url = URL.createObjectURL(file);
  const opened = await fromUrl(url, { kind: 'file', label: file.name ?? 'Video' });
  if ('problem' in opened) URL.revokeObjectURL(url);
  return opened;
}

/** The clip that Kinora brings along. */
export function openDemo(): Promise<Opened> {
  return fromUrl('/live/demo.mp4', { kind: 'demo', label: 'Demo clip' });
}

async function fromStream(
  stream: MediaStream,
  options: Pick<Source, 'kind' | 'label' | 'deviceId' | 'facesUser'> & { onLost: () => void },
): Promise<Opened> {
  const { onLost, ...facts } = options;
  const video = newVideo();
  video.srcObject = stream;
  video.muted = true;
  const [track] = stream.getVideoTracks();
  track?.addEventListener('ended', onLost);
  await video.play();
  await firstPicture(video);
  return {
    source: {
      ...facts,
      video,
      sound: stream.getAudioTracks()[0] ?? null,
      [Symbol.dispose]() {
        track?.removeEventListener('ended', onLost);
        for (const each of stream.getTracks()) each.stop();
        video.srcObject = null;
        video.remove();
      },
    },
  };
}

async function fromUrl(url: string, facts: Pick<Source, 'kind' | 'label'>): Promise<Opened> {
  const video = newVideo();
  video.loop = true;
  video.muted = true;
  video.src = url;
  try {
    await video.play();
    await firstPicture(video);
  } catch {
    video.removeAttribute('src');
    return { problem: 'unplayable' };
  }
  return {
    source: {
      ...facts,
      video,
      facesUser: false,
      sound: null,
      [Symbol.dispose]() {
        video.pause();
        video.removeAttribute('src');
        video.load();
        video.remove();
        if (url.startsWith('blob:')) URL.revokeObjectURL(url);
      },
    },
  };
}

function newVideo(): HTMLVideoElement {
  const video = document.createElement('video');
  video.playsInline = true;
  video.disablePictureInPicture = true;
  // Read by nobody: the painted picture beside it has words of its own.
  video.setAttribute('aria-hidden', 'true');
  video.tabIndex = -1;
  return video;
}

async function firstPicture(video: HTMLVideoElement): Promise<void> {
  if (video.videoWidth > 0) return;
  await new Promise<void>((resolve, reject) => {
    video.addEventListener('resize', () => resolve(), { once: true });
    video.addEventListener('error', () => reject(new Error('no picture')), { once: true });
    setTimeout(() => (video.videoWidth > 0 ? resolve() : reject(new Error('no picture'))), 8000);
  });
}
