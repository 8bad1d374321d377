export { decide } from './decide';
export { clear, draw } from './draw';
export { direct, settle, soften } from './settle';
export { ground, relief } from './oil';
export { inkDensity, inkSheet, pastelSheet, pencilSheet, seal } from './sheet';
