import { KinoraError } from '@kinora/capabilities/errors';
import {
  AVMEDIA_TYPE_AUDIO,
  AV_CHANNEL_LAYOUT_MONO,
  AV_CHANNEL_LAYOUT_STEREO,
  AV_SAMPLE_FMT_FLTP,
} from 'node-av/constants';
import type { AVSampleFormat } from 'node-av/constants';
import { Codec, CodecContext, Dictionary, FormatContext, Frame, Packet, SoftwareResampleContext } from 'node-av/lib';
import type { Stream } from 'node-av/lib';
import { check, quietFfmpeg } from '../video/native.ts';

/** What a song's file says of itself, and what it really holds. */
export type SongSource = {
  /** Short name of the container, e.g. `mp3`, `wav`, `flac`, `ogg`, `mp4`. */
  format: string;
  /** Short name of the coding, e.g. `mp3`, `aac`, `opus`, `pcm_s16le`. */
  codec: string;
  /** Length of what was decoded. */
  seconds: number;
  /** Hertz. */
  sampleRate: number;
  channels: number;
  /** Size of the file. */
  bytes: number;
  /** From the file's tags, at most 200 characters. */
  title?: string;
  artist?: string;
};

/** Where a decoded song goes. */
export type SongSink = {
  /** Called once, before any samples; `seconds` is what the file claims, 0 when it claims nothing. */
  open(source: Omit<SongSource, 'bytes'>): void;
  /** Samples of one or two channels at the file's own rate; valid until it returns. More channels come mixed to two. */
  push(channels: readonly Float32Array[]): void;
};

/**
 * Containers of sound. Playlists are left out: they would open other files and addresses.
 */
const formats = 'mp3,wav,w64,flac,ogg,mov,mp4,m4a,aac,aiff,caf,matroska,webm';
/** Longest song in seconds: 20 minutes and what an encoder adds. */
const longestSong = 1205;
const mostChannels = 8;
const [lowestRate, highestRate] = [4000, 384_000];
/** Containers whose length is only guessed from the first frames. */
const guessedLength = new Set(['mp3', 'aac']);

/**
 * Decodes the first sound of a file from its first to its last audible sample: what an encoder put before and after, as far
 * as the file tells, is left out, as players do. Blocks its thread.
 * @throws KinoraError `request.invalid` for what is no sound, can't be decoded, or is longer than 20 minutes.
 */
export function decodeSong(path: string, sink: SongSink): void {
  quietFfmpeg();
  using opened = openSong(path);
  const { input } = opened;
  const place = input.findBestStream(AVMEDIA_TYPE_AUDIO);
  const stream = place >= 0 ? input.streams[place] : undefined;
  if (!stream) throw invalid('The file holds no sound; choose a song as MP3, WAV, FLAC, Ogg, Opus or M4A.');
  const source = describe(input, stream);
  if (source.channels > mostChannels || source.channels < 1) {
    throw invalid(`The song has ${source.channels} channels; mix it down to two.`);
  }
  if (source.sampleRate < lowestRate || source.sampleRate > highestRate) {
    throw invalid(`A sample rate of ${source.sampleRate} Hz can't be analysed; use one from 4,000 to 384,000 Hz.`);
  }
  if (source.seconds > longestSong && !guessedLength.has(source.format)) throw tooLong();
  using decoder = openDecoder(stream);
  using frame = new Frame();
  frame.alloc();
  using packet = new Packet();
  packet.alloc();
  using output = createOutput(source, sink);
  sink.open(source);
  let [good, bad] = [0, 0];
  const drain = () => {
    while (decoder.receiveFrameSync(frame) >= 0) {
      good++;
      output.push(frame);
      frame.unref();
    }
  };
  while (input.readFrameSync(packet) >= 0) {
    if (packet.streamIndex === place) {
      if (decoder.sendPacketSync(packet) < 0) bad++;
      drain();
    }
    packet.unref();
  }
  decoder.sendPacketSync(null);
  drain();
  output.finish();
  if (good === 0 || bad > good) {
    throw invalid('The file is damaged or of a kind that can not be decoded; choose another.');
  }
}

/**
 * Opens a file of sound or a film; playlists and everything else that would open further files are refused.
 * @throws KinoraError `request.invalid`.
 */
export function openSong(path: string): { input: FormatContext } & Disposable {
  const input = new FormatContext();
  input.allocContext();
  const options = Dictionary.fromObject({ protocol_whitelist: 'file', format_whitelist: formats });
  if (input.openInputSync(`file:${path}`, null, options) < 0 || input.findStreamInfoSync(null) < 0) {
    throw invalid('The file is no song that can be read; choose an MP3, WAV, FLAC, Ogg, Opus or M4A.');
  }
  return { input, [Symbol.dispose]: () => input.closeInputSync() };
}

function openDecoder(stream: Stream): CodecContext {
  const codec = Codec.findDecoder(stream.codecpar.codecId);
  if (!codec) throw invalid('The file is of a kind that can not be decoded; save it as MP3, WAV, FLAC, Ogg or M4A.');
  const decoder = new CodecContext();
  decoder.allocContext3(codec);
  decoder.parametersToContext(stream.codecpar);
  decoder.pktTimebase = stream.timeBase;
  if (decoder.open2Sync(codec) < 0) {
    throw invalid('The file is damaged or of a kind that can not be decoded; choose another.');
  }
  return decoder;
}

function describe(input: FormatContext, stream: Stream): Omit<SongSource, 'bytes'> {
  const names = (input.iformat?.name ?? '').split(',');
  const { codecId, sampleRate, channels } = stream.codecpar;
  const tags = { ...stream.metadata?.getAll(), ...input.metadata?.getAll() };
  const find = (wanted: string) => {
    const text = Object.entries(tags).find(([name]) => name.toLowerCase() === wanted)?.[1];
    // Control characters have no place in a title, nor has a novel.
    return text
      ?.replace(/\p{Cc}+/gu, ' ')
      .trim()
      .slice(0, 200);
  };
  const [title, artist] = [find('title'), find('artist')];
  return {
    format: names.includes('mp4') ? 'mp4' : (names[0] ?? ''),
    codec: Codec.findDecoder(codecId)?.name?.replace(/float$/, '') ?? '',
    seconds: Math.max(0, Number(input.duration) / 1e6),
    sampleRate,
    channels,
    ...(title ? { title } : {}),
    ...(artist ? { artist } : {}),
  };
}

/** Brings frames of any format to floats at the song's rate. */
function createOutput({ sampleRate, channels }: Pick<SongSource, 'sampleRate' | 'channels'>, sink: SongSink) {
  const planes = Math.min(2, channels);
  const layout = planes === 1 ? AV_CHANNEL_LAYOUT_MONO : AV_CHANNEL_LAYOUT_STEREO;
  let converter: SoftwareResampleContext | undefined;
  let kind = '';
  let room = 0;
  let outputs: Buffer[] = [];
  let views: Float32Array[] = [];
  let length = 0;
  const convert = (input: Buffer[] | null, count: number) => {
    const wanted = converter!.getOutSamples(count);
    if (wanted > room) {
      room = 2 * wanted;
      views = Array.from({ length: planes }, () => new Float32Array(room));
      outputs = views.map((view) => Buffer.from(view.buffer));
    }
    const made = check(converter!.convertSync(outputs, room, input, count), 'converting sound');
    length += made;
    if (length > longestSong * sampleRate) throw tooLong();
    if (made > 0) sink.push(views.map((view) => view.subarray(0, made)));
    return made;
  };
  const finish = () => {
    while (converter && convert(null, 0) > 0);
  };
  return {
    push(frame: Frame) {
      const now = `${frame.format} ${frame.sampleRate} ${frame.channels}`;
      // Some files change in the middle; a converter that was made for other planes would read where nothing is.
      if (now !== kind) {
        finish();
        converter?.free();
        converter = new SoftwareResampleContext();
        converter.allocSetOpts2(
          layout,
          AV_SAMPLE_FMT_FLTP,
          sampleRate,
          frame.channelLayout,
          frame.format as AVSampleFormat,
          frame.sampleRate,
        );
        check(converter.init(), 'preparing to convert sound');
        kind = now;
      }
      convert(frame.extendedData, frame.nbSamples);
    },
    finish,
    [Symbol.dispose]() {
      converter?.free();
    },
  };
}

function tooLong(): KinoraError {
  return invalid('The song is longer than 20 minutes; cut it into parts.');
}

function invalid(message: string): KinoraError {
  return new KinoraError('request.invalid', message);
}
