import { frameStyle } from '@kinora/capabilities';
import type { FrameStyle } from '@kinora/capabilities';
import { createStore } from 'zustand/vanilla';
import type { EngineFacts } from './engine/engine.ts';
import type { Figures } from './figures.ts';
import type { EngineKind } from './ladder.ts';
import type { Shape, Size } from './shape.ts';
import type { SoundChoice, SoundProblem } from './sound/mixer.ts';
import type { SourceProblem } from './source/problems.ts';
import type { Camera, SourceKind } from './source/source.ts';

/** What is chosen once and kept in this browser. */
export type Settings = {
  style: FrameStyle;
  shape: Shape;
  size: Size;
  /** Whether a camera that looks at its user shows them as a mirror does. */
  mirrorsFace: boolean;
  /** Pictures a second that go to the server. */
  serverFps: number;
  engine: EngineKind | 'auto';
  /** Which engine of the server; null: the first of its route. */
  serverEngine: { provider: string; model: string } | null;
  /** Smaller, slower or elsewhere by itself when the machine can't keep up. */
  isLadderOn: boolean;
  sound: SoundChoice;
  cameraId: string | null;
  /** Words that were tried, newest first. */
  words: string[];
};

export const firstSettings: Settings = {
  style: frameStyle.parse({ look: 'watercolour' }),
  shape: 'landscape',
  size: 'medium',
  mirrorsFace: true,
  serverFps: 5,
  engine: 'auto',
  serverEngine: null,
  isLadderOn: true,
  sound: 'microphone',
  cameraId: null,
  words: [],
};

export type SourceState =
  | { step: 'none' }
  | { step: 'opening'; kind: SourceKind }
  | { step: 'on'; kind: SourceKind; label: string; deviceId?: string; width: number; height: number; hasSound: boolean }
  | { step: 'problem'; kind: SourceKind; problem: SourceProblem };

export type RecordingState =
  | { step: 'none' }
  | { step: 'running'; startedAt: number }
  | { step: 'saving'; fraction: number }
  | { step: 'saved'; projectId: string; title: string }
  | { step: 'kept'; url: string; name: string; problem: string };

export type SnapshotState =
  | { step: 'none' }
  | { step: 'saving' }
  | { step: 'done'; projectId: string; url: string; name: string }
  | { step: 'kept'; url: string; name: string; problem: string };

/** Everything the page shows that changes less often than frames. */
export type LiveState = {
  settings: Settings;
  source: SourceState;
  cameras: Camera[];
  /** Who paints and why; null while nothing does. */
  engine: ({ kind: EngineKind; reason: string } & EngineFacts) | null;
  /** Pixels and rate at which is painted now, and what was given up for it. */
  painted: { width: number; height: number; fps: number };
  givenUp: string;
  figures: Figures | null;
  isMirrored: boolean;
  isFrozen: boolean;
  isComparing: boolean;
  isHidden: boolean;
  hasPicture: boolean;
  soundProblem: SoundProblem | null;
  isMuted: boolean;
  recording: RecordingState;
  snapshot: SnapshotState;
};

export type LiveStore = ReturnType<typeof createLiveStore>;

export function createLiveStore() {
  return createStore<LiveState>(() => ({
    settings: firstSettings,
    source: { step: 'none' },
    cameras: [],
    engine: null,
    painted: { width: 640, height: 360, fps: 30 },
    givenUp: '',
    figures: null,
    isMirrored: false,
    isFrozen: false,
    isComparing: false,
    isHidden: false,
    hasPicture: false,
    soundProblem: null,
    isMuted: false,
    recording: { step: 'none' },
    snapshot: { step: 'none' },
  }));
}

const storageKey = 'kinora-live';

/** What was chosen last time; what doesn't fit any more is as at first. */
export function recallSettings(): Settings {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Settings>;
    const style = frameStyle.safeParse(kept.style);
    return { ...firstSettings, ...kept, style: style.success ? style.data : firstSettings.style };
  } catch {
    return firstSettings;
  }
}

export function keepSettings(settings: Settings): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(settings));
  } catch {
    // A browser that keeps nothing begins as at first.
  }
}
