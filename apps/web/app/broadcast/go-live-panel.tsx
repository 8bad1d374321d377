import { Eye, Radio } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { Notice } from '../ui/notice.tsx';
import './broadcast.css';
import { bitrateWords, durationWords } from './live-words.ts';
import { ShareCard } from './share-card.tsx';
import { TargetForm } from './target-form.tsx';
import { useGoLive } from './use-go-live.ts';
import type { GoLive, GoLiveState } from './use-go-live.ts';

type GoLivePanelProps = {
  /** Asked when it begins: the canvas's stream with its sound. Its tracks stay the caller's. */
  stream: () => MediaStream | Promise<MediaStream>;
  /** What viewers see above the picture. */
  title?: string;
  /** Hears of every state, e.g. to show a lamp elsewhere. */
  onStateChange?: (state: GoLiveState) => void;
  /** Receives what drives it, for voice commands and keys: `start(null, settings)` and `stop()`. */
  onReady?: (control: GoLive) => void;
};

/** Going live: where to, then the link, who watches, how it goes, and how to stop. */
export function GoLivePanel({ stream, title, onStateChange, onReady }: GoLivePanelProps) {
  const live = useGoLive({ stream, title });
  const { state } = live;
  const tell = useEffectEvent((now: GoLiveState) => {
    onStateChange?.(now);
    onReady?.(live);
  });
  useEffect(() => tell(state), [state]);

  if (state.phase === 'live' || state.phase === 'reconnecting') return <OnAir live={live} state={state} />;
  return (
    <section className="grid gap-5" aria-label="Go live">
      {state.phase === 'failed' && (
        <Notice tone="air" title="Going live didn’t work">
          {state.problem.message}
        </Notice>
      )}
      {state.phase === 'ended' && (
        <Notice tone="well" title={`You were live for ${durationWords(state.seconds)}`}>
          {state.mostViewers === 0
            ? 'Nobody watched this time.'
            : `At most ${viewersWords(state.mostViewers)} at once.`}
        </Notice>
      )}
      <TargetForm
        isBusy={state.phase === 'preparing'}
        onStart={(target, settings) => void live.start(target, settings)}
      />
    </section>
  );
}

type OnAirProps = { live: GoLive; state: GoLiveState & { phase: 'live' | 'reconnecting' } };

function OnAir({ live, state }: OnAirProps) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const { figures, broadcast } = state;
  return (
    <section className="grid gap-5" aria-label="On air">
      <div className="on-air">
        <span className={`on-air__lamp ${state.phase === 'live' ? '' : 'on-air__lamp--weak'}`}>
          <Radio className="icon" aria-hidden />
          {state.phase === 'live' ? 'Live' : 'Reconnecting…'}
        </span>
        <span className="tabular-nums">{durationWords((now - state.since) / 1000)}</span>
        {state.viewers !== null && (
          <span className="inline-flex items-center gap-2">
            <Eye className="icon" aria-hidden />
            <span aria-live="polite">{viewersWords(state.viewers)}</span>
          </span>
        )}
        <button type="button" className="button button--air ml-auto" onClick={() => void live.stop()}>
          Stop
        </button>
      </div>
      {figures && (
        <dl className="figures">
          <Figure name="Sent" value={bitrateWords(figures.bitsPerSecond)} />
          <Figure name="Pictures" value={`${Math.round(figures.fps)} a second`} />
          <Figure name="Size" value={figures.width > 0 ? `${figures.width} × ${figures.height}` : '–'} />
          <Figure name="Codec" value={figures.codec || '–'} />
          <Figure name="Lost" value={`${(figures.loss * 100).toFixed(1)} %`} />
          <Figure
            name="There and back"
            value={figures.roundTrip === null ? '–' : `${Math.round(figures.roundTrip * 1000)} ms`}
          />
        </dl>
      )}
      {figures && figures.limitedBy !== 'none' && figures.limitedBy !== 'other' && (
        <Notice title={figures.limitedBy === 'cpu' ? 'This machine is at its limit' : 'The line is at its limit'}>
          {figures.limitedBy === 'cpu'
            ? 'The browser lowers the quality. Fewer pictures a second, a smaller picture or a lighter look help.'
            : 'The browser lowers the quality. Choose fewer bits a second, or use a cable instead of Wi-Fi.'}
        </Notice>
      )}
      {broadcast && <ShareCard broadcast={broadcast} onRenew={live.renew} />}
      {state.page !== null && (
        <p className="text-small">
          Watch at <a href={state.page}>{state.page}</a>
        </p>
      )}
    </section>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function viewersWords(count: number): string {
  return count === 1 ? '1 viewer' : `${count} viewers`;
}
