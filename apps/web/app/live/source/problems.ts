/** What keeps a picture from coming. */
export type SourceProblem =
  | 'unsupported'
  | 'insecure'
  | 'none'
  | 'denied'
  | 'busy'
  | 'lost'
  | 'ended'
  | 'unplayable'
  | 'unknown';

/** What is so, and what to do about it. */
export const problemWords: Record<SourceProblem, { title: string; advice: string }> = {
  insecure: {
    title: 'This address may not use the camera',
    advice:
      'Browsers give the camera only to localhost and to https addresses. Open Kinora on the computer it runs on, or put it behind https.',
  },
  unsupported: {
    title: 'This browser has no way to the camera',
    advice: 'A current Chrome, Edge, Firefox or Safari has. Until then a video file works, too.',
  },
  none: {
    title: 'No camera found',
    advice: 'Plug one in or switch it on; it is taken as soon as it is there. Or try it without a camera.',
  },
  denied: {
    title: 'The camera is not allowed',
    advice:
      'Press the camera sign at the address above, allow it for this page and try again. On a Mac, also look at Privacy in the system settings.',
  },
  busy: {
    title: 'Another program has the camera',
    advice: 'Close the call or the recording that uses it, then try again.',
  },
  lost: {
    title: 'The camera is gone',
    advice: 'It was unplugged or switched off. Plug it in again: it is taken as soon as it is back.',
  },
  ended: { title: 'Sharing has ended', advice: 'Share a screen or a window again, or go back to the camera.' },
  unplayable: {
    title: 'This file can’t be played',
    advice: 'MP4 (H.264) and WebM play everywhere. Choose another, or turn it into one of these first.',
  },
  unknown: { title: 'The camera gives no picture', advice: 'Unplug it, plug it in again and try once more.' },
};

/** What an error of `getUserMedia` or `getDisplayMedia` means. */
export function problemOf(error: unknown, kind: 'camera' | 'screen'): SourceProblem {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return kind === 'screen' ? 'ended' : 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'none';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'unknown';
  }
}
