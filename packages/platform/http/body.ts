import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';
import { pipeline, type Readable, type Transform } from 'node:stream';
import { KinoraError } from '@kinora/capabilities';

/** How much an answer may grow when it is unpacked: text rarely reaches 30, a bomb 1,000 and more. */
const maxRatio = 150;
/** Bytes below which the growth doesn't matter. */
const ratioFrom = 4 * 1024 * 1024;

const decoders: Record<string, () => Transform> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
};

/** What {@link readBody} needs to know. */
export type BodyOptions = {
  /** `Content-Encoding`, as sent. */
  encoding: string;
  /** `Content-Length`, NaN when unknown. */
  length: number;
  maxBytes: number;
  /** Turns what a stream fails with into what callers see. */
  describe: (error: unknown) => unknown;
  /** Called once, when the body has been read, has failed or was given up. */
  onEnd: () => void;
};

/**
 * The body of an answer, unpacked as it arrives, never larger than allowed.
 * @throws KinoraError `provider.failed` when it says at once that it is too large or packed in an unknown way.
 */
export function readBody(raw: Readable, options: BodyOptions): ReadableStream<Uint8Array<ArrayBuffer>> {
  const codings = options.encoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');
  const [coding] = codings;
  const decoder = coding === undefined ? undefined : decoders[coding]?.();
  if (codings.length > 1 || (coding !== undefined && !decoder)) {
    throw new KinoraError('provider.failed', 'The server packed its answer in a way that Kinora does not read.');
  }
  if (options.length > options.maxBytes) throw tooLarge(options.maxBytes);
  let packed = 0;
  if (decoder) {
    raw.on('data', (chunk: Uint8Array) => (packed += chunk.length));
    // Errors reach the reader through the decoder, which pipeline destroys with them.
    pipeline(raw, decoder, () => {});
  }
  const source = decoder ?? raw;
  // An error may come before anybody reads; the reader is told when they do.
  source.on('error', () => {});
  raw.on('error', () => {});
  const chunks = source[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  let total = 0;
  const finish = () => {
    source.destroy();
    raw.destroy();
    options.onEnd();
  };
  return new ReadableStream({
    type: 'bytes',
    async pull(controller) {
      try {
        const { value, done } = await chunks.next();
        if (done) {
          controller.close();
          controller.byobRequest?.respond(0);
          options.onEnd();
          return;
        }
        total += value.length;
        if (total > options.maxBytes) throw tooLarge(options.maxBytes);
        if (decoder && total > ratioFrom && total > packed * maxRatio) {
          throw new KinoraError('provider.failed', 'The server sent an answer that unpacks to far more than it is.');
        }
        // A copy: the stream takes the buffer over, and Node's buffers may share theirs.
        controller.enqueue(new Uint8Array(value));
      } catch (error) {
        finish();
        controller.error(options.describe(error));
      }
    },
    cancel: finish,
  });
}

function tooLarge(maxBytes: number): KinoraError {
  const size = maxBytes >= 1_000_000 ? `${Math.round(maxBytes / 1_000_000)} MB` : `${maxBytes} bytes`;
  return new KinoraError('provider.failed', `The server sent more than ${size}, which is more than Kinora reads.`);
}
