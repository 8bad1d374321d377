export { systemClock } from './clock.ts';
export type { Clock } from './clock.ts';
export { createFrameStylerRoute } from './frame-styler.ts';
export { createLanguageRoute } from './language.ts';
export {
  createClipRoute,
  createDescriberRoute,
  createImageRoute,
  createSpeechRoute,
  createTranscriptionRoute,
} from './models.ts';
export type { SpeechRouteOptions, SpokenResult } from './models.ts';
export { createModeratorRoute, mergeVerdicts } from './moderator.ts';
export { createRoute } from './route.ts';
export type { ProviderHealth, Route, Routed, RouteHealth, RouteOptions, RouteProvider } from './route.ts';
