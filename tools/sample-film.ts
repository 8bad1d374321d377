export { makeSampleFilm } from '@kinora/media/video/restyle/testing';
