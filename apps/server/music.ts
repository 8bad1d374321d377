// A door of its own: hearing a song needs neither the database nor anything else of the server, and starts at once.
export { analyseMusicFile, clock, drawAnalysis, summarise } from '@kinora/media/music';
export type { HeardMusic } from '@kinora/media/music';
