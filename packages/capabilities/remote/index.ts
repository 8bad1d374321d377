export { ask, askBytes, askJson, parseAnswer } from './ask.ts';
export type { Question, RemoteService } from './ask.ts';
export { failureOfAnswer, failureOfConnection, failureOfShape, hideSecrets } from './failure.ts';
export type { FailedAnswer, ServiceFacts } from './failure.ts';
export { readSettings } from './settings.ts';
export type { SettingsReader } from './settings.ts';
export { createSharedWork } from './shared-work.ts';
export type { SharedWork } from './shared-work.ts';
export { punctuateWords } from './words.ts';
