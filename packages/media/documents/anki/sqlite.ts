import { DatabaseSync } from 'node:sqlite';

// Node 24.15 has both; its published types don't know them yet.
declare module 'node:sqlite' {
  interface DatabaseSync {
    serialize(): Uint8Array;
    deserialize(bytes: Uint8Array): void;
  }
}

/** An empty database in memory. */
export function openMemory(): DatabaseSync {
  return new DatabaseSync(':memory:');
}
