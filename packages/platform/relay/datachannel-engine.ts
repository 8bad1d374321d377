import { createSocket } from 'node:dgram';
import { KinoraError } from '@kinora/capabilities';
import type { PeerConnection, Track } from 'node-datachannel';
import { networkAddresses } from './addresses.ts';
import type { Engine, EngineOptions, PortRange, RemoteParameters, Transport, TransportEvents } from './engine.ts';
import { hostCandidate } from './engine.ts';
import { isReadable } from './rtp.ts';

/**
 * Opens the engine on libdatachannel: native, one UDP port for everybody.
 *
 * It is told of one section only, whatever the client offered: with a single track libdatachannel hands over every packet
 * of the connection as it is, RTCP too, and lets any packet out. What belongs to which track is then our own business, the
 * same for both engines.
 * @throws What loading the native module throws; KinoraError `server.port-in-use` when no port of the range is free.
 */
export async function openDatachannelEngine({ ports, reach }: EngineOptions): Promise<Engine> {
  const library = await import('node-datachannel');
  const port = await firstFreePort(ports, reach);
  const addresses = reach === 'loopback' ? ['127.0.0.1'] : [...networkAddresses(), '127.0.0.1'];
  const candidates = addresses.map((address, index) => hostCandidate(address, port, index));
  let count = 0;

  return {
    name: 'node-datachannel',
    ports: [port, port],
    async accept(remote, events) {
      const peer = new library.PeerConnection(`peer-${++count}`, {
        iceServers: [],
        enableIceUdpMux: true,
        portRangeBegin: port,
        portRangeEnd: port,
        disableAutoNegotiation: true,
        ...(reach === 'loopback' && { bindAddress: '127.0.0.1' }),
      });
      const section = new library.Video('0', 'SendRecv');
      section.addVP8Codec(96);
      const track = peer.addTrack(section);
      const transport = connect(peer, track, events);
      try {
        peer.setRemoteDescription(plainOffer(remote), 'offer');
        peer.setLocalDescription('answer');
        const sdp = peer.localDescription()?.sdp ?? '';
        const [, ufrag] = /a=ice-ufrag:(\S+)/.exec(sdp) ?? [];
        const [, password] = /a=ice-pwd:(\S+)/.exec(sdp) ?? [];
        const [, algorithm, value] = /a=fingerprint:(\S+) (\S+)/.exec(sdp) ?? [];
        if (!ufrag || !password || !algorithm || !value) throw new Error(`No transport in the answer: ${sdp}`);
        return { ...transport, local: { ufrag, password, fingerprint: { algorithm, value }, candidates } };
      } catch (cause) {
        transport.close();
        throw cause;
      }
    },
    async [Symbol.asyncDispose]() {
      library.cleanup();
    },
  };
}

function connect(peer: PeerConnection, track: Track, events: TransportEvents): Omit<Transport, 'local'> {
  let isOpen = false;
  let isClosed = false;
  const close = () => {
    if (isClosed) return;
    isClosed = true;
    isOpen = false;
    peer.close();
  };
  track.onMessage((packet) => {
    if (!isClosed && isReadable(packet)) events.onPacket(packet);
  });
  track.onOpen(() => {
    isOpen = true;
    if (!isClosed) events.onOpen();
  });
  track.onError(() => {});
  peer.onStateChange((state) => {
    if (isClosed || !['disconnected', 'failed', 'closed'].includes(state)) return;
    close();
    events.onClose();
  });
  return {
    send(packet) {
      try {
        return isOpen && track.sendMessageBinary(packet);
      } catch {
        // Closed by the client between two packets; onClose follows.
        return false;
      }
    },
    close,
  };
}

/** Candidates of the client are left out: it finds the server, so the server never sends to an address somebody wrote down. */
function plainOffer({ ufrag, password, fingerprint, role }: RemoteParameters): string {
  return [
    'v=0',
    'o=- 1 1 IN IP4 0.0.0.0',
    's=-',
    't=0 0',
    'a=group:BUNDLE 0',
    'm=video 9 UDP/TLS/RTP/SAVPF 96',
    'c=IN IP4 0.0.0.0',
    'a=mid:0',
    'a=sendrecv',
    'a=rtcp-mux',
    'a=rtpmap:96 VP8/90000',
    `a=ice-ufrag:${ufrag}`,
    `a=ice-pwd:${password}`,
    'a=ice-options:trickle',
    `a=fingerprint:${fingerprint.algorithm} ${fingerprint.value}`,
    `a=setup:${role === 'server' ? 'active' : 'passive'}`,
    '',
  ].join('\r\n');
}

async function firstFreePort([first, last]: PortRange, reach: EngineOptions['reach']): Promise<number> {
  for (let port = first; port <= last; port++) {
    const socket = createSocket('udp4');
    const isFree = await new Promise<boolean>((resolve) => {
      socket.once('error', () => resolve(false));
      socket.bind({ port, address: reach === 'loopback' ? '127.0.0.1' : '0.0.0.0', exclusive: true }, () =>
        resolve(true),
      );
    });
    await new Promise<void>((resolve) => (isFree ? socket.close(() => resolve()) : resolve()));
    if (isFree) return port;
  }
  throw new KinoraError(
    'server.port-in-use',
    `UDP ports ${first} to ${last} are all in use. Name others with KINORA_RELAY_PORTS, e.g. 5000-5099.`,
  );
}
