export { buildSite } from './build.ts';
export type { PublishedItem, PublishedRecording } from './build.ts';
export { siteFiles, sitePictures } from './render.ts';
export type { SitePicture } from './render.ts';
export { linkAt, slugOf } from './site.ts';
export type { Site, SiteFile, SiteItem, SitePlace, SiteRecording } from './site.ts';
export { siteWords } from './words.ts';
