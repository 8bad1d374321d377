import { KinoraError, isKinoraError } from '@kinora/capabilities/errors';
import { AV_LOG_FATAL } from 'node-av/constants';
import { FFmpegError, Log } from 'node-av/lib';

/**
 * Turns a negative FFmpeg status into an error that names what failed.
 * @returns The status, when it is not negative.
 */
export function check(status: number, doing: string): number {
  if (status < 0) {
    throw new KinoraError('internal.bug', `FFmpeg failed while ${doing}: ${FFmpegError.strerror(status)}.`);
  }
  return status;
}

/** Keeps FFmpeg's chatter off the standard error stream; failures still come as errors. */
export function quietFfmpeg(): void {
  Log.setLevel(AV_LOG_FATAL);
}

/** Runs a generator that decodes; what FFmpeg throws becomes an error that says what to do. */
export function* decoding<Item>(items: Iterable<Item>): Generator<Item> {
  try {
    yield* items;
  } catch (cause) {
    if (isKinoraError(cause)) throw cause;
    throw new KinoraError(
      'request.invalid',
      'The file is damaged or of a kind that can not be decoded; choose another.',
      {
        cause,
      },
    );
  }
}
