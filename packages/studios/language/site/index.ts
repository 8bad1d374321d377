export { siteFiles, sitePictures } from './render.ts';
export type { SitePicture } from './render.ts';
export { linkAt, slugOf } from './site.ts';
export type { Site, SiteFile, SiteItem, SitePlace, SiteRecording } from './site.ts';
