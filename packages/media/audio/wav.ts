import { KinoraError } from '@kinora/capabilities/errors';

/** Decoded audio: one array per channel, samples in [-1, 1]. */
export type Pcm = { channels: Float32Array[]; sampleRate: number };

/**
 * Writes a RIFF/WAVE file with 16-bit samples (rounded, clamped to full scale).
 * @param pcm At least one channel, all of the same length.
 */
export function writeWav({ channels, sampleRate }: Pcm): Uint8Array {
  const length = channels[0]?.length ?? 0;
  const bytes = length * channels.length * 2;
  const file = new Uint8Array(44 + bytes);
  const view = new DataView(file.buffer);
  const text = (offset: number, value: string) => {
    for (let index = 0; index < value.length; index++) view.setUint8(offset + index, value.charCodeAt(index));
  };
  text(0, 'RIFF');
  view.setUint32(4, 36 + bytes, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, channels.length, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * channels.length * 2, true);
  view.setUint16(32, channels.length * 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, bytes, true);
  const samples = new Int16Array(file.buffer, 44);
  for (const [channel, source] of channels.entries()) {
    for (let index = 0; index < length; index++) {
      samples[index * channels.length + channel] = Math.max(
        -32768,
        Math.min(32767, Math.round(source[index]! * 32767)),
      );
    }
  }
  return file;
}

/**
 * Reads a RIFF/WAVE file with 8-, 16-, 24- or 32-bit integer or 32-bit float samples. A data chunk that promises more
 * than the file holds is read as far as it goes.
 * @throws KinoraError `request.invalid` when the file is something else.
 */
export function readWav(file: Uint8Array): Pcm {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const tag = (offset: number) => String.fromCharCode(...file.subarray(offset, offset + 4));
  if (file.byteLength < 44 || tag(0) !== 'RIFF' || tag(8) !== 'WAVE') throw notWav('it has no RIFF header');
  let format: { code: number; channels: number; sampleRate: number; bits: number } | undefined;
  for (let offset = 12; offset + 8 <= file.byteLength;) {
    const size = view.getUint32(offset + 4, true);
    const start = offset + 8;
    if (tag(offset) === 'fmt ' && start + 16 <= file.byteLength) {
      const code = view.getUint16(start, true);
      format = {
        code: code === 0xfffe && size >= 26 ? view.getUint16(start + 24, true) : code,
        channels: view.getUint16(start + 2, true),
        sampleRate: view.getUint32(start + 4, true),
        bits: view.getUint16(start + 14, true),
      };
    } else if (tag(offset) === 'data') {
      if (!format) throw notWav('its samples come before their format');
      return decode(view, { ...format, start, end: Math.min(start + size, file.byteLength) });
    }
    offset = start + size + (size % 2);
  }
  throw notWav('it holds no samples');
}

function decode(
  view: DataView,
  data: { code: number; channels: number; sampleRate: number; bits: number; start: number; end: number },
): Pcm {
  const { code, bits } = data;
  if (data.channels < 1 || data.sampleRate < 1) throw notWav('its header names no channels');
  const width = bits / 8;
  const read = reader(view, code, bits);
  const length = Math.floor((data.end - data.start) / (width * data.channels));
  const channels = Array.from({ length: data.channels }, () => new Float32Array(length));
  let offset = data.start;
  for (let index = 0; index < length; index++) {
    for (const channel of channels) {
      channel[index] = read(offset);
      offset += width;
    }
  }
  return { channels, sampleRate: data.sampleRate };
}

function reader(view: DataView, code: number, bits: number): (offset: number) => number {
  if (code === 3 && bits === 32) return (offset) => view.getFloat32(offset, true);
  if (code === 1 && bits === 8) return (offset) => (view.getUint8(offset) - 128) / 128;
  if (code === 1 && bits === 16) return (offset) => view.getInt16(offset, true) / 32768;
  if (code === 1 && bits === 24)
    return (offset) => (view.getUint16(offset, true) + view.getInt8(offset + 2) * 65536) / 8388608;
  if (code === 1 && bits === 32) return (offset) => view.getInt32(offset, true) / 2147483648;
  throw notWav(`its samples have format ${code} with ${bits} bits`);
}

function notWav(reason: string): KinoraError {
  return new KinoraError(
    'request.invalid',
    `This is not a WAV file Kinora can read: ${reason}. Save it as 16-bit WAV.`,
  );
}
