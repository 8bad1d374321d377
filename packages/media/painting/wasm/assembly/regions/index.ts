export { padHalf, pickTables, kuwahara, sharpen } from './kuwahara';
export { planes, placeSeeds, assignSeeds, sumSeeds, moveSeeds } from './seeds';
export { joinLabels, vote, borders, glassColours, glassShine, leads, paintGlass } from './glass';
export { turnSeeds, tesserae, paintMosaic } from './mosaic';
export { washes, pairTones, pigment } from './watercolour';
export { paintComic, pixelCells, pixelEntries, paintPixels } from './dots';
