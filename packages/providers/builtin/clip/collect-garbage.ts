import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');

/**
 * Collects this thread's garbage, which takes some milliseconds. Layers of a picture and the memory of sprites hang on small
 * objects; left alone, the collector takes its time to notice.
 */
export const collectGarbage = runInNewContext('gc') as () => void;
