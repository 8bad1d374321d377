import type { Session } from './signalling.ts';
import { endSession, fragmentOf, restartIce, sendCandidates, sendOffer, withFragment } from './signalling.ts';

/** A WebRTC connection that an HTTP session holds. */
export type Connection = {
  peer: RTCPeerConnection;
  /** Resolves once packets can flow. @throws KinoraError of the server's answer; Error when no path is found in time. */
  opened: Promise<void>;
  /** Ends the session at the server, too. */
  close(): Promise<void>;
};

/** Candidates are waited for this long before the offer goes out; later ones follow, in ms. */
const gatherMs = 400;
/** A path has to be found in this time, in ms. */
const openMs = 12_000;
/** A broken path may mend by itself for this long, in ms. */
const mendMs = 2500;

/**
 * Opens a connection to a WHIP or WHEP endpoint. A path that breaks is restarted where the server can do that.
 * @param options.prepare Adds tracks or transceivers.
 * @param options.changeOffer Changes the offer's text before it is used.
 * @param options.onLost The path broke and can't be mended, or the server closed it: a new connection is needed. Once.
 */
export function connect(options: {
  url: string;
  token: string;
  prepare: (peer: RTCPeerConnection) => void;
  changeOffer?: (sdp: string) => string;
  onLost: () => void;
}): Connection {
  const { url, token } = options;
  const peer = new RTCPeerConnection({ bundlePolicy: 'max-bundle' });
  const gone = new AbortController();
  let session: Session | null = null;
  let isOpen = false;
  let late: RTCIceCandidate[] = [];
  let mending: ReturnType<typeof setTimeout> | undefined;
  const { promise: connected, resolve, reject } = Promise.withResolvers<void>();
  connected.catch(() => {});

  const lose = () => {
    if (gone.signal.aborted) return;
    void close();
    if (isOpen) options.onLost();
    else reject(new Error('No path to the server was found.'));
  };

  const sendLate = () => {
    if (session === null || late.length === 0) return;
    const candidates = late;
    late = [];
    void sendCandidates(session, token, fragmentOf(peer.localDescription?.sdp ?? '', candidates));
  };

  const mend = async () => {
    const before = peer.remoteDescription?.sdp;
    if (session?.etag == null || before === undefined || gone.signal.aborted) return lose();
    const offer = await peer.createOffer({ iceRestart: true });
    await peer.setLocalDescription(offer);
    await gathered(peer);
    const fragment = await restartIce(session, token, fragmentOf(peer.localDescription?.sdp ?? ''));
    if (fragment === null || gone.signal.aborted) return lose();
    await peer.setRemoteDescription({ type: 'answer', sdp: withFragment(before, fragment) });
    mending = setTimeout(lose, openMs);
  };

  peer.addEventListener('icecandidate', ({ candidate }) => {
    if (candidate?.candidate) late.push(candidate);
    if (session !== null) sendLate();
  });
  peer.addEventListener('connectionstatechange', () => {
    const state = peer.connectionState;
    if (state === 'connected') {
      clearTimeout(mending);
      isOpen = true;
      resolve();
    } else if (state === 'disconnected') {
      clearTimeout(mending);
      mending = setTimeout(() => void mend().catch(lose), mendMs);
    } else if (state === 'failed') {
      clearTimeout(mending);
      if (isOpen) void mend().catch(lose);
      else lose();
    } else if (state === 'closed') lose();
  });

  const open = async () => {
    options.prepare(peer);
    // A server that says goodbye closes DTLS; browsers tell that on the transport only.
    const created = await peer.createOffer();
    const changed = options.changeOffer?.(created.sdp ?? '') ?? created.sdp;
    await peer.setLocalDescription({ type: 'offer', sdp: changed });
    watchTransport();
    await gathered(peer);
    late = [];
    session = await sendOffer({ url, token }, peer.localDescription?.sdp ?? '', gone.signal);
    if (gone.signal.aborted) {
      await endSession(session, token);
      return;
    }
    if (session.iceServers.length > 0)
      peer.setConfiguration({ bundlePolicy: 'max-bundle', iceServers: session.iceServers });
    await peer.setRemoteDescription({ type: 'answer', sdp: session.answer });
    watchTransport();
    sendLate();
    const timer = setTimeout(lose, openMs);
    await connected.finally(() => clearTimeout(timer));
  };

  const watched = new WeakSet<RTCDtlsTransport>();
  const watchTransport = () => {
    for (const { sender, receiver } of peer.getTransceivers()) {
      const transport = sender.transport ?? receiver.transport;
      if (!transport || watched.has(transport)) continue;
      watched.add(transport);
      transport.addEventListener('statechange', () => {
        if (transport.state === 'closed' || transport.state === 'failed') lose();
      });
    }
  };

  async function close() {
    if (gone.signal.aborted) return;
    gone.abort();
    clearTimeout(mending);
    reject(new Error('closed'));
    peer.close();
    if (session !== null) await endSession(session, token);
  }

  return { peer, opened: open(), close };
}

async function gathered(peer: RTCPeerConnection): Promise<void> {
  if (peer.iceGatheringState === 'complete') return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, gatherMs);
    peer.addEventListener('icegatheringstatechange', () => {
      if (peer.iceGatheringState !== 'complete') return;
      clearTimeout(timer);
      resolve();
    });
  });
}
