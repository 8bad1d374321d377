export type { Probe } from './install.ts';
export type { ModelEvent } from './states.ts';
export { createModelStore } from './store.ts';
export type { ModelStore, ModelStoreOptions, StoredModel } from './store.ts';
