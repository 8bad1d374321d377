import { KinoraError } from '@kinora/capabilities';
import type { VideoCodec } from './rtp.ts';

/** Kind of a track. */
export type TrackKind = 'video' | 'audio';

/** One codec of a media section. */
export type Format = { payloadType: number; codec: string; parameters: Record<string, string> };

/** What the transport of an offer or an answer needs. */
export type TransportParameters = {
  ufrag: string;
  password: string;
  fingerprint: { algorithm: string; value: string };
};

/** One `m=` section of an offer. */
export type OfferedSection = {
  kind: string;
  protocol: string;
  mid: string;
  direction: 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';
  formats: Format[];
};

/** What is understood of an SDP offer (RFC 8866, RFC 9429). */
export type Offer = TransportParameters & {
  sections: OfferedSection[];
  /** Our part in DTLS: `server` for a client that can only begin. */
  role: DtlsRole;
};

/** Who begins the DTLS handshake: the client does. */
export type DtlsRole = 'client' | 'server';

/** A section that was accepted. */
export type AcceptedTrack = { kind: TrackKind; mid: string; format: Format };

/** What a publisher sends and its viewers therefore get. */
export type Codecs = { video: { codec: VideoCodec; parameters: Record<string, string> } | null; hasAudio: boolean };

/** An offer is a few kilobytes; a browser's with every codec of the world is below 20. */
const longestOffer = 100_000;
/** A browser's largest offers have three. */
const mostSections = 32;
/** Bytes of the digests that a certificate is told by (RFC 8122 §5). */
const digestBytes: Partial<Record<string, number>> = { 'sha-256': 32, 'sha-384': 48, 'sha-512': 64 };

/**
 * Reads an offer.
 * @throws KinoraError `request.invalid` when it isn't SDP, `broadcast.offer` when its transport can't be used.
 */
export function readOffer(sdp: string): Offer {
  if (sdp.length > longestOffer || !/^v=0\r?\n/.test(sdp))
    throw malformed('It begins with v=0 and has some kilobytes.');
  const [session = '', ...parts] = sdp.split(/^(?=m=)/m);
  if (parts.length === 0 || parts.length > mostSections)
    throw malformed(`It has 1 to ${mostSections} m= sections, not ${parts.length}.`);
  const first = parts[0] ?? '';
  const ufrag = attribute(first, 'ice-ufrag') ?? attribute(session, 'ice-ufrag');
  const password = attribute(first, 'ice-pwd') ?? attribute(session, 'ice-pwd');
  const fingerprint = attribute(first, 'fingerprint') ?? attribute(session, 'fingerprint');
  if (!ufrag || !password || !fingerprint) throw malformed('ice-ufrag, ice-pwd or fingerprint is missing.');
  if (!/^[\w+/-]{4,256}$/.test(ufrag) || !/^[\w+/-]{22,256}$/.test(password))
    throw malformed('ice-ufrag has 4 to 256 and ice-pwd 22 to 256 letters of base 64.');
  const [, name = '', value = ''] = /^(\S+) ((?:[0-9A-F]{2}:)*[0-9A-F]{2})$/i.exec(fingerprint) ?? [];
  const algorithm = name.toLowerCase();
  if (value.length !== (digestBytes[algorithm] ?? 0) * 3 - 1)
    throw malformed(
      'The fingerprint is one of sha-256, sha-384 or sha-512, as pairs of hexadecimal digits with colons.',
    );
  const setup = attribute(first, 'setup') ?? attribute(session, 'setup') ?? 'actpass';
  const sections = parts.map(readSection);
  if (new Set(sections.map(({ mid }) => mid)).size < sections.length) throw malformed('Two sections have one mid.');
  const bundled = /^a=group:BUNDLE (.*?)\r?$/m.exec(session)?.[1]?.split(' ') ?? [];
  if (sections.length > 1 && sections.some(({ mid }) => !bundled.includes(mid)))
    throw refused('Bundle all sections (a=group:BUNDLE); sound and picture share one port.');
  return {
    ufrag,
    password,
    fingerprint: { algorithm, value },
    sections,
    role: setup === 'active' ? 'server' : 'client',
  };
}

function readSection(text: string): OfferedSection {
  const [, kind = '', , protocol = '', list = ''] = /^m=(\S+) (\d+) (\S+)((?: \S+)*)/.exec(text) ?? [];
  if (kind === '') throw malformed('An m= line can’t be read.');
  const isMedia = kind === 'audio' || kind === 'video';
  if (isMedia && attribute(text, 'rtcp-mux') === undefined) throw refused('Offer a=rtcp-mux; there is one port.');
  const formats = !isMedia ? [] : [...new Set(list.trim().split(' '))].flatMap((number) => readFormat(text, number));
  const direction = /^a=(sendrecv|sendonly|recvonly|inactive)\r?$/m.exec(text)?.[1] ?? 'sendrecv';
  return {
    kind,
    protocol,
    mid: attribute(text, 'mid') ?? '0',
    direction: direction as OfferedSection['direction'],
    formats,
  };
}

function readFormat(text: string, number: string): Format[] {
  const payloadType = /^(0|[1-9]\d{0,2})$/.test(number) ? Number(number) : -1;
  // Those between are taken for RTCP where both share a port (RFC 5761 §4).
  if (payloadType < 0 || payloadType > 127 || (payloadType >= 64 && payloadType <= 95)) return [];
  const codec = new RegExp(`^a=rtpmap:${payloadType} ([^\\s/]+)/`, 'm').exec(text)?.[1];
  if (codec === undefined) return [];
  const list = new RegExp(`^a=fmtp:${payloadType} (.*?)\\r?$`, 'm').exec(text)?.[1] ?? '';
  const pairs = list.split(';').flatMap((pair) => {
    const [, name, value] = /^\s*([\w-]+)=([^;\s]*)\s*$/.exec(pair) ?? [];
    return name === undefined ? [] : [[name.toLowerCase(), value ?? ''] as const];
  });
  return [{ payloadType, codec: codec.toUpperCase(), parameters: Object.fromEntries(pairs) }];
}

/**
 * Chooses what a publisher is to send: of each kind the first section and in it the first codec that can be passed on.
 * Simulcast is answered with one picture: its `a=simulcast` and `a=rid` lines aren't repeated (RFC 8853 §5.3.2).
 * @throws KinoraError `broadcast.offer` when there is none.
 */
export function choosePublished(offer: Offer): { tracks: AcceptedTrack[]; codecs: Codecs } {
  const tracks: AcceptedTrack[] = [];
  for (const { kind, mid, direction, formats } of offer.sections) {
    if (kind !== 'audio' && kind !== 'video') continue;
    if (!direction.startsWith('send') || tracks.some((track) => track.kind === kind)) continue;
    const format = formats.find(kind === 'audio' ? isOpus : isPassable);
    if (format !== undefined) tracks.push({ kind, mid, format });
  }
  const video = tracks.find(({ kind }) => kind === 'video')?.format;
  const hasAudio = tracks.some(({ kind }) => kind === 'audio');
  const offersVideo = offer.sections.some(({ kind, direction }) => kind === 'video' && direction.startsWith('send'));
  if (tracks.length === 0 || (offersVideo && video === undefined))
    throw refused('Send VP8 or H.264 (constrained baseline) and Opus; nothing else is passed on.');
  return {
    tracks,
    codecs: { video: video ? { codec: video.codec as VideoCodec, parameters: video.parameters } : null, hasAudio },
  };
}

/** Chooses what a viewer gets of what is published. @throws KinoraError `broadcast.offer` when it can play none of it. */
export function chooseWatched(offer: Offer, { video, hasAudio }: Codecs): AcceptedTrack[] {
  const tracks: AcceptedTrack[] = [];
  for (const { kind, mid, direction, formats } of offer.sections) {
    if (kind !== 'audio' && kind !== 'video') continue;
    if (!direction.endsWith('recv') && direction !== 'recvonly') continue;
    if (tracks.some((track) => track.kind === kind)) continue;
    const same = formats.filter(({ codec }) => codec === (kind === 'audio' ? 'OPUS' : video?.codec));
    const format = kind === 'audio' ? (hasAudio ? same[0] : undefined) : closest(same, video);
    if (format !== undefined) tracks.push({ kind, mid, format });
  }
  const offersVideo = offer.sections.some(({ kind }) => kind === 'video');
  if (tracks.length === 0 || (offersVideo && video !== null && tracks.every(({ kind }) => kind === 'audio')))
    throw refused(`Offer to receive ${video?.codec ?? 'Opus'}: that is what is being sent.`);
  return tracks;
}

function isOpus({ codec }: Format): boolean {
  return codec === 'OPUS';
}

function isPassable({ codec, parameters }: Format): boolean {
  return codec === 'VP8' || (codec === 'H264' && (parameters['profile-level-id'] ?? '42').startsWith('42'));
}

/** Of H.264 a decoder has several entries; the one with the same packetisation and profile is the safest. */
function closest(formats: Format[], video: Codecs['video']): Format | undefined {
  const mode = video?.parameters['packetization-mode'] ?? '0';
  const profile = (video?.parameters['profile-level-id'] ?? '42e01f').slice(0, 4);
  const score = ({ parameters }: Format) =>
    ((parameters['packetization-mode'] ?? '0') === mode ? 2 : 0) +
    ((parameters['profile-level-id'] ?? '').toLowerCase().startsWith(profile.toLowerCase()) ? 1 : 0);
  return formats.toSorted((a, b) => score(b) - score(a))[0];
}

/** What goes into an answer. */
export type AnswerParts = TransportParameters & {
  candidates: readonly string[];
  /** `receive` from a publisher, `send` to a viewer. */
  direction: 'receive' | 'send';
  tracks: readonly (AcceptedTrack & { source?: number })[];
};

/** Writes the answer to an offer: its sections in its order, those that weren't accepted with port 0. */
export function writeAnswer(offer: Offer, answer: AnswerParts): string {
  const accepted = (mid: string) => answer.tracks.find((track) => track.mid === mid);
  const group = offer.sections.filter(({ mid }) => accepted(mid)).map(({ mid }) => mid);
  const transport = [
    `a=ice-ufrag:${answer.ufrag}`,
    `a=ice-pwd:${answer.password}`,
    `a=fingerprint:${answer.fingerprint.algorithm} ${answer.fingerprint.value}`,
    `a=setup:${offer.role === 'server' ? 'passive' : 'active'}`,
  ];
  const lines = [
    'v=0',
    `o=- ${Date.now()} 1 IN IP4 0.0.0.0`,
    's=Kinora',
    't=0 0',
    `a=group:BUNDLE ${group.join(' ')}`,
    'a=ice-options:trickle ice2',
    'a=msid-semantic: WMS kinora',
  ];
  for (const section of offer.sections) {
    const track = accepted(section.mid);
    if (track === undefined) {
      lines.push(`m=${section.kind} 0 ${section.protocol} 0`, 'c=IN IP4 0.0.0.0', `a=mid:${section.mid}`, 'a=inactive');
      continue;
    }
    const isFirst = section.mid === group[0];
    lines.push(
      `m=${track.kind} 9 UDP/TLS/RTP/SAVPF ${track.format.payloadType}`,
      'c=IN IP4 0.0.0.0',
      `a=mid:${track.mid}`,
      `a=${answer.direction === 'receive' ? 'recvonly' : 'sendonly'}`,
      'a=rtcp-mux',
      'a=rtcp-rsize',
      ...codecLines(track, answer.direction),
      ...transport,
      ...(isFirst ? [...answer.candidates.map((candidate) => `a=${candidate}`), 'a=end-of-candidates'] : []),
    );
    if (answer.direction === 'send' && track.source !== undefined)
      lines.push(`a=msid:kinora ${track.kind}`, `a=ssrc:${track.source} cname:kinora`);
  }
  return `${lines.join('\r\n')}\r\n`;
}

function codecLines({ kind, format }: AcceptedTrack, direction: AnswerParts['direction']): string[] {
  const { payloadType, codec, parameters } = format;
  if (kind === 'audio') {
    const sent = { minptime: '10', useinbandfec: '1', stereo: '1', 'sprop-stereo': '1', maxaveragebitrate: '128000' };
    const all = direction === 'receive' ? sent : parameters;
    return [`a=rtpmap:${payloadType} opus/48000/2`, ...formatParameters(payloadType, all)];
  }
  const feedback = ['nack', 'nack pli', 'ccm fir', ...(direction === 'receive' ? ['goog-remb'] : [])];
  return [
    `a=rtpmap:${payloadType} ${codec}/90000`,
    ...feedback.map((each) => `a=rtcp-fb:${payloadType} ${each}`),
    ...(codec === 'H264' ? formatParameters(payloadType, parameters) : []),
  ];
}

function formatParameters(payloadType: number, parameters: Record<string, string>): string[] {
  const pairs = Object.entries(parameters).map(([name, value]) => `${name}=${value}`);
  return pairs.length === 0 ? [] : [`a=fmtp:${payloadType} ${pairs.join(';')}`];
}

function attribute(text: string, name: string): string | undefined {
  return new RegExp(`^a=${name}(?::(.*?))?\\r?$`, 'm').exec(text)?.slice(1)[0] ?? (has(text, name) ? '' : undefined);
}

function has(text: string, name: string): boolean {
  return new RegExp(`^a=${name}\\r?$`, 'm').test(text);
}

function malformed(why: string): KinoraError {
  return new KinoraError('request.invalid', `The SDP offer can’t be read. ${why}`);
}

function refused(why: string): KinoraError {
  return new KinoraError('broadcast.offer', `This offer can’t be accepted. ${why}`);
}
