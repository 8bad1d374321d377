import { connect } from './connection.ts';
import { createWatchMeter } from './figures.ts';
import { persist } from './persist.ts';
import type { LastingState } from './persist.ts';
import type { WatchFigures } from './types.ts';

/** A stream on its way in. */
export type Watching = {
  measure(): Promise<WatchFigures | null>;
  stop(): Promise<void>;
};

/** Watches a stream by WHEP, and again whenever the connection is lost. */
export function watch(options: {
  url: string;
  token: string;
  onStream: (stream: MediaStream) => void;
  onState: (state: LastingState) => void;
  /** The server's clock now, in ms since 1970; null when unknown. */
  serverTime: () => number | null;
}): Watching {
  const { url, token } = options;
  let meter = createWatchMeter(options);

  const lasting = persist({
    isPatient: true,
    onState: options.onState,
    open(onLost) {
      meter = createWatchMeter(options);
      return connect({
        url,
        token,
        onLost,
        changeOffer: askForStereo,
        prepare(peer) {
          const stream = new MediaStream();
          peer.addEventListener('track', ({ track, receiver }) => {
            // Live means now: nothing is held back to make up for a bad line.
            receiver.jitterBufferTarget = 0;
            stream.addTrack(track);
            options.onStream(stream);
          });
          peer.addTransceiver('video', { direction: 'recvonly' });
          peer.addTransceiver('audio', { direction: 'recvonly' });
        },
      });
    },
  });

  return {
    async measure() {
      const peer = lasting.current()?.peer;
      return peer === undefined ? null : meter(await peer.getStats());
    },
    stop: () => lasting.stop(),
  };
}

/** Browsers play Opus in mono unless their own offer says that they can do better. */
function askForStereo(sdp: string): string {
  return sdp.replaceAll(/^(a=fmtp:\d+ .*useinbandfec=1)(?!.*stereo)/gm, '$1;stereo=1');
}
