import {
  AVMEDIA_TYPE_AUDIO,
  AV_CODEC_ID_AAC,
  AV_CODEC_ID_FLAC,
  AV_CODEC_ID_MP3,
  AV_CODEC_ID_OPUS,
  AV_PKT_DATA_SKIP_SAMPLES,
  AV_PKT_FLAG_DISCARD,
  AV_PROFILE_AAC_LOW,
} from 'node-av/constants';
import { Packet } from 'node-av/lib';
import type { FormatContext, Stream } from 'node-av/lib';
import { readAdtsHeader } from './adts.ts';
import { openSong } from '../../music/decode-song.ts';
import type { AudioCoding, AudioTrack, StoredSample } from '../mp4/track.ts';
import type { SampleFiles } from './sample-files.ts';

/** How a song goes into an MP4. `config` is empty where the packets tell it themselves. */
type Copy = { coding: AudioCoding; config: Uint8Array; sampleRate: number; channels: number };

/**
 * The song as it is in its file, packet by packet, when MP4 has a place for its coding and browsers play it there: MP3, AAC,
 * FLAC and Opus. What its encoder put before the sound stays and is hidden by an edit list.
 * @param options.seconds Length of the film; later packets are left out.
 * @returns Undefined when it has to be encoded.
 */
export function copySong(
  path: string,
  { files, seconds }: { files: SampleFiles; seconds: number },
): AudioTrack<StoredSample> | undefined {
  using opened = openSong(path);
  const { input } = opened;
  const place = input.findBestStream(AVMEDIA_TYPE_AUDIO);
  const stream = place >= 0 ? input.streams[place] : undefined;
  const copy = stream && planCopy(stream);
  if (!stream || !copy) return undefined;
  const { sampleRate, channels, coding } = copy;
  let { config } = copy;
  const { num, den } = stream.timeBase;
  const samples: StoredSample[] = [];
  const heard = countHeard();
  const wanted = Math.round(seconds * sampleRate);
  let bytes = 0;
  for (const packet of packetsOf(input, place)) {
    const length = Math.round((Number(packet.duration) * num * sampleRate) / den);
    const { data } = packet;
    if (!data || length <= 0) continue;
    const duration = heard.add(packet, length);
    if (duration === 0 && heard.samples > 0) continue;
    // The frames of a plain .aac file begin with what an MP4 tells once.
    const header = coding === 'aac' && copy.config.length === 0 ? readAdtsHeader(data) : undefined;
    if (coding === 'aac' && copy.config.length === 0) {
      if (header?.sampleRate !== sampleRate) return undefined;
      config = header.config;
    }
    const content = Uint8Array.from(data.subarray(header?.bytes ?? 0));
    if (coding === 'mp3' && samples.length === 0 && heard.priming > 0 && heard.priming < length) {
      const silence = silentMp3Frame(content);
      samples.push({ ...files.append(silence), size: silence.length, duration: length, isKey: true });
      heard.priming += length;
    }
    samples.push({ ...files.append(content), size: content.length, duration, isKey: true });
    bytes += content.length;
    const surplus = heard.samples - wanted;
    if (surplus >= 0) {
      samples.at(-1)!.duration = Math.max(1, duration - surplus);
      break;
    }
  }
  if (samples.length === 0) return undefined;
  const length = samples.reduce((sum, { duration }) => sum + duration, 0) / sampleRate;
  return {
    kind: 'audio',
    timescale: sampleRate,
    coding,
    config,
    sampleRate,
    channels,
    bitRate: Math.round((bytes * 8) / length),
    priming: heard.priming,
    samples,
  };
}

/**
 * A frame of MPEG-1 layer III that decodes to silence: a header, then side information that says there is nothing. Put before
 * a song whose delay is shorter than a packet, it makes that delay longer than one: Chromium's demuxer cuts a delay inside the
 * first packet off twice, so that the sound would come 25 ms early, and one that spans packets only once.
 */
function silentMp3Frame(model: Uint8Array): Uint8Array {
  const frame = new Uint8Array(model.length);
  frame.set(model.subarray(0, 4));
  // No checksum follows.
  frame[1]! |= 1;
  return frame;
}

function* packetsOf(input: FormatContext, place: number): Generator<Packet> {
  using packet = new Packet();
  packet.alloc();
  while (input.readFrameSync(packet) >= 0) {
    if (packet.streamIndex === place) yield packet;
    packet.unref();
  }
}

/**
 * Follows which samples of the packets a player plays, as FFmpeg's decoders do: a packet may say how many samples are left
 * out at its start (and those after it) and at its end, or that it is only there for the decoder.
 */
function countHeard() {
  let skip = 0;
  let longest = 0;
  return {
    /** Samples before the first that is heard. */
    priming: 0,
    /** Samples that are heard. */
    samples: 0,
    /** @returns Ticks that the packet takes in its track. */
    add(packet: Packet, duration: number): number {
      longest = Math.max(longest, duration);
      const side = packet.getSideData(AV_PKT_DATA_SKIP_SAMPLES);
      const cut = side ? side.readUInt32LE(4) : 0;
      if (side && side.readUInt32LE(0) > 0) skip = side.readUInt32LE(0);
      const isSilent = packet.hasFlags(AV_PKT_FLAG_DISCARD);
      // Some containers have already shortened a packet whose end is cut, others not.
      const length = cut > 0 ? Math.max(0, longest - cut) : duration;
      const skipped = Math.min(length, isSilent ? length : skip);
      skip = Math.max(0, skip - length);
      if (this.samples === 0) this.priming += skipped;
      else if (isSilent) return 0;
      this.samples += length - skipped;
      return length;
    },
  };
}

function planCopy({ codecpar, timeBase }: Stream): Copy | undefined {
  const { codecId, sampleRate, channels, extradata, profile } = codecpar;
  const config = Uint8Array.from(extradata ?? []);
  const plain = { sampleRate, channels, config };
  // Where time is counted in milliseconds, as in WebM, a packet's length is only known about.
  if (timeBase.den % sampleRate !== 0 || channels < 1 || channels > 8) return undefined;
  switch (codecId) {
    case AV_CODEC_ID_MP3:
      // The lowest rates are an extension (MPEG-2.5) that MP4 doesn't know.
      return sampleRate >= 16_000 ? { ...plain, coding: 'mp3', config: new Uint8Array() } : undefined;
    case AV_CODEC_ID_AAC:
      // Others count samples twice over, once with and once without the doubled rate.
      return profile === AV_PROFILE_AAC_LOW ? { ...plain, coding: 'aac' } : undefined;
    case AV_CODEC_ID_FLAC:
      return config.length === 34 ? { ...plain, coding: 'flac' } : undefined;
    case AV_CODEC_ID_OPUS:
      return config.length >= 19 ? { ...plain, coding: 'opus' } : undefined;
    default:
      return undefined;
  }
}
