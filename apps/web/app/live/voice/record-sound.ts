import type { SoundRecording } from './push-to-talk.ts';

/** Whether this browser gives a microphone to this page. */
export function canRecordSound(): boolean {
  return typeof MediaRecorder !== 'undefined' && navigator.mediaDevices !== undefined;
}

/** Opens the microphone and records, one channel, as small as speech may be. */
export async function recordSound(): Promise<SoundRecording> {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: {
      channelCount: 1,
      sampleRate: 16_000,
      echoCancellation: true,
      noiseSuppression: true,
      autoGainControl: true,
    },
  });
  const recorder = new MediaRecorder(stream, { audioBitsPerSecond: 32_000 });
  const pieces: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => data.size > 0 && pieces.push(data));
  const ended = new Promise<void>((resolve) => recorder.addEventListener('stop', () => resolve(), { once: true }));
  recorder.start();
  const cancel = () => {
    if (recorder.state !== 'inactive') recorder.stop();
    for (const track of stream.getTracks()) track.stop();
  };
  return {
    async stop() {
      cancel();
      await ended;
      return new Blob(pieces, { type: recorder.mimeType.split(';')[0] });
    },
    cancel,
  };
}
