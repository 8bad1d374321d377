import { Counter, Gauge, Histogram } from 'prom-client';
import type { Metric, Registry } from 'prom-client';
import type { LiveStats, StudioObserver } from './studio.ts';

/** Prometheus metrics of the live sessions. */
export type LiveMetrics = {
  observer: StudioObserver;
  /** @param stats Asked whenever the metrics are read. */
  register(registry: Registry, stats: () => LiveStats): void;
};

/** Makes the metrics, which count from the start of the process. */
export function createLiveMetrics(): LiveMetrics {
  const own = { registers: [] };
  const frames = new Counter({
    ...own,
    name: 'kinora_live_frames_total',
    help: 'Frames of live sessions by what became of them: painted, repeat, or why they were dropped.',
    labelNames: ['outcome'],
  });
  const refused = new Counter({
    ...own,
    name: 'kinora_live_refused_total',
    help: 'Live sessions that were not let in, by reason.',
    labelNames: ['reason'],
  });
  const seconds = new Histogram({
    ...own,
    name: 'kinora_live_frame_seconds',
    help: 'Seconds of a frame, waiting for its turn and being painted.',
    labelNames: ['stage'],
    buckets: [0.005, 0.01, 0.02, 0.04, 0.08, 0.12, 0.2, 0.3, 0.5, 1],
  });
  const bytes = new Counter({
    ...own,
    name: 'kinora_live_bytes_total',
    help: 'Bytes of encoded frames.',
    labelNames: ['direction'],
  });
  return {
    observer: {
      frame: (outcome) => frames.inc({ outcome }),
      refused: (reason) => refused.inc({ reason }),
      painted({ queuedMs, paintedMs, bytesIn, bytesOut }) {
        seconds.observe({ stage: 'queued' }, queuedMs / 1000);
        if (paintedMs > 0) seconds.observe({ stage: 'painted' }, paintedMs / 1000);
        bytes.inc({ direction: 'in' }, bytesIn);
        bytes.inc({ direction: 'out' }, bytesOut);
      },
    },
    register(registry, stats) {
      const all: Metric[] = [frames, refused, seconds, bytes] as Metric[];
      for (const metric of all) registry.registerMetric(metric);
      const gauge = (name: string, help: string, read: (now: LiveStats) => number) =>
        registry.registerMetric(
          new Gauge({
            ...own,
            name,
            help,
            collect() {
              this.set(read(stats()));
            },
          }),
        );
      gauge('kinora_live_sessions', 'Live sessions that are open.', ({ sessions }) => sessions);
      gauge('kinora_live_waiting', 'Frames that wait for their turn.', ({ waiting }) => waiting);
      gauge('kinora_live_load', 'How busy the busiest engine is, 0 to 1.', ({ load }) => load);
    },
  };
}
