import type { DtlsRole, TransportParameters } from './sdp.ts';

/** Which library carries the packets. */
export type EngineName = 'node-datachannel' | 'werift';

/** A connection to one client, of which packets go in and out: ICE, DTLS and SRTP are below it. */
export type Transport = {
  /** What the client needs to reach it. */
  local: TransportParameters & {
    /** `candidate:…` lines. */
    candidates: string[];
  };
  /**
   * Sends an RTP or RTCP packet. The bytes are read before it returns, so the buffer may be used again.
   * @returns False when it can't be sent now.
   */
  send(packet: Buffer): boolean;
  close(): void;
};

/** What happens on a connection. */
export type TransportEvents = {
  onOpen(): void;
  /** RTP or RTCP, decrypted; the buffer is the receiver's to keep. */
  onPacket(packet: Buffer): void;
  /** The client closed it, or was not heard of for too long. Once. */
  onClose(): void;
};

/** What is known of a client, and our part in the handshake with it. */
export type RemoteParameters = TransportParameters & { role: DtlsRole };

/** Opens connections. It always answers, never calls: it sends to no address that did not authenticate to it first. */
export type Engine = AsyncDisposable & {
  name: EngineName;
  /** UDP ports in use, first and last. */
  ports: PortRange;
  accept(remote: RemoteParameters, events: TransportEvents): Promise<Transport>;
};

/** UDP ports, first and last. */
export type PortRange = readonly [first: number, last: number];

/** Options of an engine. */
export type EngineOptions = {
  ports: PortRange;
  /** `loopback`: reachable from this machine alone. `network`: from every network of this machine. */
  reach: 'loopback' | 'network';
};

/** A `candidate:` line of a host (RFC 8839 §5.1). */
export function hostCandidate(address: string, port: number, index: number): string {
  const preference = address.includes(':') ? 65_535 - index : 65_000 - index;
  const priority = 126 * 2 ** 24 + preference * 2 ** 8 + 255;
  return `candidate:${index + 1} 1 UDP ${priority} ${address} ${port} typ host`;
}
