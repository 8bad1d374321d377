export { babble } from './babble.ts';
export type { Say } from './babble.ts';
export { makeSampleRecording } from './make-sample-recording.ts';
export type { SampleRecording, SampleRecordingOptions } from './make-sample-recording.ts';
export { scheduleSrt } from './schedule.ts';
export type { SampleLine, SampleSchedule } from './schedule.ts';
