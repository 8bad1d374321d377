import { DatabaseSync } from 'node:sqlite';

// Node 24.15 has these; its published types don't know them yet.
declare module 'node:sqlite' {
  interface DatabaseSync {
    serialize(): Uint8Array;
    deserialize(bytes: Uint8Array): void;
    enableDefensive(isOn: boolean): void;
    setAuthorizer(authorize: ((action: number) => number) | null): void;
  }
}

/** An empty database in memory. */
export function openMemory(): DatabaseSync {
  return new DatabaseSync(':memory:');
}

/** Action codes and answers of an authorizer (sqlite.org/c3ref/c_alter_table.html). */
export const authorization = { select: 21, read: 20, allowed: 0, denied: 1 } as const;
