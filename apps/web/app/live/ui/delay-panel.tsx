import { ChevronDown } from 'lucide-react';
import { Collapsible } from 'radix-ui';
import type { Figures } from '../figures.ts';
import { useLive, useStudio } from '../live-context.tsx';
import type { LiveState } from '../state.ts';

/** How long the picture takes, where the time goes, and everything else that can be measured. */
export function DelayPanel() {
  const studio = useStudio();
  const figures = useLive((state) => state.figures);
  const engine = useLive((state) => state.engine);
  const givenUp = useLive((state) => state.givenUp);
  const { delay, parts, minute } = figures ?? { delay: null, parts: null, minute: [] };
  if (!engine) return null;
  return (
    <section className="stack gap-3" aria-labelledby="delay">
      <div className="flex items-baseline justify-between gap-3">
        <h3 id="delay">Delay</h3>
        <p className="num text-small text-ink-2" data-testid="delay">
          <b className="figure">{delay ? Math.round(delay.p50) : '–'}</b> ms, camera to screen
        </p>
      </div>
      {parts && <Parts parts={parts} />}
      {minute.length > 1 && <Minute values={minute} />}
      <p className="text-tiny text-ink-2">
        {delay && minute.length > 1
          ? `Last minute: mostly ${Math.round(middle(minute))} ms, at most ${Math.round(Math.max(...minute))}. `
          : ''}
        {whoPaints(engine)}
      </p>
      {givenUp && (
        <p className="text-small text-ink-2">
          {givenUp}{' '}
          <button type="button" className="link" onClick={() => studio?.startOver()}>
            Back to full
          </button>
        </p>
      )}
      {figures && <Everything figures={figures} engine={engine} />}
    </section>
  );
}

function whoPaints({ label, device, state, note }: NonNullable<LiveState['engine']>): string {
  if (state === 'connecting' || state === 'failed' || state === 'refused') return note;
  const who = label && device ? `Painted by ${label} on ${device}.` : 'The painter is getting ready.';
  return note ? `${who} ${note}` : who;
}

const partNames = {
  camera: 'Camera',
  painting: 'Painting',
  packing: 'Packing',
  waiting: 'Waiting',
  travel: 'Travel',
} as const;

function Parts({ parts }: { parts: NonNullable<Figures['parts']> }) {
  const shown = (Object.keys(partNames) as (keyof typeof partNames)[]).flatMap((key) => {
    const value = parts[key];
    return value === undefined ? [] : [{ key, value: Math.round(value) }];
  });
  const words = shown.map(({ key, value }) => `${partNames[key]} ${value}`).join(', ');
  return (
    <>
      <p className="sr-only">{words} milliseconds</p>
      <div className="delay" aria-hidden="true">
        {shown.map(({ key, value }) => (
          <i key={key} data-part={key} style={{ flexGrow: Math.max(1, value) }} />
        ))}
      </div>
      <dl className="parts" aria-hidden="true">
        {shown.map(({ key, value }) => (
          <div key={key} data-part={key}>
            <dt>{partNames[key]}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Minute({ values }: { values: readonly number[] }) {
  const top = Math.max(100, ...values) * 1.1;
  const step = 236 / Math.max(1, values.length - 1);
  const path = values.map((value, at) => `${(at * step).toFixed(1)} ${(26 - (value / top) * 24).toFixed(1)}`).join('L');
  return (
    <svg viewBox="0 0 236 26" height="30" preserveAspectRatio="none" className="minute" aria-hidden="true">
      <path d={`M${path}`} fill="none" stroke="var(--moon)" strokeWidth="1.6" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

type EverythingProps = { figures: Figures; engine: NonNullable<LiveState['engine']> };

function Everything({ figures, engine }: EverythingProps) {
  const { delay, promptToVisible, framesIn, framesOut, drops, kilobytesOut, kilobytesIn } = figures;
  const lost = Object.entries(drops).map(([reason, count]) => `${count} ${dropWords[reason] ?? reason}`);
  const rows: [string, string | null][] = [
    ['Delay, half of all / 95 of 100', delay && `${Math.round(delay.p50)} / ${Math.round(delay.p95)} ms`],
    ['From words to picture', promptToVisible === null ? null : `${promptToVisible.toFixed(2)} s`],
    ['Pictures a second, in / out', `${framesIn.toFixed(1)} / ${framesOut.toFixed(1)}`],
    ['Left out in ten seconds', lost.length > 0 ? lost.join(', ') : 'none'],
    [
      'A picture there / back',
      kilobytesOut === null ? null : `${kilobytesOut.toFixed(1)} / ${(kilobytesIn ?? 0).toFixed(1)} kB`,
    ],
    ['Waits at the server', engine.server && `${Math.round(engine.server.queuedMs)} ms`],
    [
      'Server',
      engine.server &&
        `${Math.round(engine.server.load * 100)} % busy, ${engine.server.sessions} ${engine.server.sessions === 1 ? 'session' : 'sessions'}`,
    ],
    ['Who paints', engine.label ? `${engine.label}, ${engine.device}` : null],
  ];
  return (
    <Collapsible.Root>
      <Collapsible.Trigger className="group flex min-h-11 items-center gap-2 text-left text-small font-bold text-ink-2 hover:text-ink">
        <ChevronDown
          className="icon transition-transform duration-(--quick) group-data-[state=open]:rotate-180"
          aria-hidden
        />
        All figures
      </Collapsible.Trigger>
      <Collapsible.Content>
        <dl className="all-figures num">
          {rows.flatMap(([name, value]) =>
            value === null
              ? []
              : [
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                  </div>,
                ],
          )}
        </dl>
      </Collapsible.Content>
    </Collapsible.Root>
  );
}

const dropWords: Record<string, string> = {
  rate: 'over the rate',
  busy: 'while one was painted',
  late: 'came late',
  stale: 'too old at the server',
  replaced: 'replaced by newer ones',
  lost: 'lost on the line',
  'old-style': 'in the style before',
  'too-fast': 'too fast for the server',
  'too-large': 'too large',
  'wrong-size': 'of another size',
  malformed: 'unreadable',
  paused: 'while paused',
  failed: 'failed',
  closed: 'after the end',
};

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
