/** Names of the painters' WebAssembly modules, each compiled from the folder of its name in `assembly/`. */
export const moduleNames = ['core', 'strokes', 'regions'] as const;
export type ModuleName = (typeof moduleNames)[number];

/** The compiled modules of the painters; one set serves any number of painters. */
export type PaintingModules = Readonly<Record<ModuleName, WebAssembly.Module>>;
