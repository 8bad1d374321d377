import type * as werift from 'werift';
import { isReadable, isRtcp } from './rtp.ts';
import type { Engine, EngineOptions, TransportEvents, Transport } from './engine.ts';

/** AES-128 with an 80-bit tag, and AES-128-GCM (RFC 5764, RFC 7714). */
const srtpProfiles = [0x0001, 0x0007] as const;

/** A connection is torn down this long after its last packets, in ms. */
const goodbyeMs = 50;

/**
 * Opens the engine on werift: JavaScript only, so it runs where no native module does. A UDP port per client, and about
 * five times the processor time of the native one.
 */
export async function openWeriftEngine({ ports, reach }: EngineOptions): Promise<Engine> {
  const library = await import('werift');
  const certificate = await library.RTCDtlsTransport.SetupCertificate();

  return {
    name: 'werift',
    ports,
    async accept(remote, events) {
      const gatherer = new library.RTCIceGatherer({
        portRange: [ports[0], ports[1]],
        useIpv4: true,
        useIpv6: false,
        ...(reach === 'loopback' && { interfaceAddresses: { udp4: '127.0.0.1' } }),
        additionalHostAddresses: ['127.0.0.1'],
      });
      const ice = new library.RTCIceTransport(gatherer);
      ice.connection.iceControlling = false;
      await ice.gather();
      const dtls = new library.RTCDtlsTransport({}, ice, certificate, [...srtpProfiles]);
      dtls.role = remote.role;
      ice.setRemoteParams(
        new library.RTCIceParameters({ usernameFragment: remote.ufrag, password: remote.password, iceLite: false }),
      );
      dtls.setRemoteParams(
        new library.RTCDtlsParameters(
          [new library.RTCDtlsFingerprint(remote.fingerprint.algorithm, remote.fingerprint.value)],
          remote.role === 'server' ? 'client' : 'server',
        ),
      );
      const transport = connect(library, dtls, events);
      const [fingerprint] = certificate.getFingerprints();
      return {
        ...transport,
        local: {
          ufrag: ice.localParameters.usernameFragment,
          password: ice.localParameters.password,
          fingerprint: { algorithm: fingerprint!.algorithm, value: fingerprint!.value },
          candidates: ice.localCandidates.map((candidate) => {
            const line = candidate.toJSON().candidate;
            return line.startsWith('candidate:') ? line : `candidate:${line}`;
          }),
        },
      };
    },
    async [Symbol.asyncDispose]() {},
  };
}

type Library = typeof werift;

function connect(library: Library, dtls: werift.RTCDtlsTransport, events: TransportEvents): Omit<Transport, 'local'> {
  const { connection } = dtls.iceTransport;
  let isOpen = false;
  let isClosed = false;
  const close = () => {
    if (isClosed) return;
    isClosed = true;
    isOpen = false;
    // Goodbyes are still on their way: sending is not over when it returns.
    setTimeout(() => {
      dtls.dtls?.close();
      void dtls.stop().catch(() => {});
    }, goodbyeMs);
  };
  const end = () => {
    if (isClosed) return;
    close();
    events.onClose();
  };

  // werift would take every RTCP packet apart and put it together again; packets are passed on as they are.
  dtls.startSrtp = () => {
    dtls.updateSrtpSession();
    connection.onData.subscribe((data) => {
      const first = data[0] ?? 0;
      if (isClosed || first < 128 || first > 191) return;
      try {
        const packet = isRtcp(data) ? dtls.srtcp.decrypt(data) : dtls.srtp.decrypt(data);
        if (isReadable(packet)) events.onPacket(packet);
      } catch {
        // Not from this client: its key doesn't fit.
      }
    });
  };
  dtls.onStateChange.subscribe((state) => {
    if (state === 'connected') {
      isOpen = true;
      events.onOpen();
    } else if (state === 'closed' || state === 'failed') end();
  });
  dtls.iceTransport.onStateChange.subscribe((state) => {
    if (state === 'failed' || state === 'closed' || state === 'disconnected') end();
  });
  void dtls.iceTransport
    .start()
    .then(() => dtls.start())
    .catch(end);

  return {
    send(packet) {
      if (!isOpen) return false;
      const sealed = isRtcp(packet) ? dtls.srtcp.encrypt(packet) : seal(library, dtls, packet);
      void connection.send(sealed).catch(() => {});
      return true;
    },
    close,
  };
}

function seal(library: Library, dtls: werift.RTCDtlsTransport, packet: Buffer): Buffer {
  const header = library.RtpHeader.deSerialize(packet);
  return dtls.srtp.encrypt(packet.subarray(header.payloadOffset), header);
}
