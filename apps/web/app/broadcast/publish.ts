import { connect } from './connection.ts';
import { createPublishMeter } from './figures.ts';
import { persist } from './persist.ts';
import type { LastingState } from './persist.ts';
import type { PublishCodec, PublishFigures, PublishSettings } from './types.ts';

/** A stream on its way out. */
export type Publication = {
  /** Takes other tracks without a new connection, e.g. of another microphone. */
  replaceStream(stream: MediaStream): Promise<void>;
  /** What goes out now; null between two connections. */
  measure(): Promise<PublishFigures | null>;
  stop(): Promise<void>;
};

/** Publishes a stream by WHIP (RFC 9725) to a server, and again whenever the connection is lost. */
export function publish(options: {
  url: string;
  /** Empty where the address itself is the secret. */
  token: string;
  stream: MediaStream;
  settings: PublishSettings;
  onState: (state: LastingState) => void;
}): Publication {
  const { url, token, settings } = options;
  let stream = options.stream;
  let meter = createPublishMeter();

  const lasting = persist({
    onState: options.onState,
    open(onLost) {
      meter = createPublishMeter();
      return connect({
        url,
        token,
        onLost,
        prepare(peer) {
          const [video] = stream.getVideoTracks();
          const [audio] = stream.getAudioTracks();
          if (video !== undefined) addVideo(peer, video, stream, settings);
          if (audio !== undefined) peer.addTransceiver(audio, { direction: 'sendonly', streams: [stream] });
        },
      });
    },
  });

  return {
    async replaceStream(next) {
      stream = next;
      const senders = lasting.current()?.peer.getSenders() ?? [];
      const tracks = next.getTracks();
      await Promise.all(
        senders.map((sender) => sender.replaceTrack(tracks.find(({ kind }) => kind === sender.track?.kind) ?? null)),
      );
    },
    async measure() {
      const peer = lasting.current()?.peer;
      return peer === undefined ? null : meter(await peer.getStats());
    },
    stop: () => lasting.stop(),
  };
}

function addVideo(
  peer: RTCPeerConnection,
  track: MediaStreamTrack,
  stream: MediaStream,
  { codec, maxBitrate, fps }: PublishSettings,
): void {
  if (track.contentHint === '') track.contentHint = 'motion';
  const transceiver = peer.addTransceiver(track, {
    direction: 'sendonly',
    streams: [stream],
    sendEncodings: [{ maxBitrate, maxFramerate: fps }],
  });
  const codecs = RTCRtpSender.getCapabilities('video')?.codecs ?? [];
  transceiver.setCodecPreferences(preferred(codecs, codec));
}

/** The wanted codec first; by default VP8, which every browser encodes without a licence and every server takes. */
function preferred(codecs: RTCRtpCodec[], wanted: PublishCodec): RTCRtpCodec[] {
  const name = `video/${wanted === 'auto' ? 'VP8' : wanted}`.toLowerCase();
  const isWanted = ({ mimeType }: RTCRtpCodec) => mimeType.toLowerCase() === name;
  const isBaseline = ({ sdpFmtpLine = '' }: RTCRtpCodec) =>
    /profile-level-id=42e0/i.test(sdpFmtpLine) && sdpFmtpLine.includes('packetization-mode=1');
  const first = codecs.filter(isWanted).toSorted((a, b) => Number(isBaseline(b)) - Number(isBaseline(a)));
  return [...first, ...codecs.filter((each) => !isWanted(each))];
}
