export { advices, degradationLadder, dropReasons, liveLimits, scaleSide } from './wire/limits.ts';
export type { Advice, DropReason, Rung } from './wire/limits.ts';
export {
  adjustMessage,
  admissionEstimate,
  closedMessage,
  degradeMessage,
  enginesAnswer,
  frameAnswer,
  frameHeader,
  frameMediaTypes,
  liveEngine,
  liveProblem,
  openAnswer,
  openedSession,
  openRequest,
  paintedHeader,
  refusals,
  statusMessage,
  styleAnswer,
  styleMessage,
} from './wire/messages.ts';
export type {
  AdjustMessage,
  AdmissionEstimate,
  ClosedMessage,
  DegradeMessage,
  EnginesAnswer,
  FrameAnswer,
  FrameHeader,
  FrameHeaderInput,
  FrameMediaType,
  LiveEngine,
  LiveProblem,
  OpenAnswer,
  OpenedSession,
  OpenRequest,
  OpenRequestInput,
  PaintedHeader,
  Refusal,
  StatusMessage,
  StyleAnswer,
  StyleMessage,
  StyleMessageInput,
} from './wire/messages.ts';
export type { LiveClientEvents, LiveServerEvents } from './wire/events.ts';
export {
  liveFileLimits,
  liveOutputKinds,
  liveStyleRequest,
  recordingRequest,
  snapshotRequest,
  styleVideoRequest,
  videoSizes,
} from './projects.ts';
export type {
  LiveOutputKind,
  LiveStyleEvent,
  LiveStyleFacts,
  LiveStyleRequest,
  LiveStyleRequestInput,
  LiveStyleWork,
  RecordingRequest,
  SnapshotRequest,
  StylePreset,
  StyleVideoRequest,
  VideoSize,
} from './projects.ts';
export { exampleCommands, readCommand } from './commands.ts';
export type { LiveCommand } from './commands.ts';
export { presets } from './presets.ts';
export { readPrompt } from './prompt.ts';
export type { PromptOptions, PromptReading, WordEffect } from './prompt.ts';
export { liveActions } from './words/actions.ts';
export type { LiveAction } from './words/actions.ts';
export { describeChange, lookNames } from './words/change-style.ts';
export type { ConceptKind, StyleChange } from './words/concept.ts';
