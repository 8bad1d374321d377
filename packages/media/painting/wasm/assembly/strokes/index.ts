export { decide } from './decide';
export { clear, draw } from './draw';
export { settle, soften } from './settle';
export { ground, relief } from './oil';
