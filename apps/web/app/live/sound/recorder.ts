/** A recording that runs. */
export type Recording = {
  readonly startedAt: number;
  readonly mediaType: string;
  /** Bytes so far. */
  bytes(): number;
  /** Ends it. @returns the file. */
  stop(): Promise<Blob>;
};

/** Best first: MP4 plays everywhere, WebM in every browser that records none. */
const wanted = [
  'video/mp4;codecs=avc1.640028,mp4a.40.2',
  'video/mp4;codecs=avc1.42E01F,mp4a.40.2',
  'video/mp4;codecs=avc1.42E01F,opus',
  'video/webm;codecs=vp9,opus',
  'video/webm;codecs=vp8,opus',
  'video/webm',
];

/** How this browser records; null when it can't. */
export function recordingType(): string | null {
  if (typeof MediaRecorder === 'undefined') return null;
  return wanted.find((type) => MediaRecorder.isTypeSupported(type)) ?? null;
}

/** Ending of a file of this type. */
export function endingOf(mediaType: string): string {
  return mediaType.startsWith('video/mp4') ? 'mp4' : 'webm';
}

/**
 * Records a stream. The browser keeps what is recorded, and gives it in pieces, so that a long recording needs no long memory.
 * @param onEnd Called when it ended by itself, e.g. because the disk is full.
 */
export function startRecording(stream: MediaStream, onEnd: () => void): Recording {
  const type = recordingType();
  if (type === null) throw new Error('This browser can’t record.');
  const recorder = new MediaRecorder(stream, {
    mimeType: type,
    videoBitsPerSecond: 4_000_000,
    audioBitsPerSecond: 128_000,
  });
  const pieces: Blob[] = [];
  let bytes = 0;
  let isStopping = false;
  recorder.addEventListener('dataavailable', ({ data }) => {
    if (data.size === 0) return;
    pieces.push(data);
    bytes += data.size;
  });
  const ended = new Promise<void>((resolve) => recorder.addEventListener('stop', () => resolve(), { once: true }));
  recorder.addEventListener('stop', () => !isStopping && onEnd());
  recorder.start(1000);
  return {
    startedAt: Date.now(),
    mediaType: type.split(';')[0] ?? type,
    bytes: () => bytes,
    async stop() {
      isStopping = true;
      if (recorder.state !== 'inactive') recorder.stop();
      await ended;
      return new Blob(pieces, { type: type.split(';')[0] });
    },
  };
}
