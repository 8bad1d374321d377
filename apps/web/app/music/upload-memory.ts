import type { UploadMemory } from './tus.ts';

const storageKey = 'kinora-uploads';

/** Where unfinished uploads of this browser are, by what identifies their file; a closed page goes on with them. */
export const uploadMemory: UploadMemory = {
  get: (file) => read()[file],
  set: (file, location) => write({ ...read(), [file]: location }),
  delete(file) {
    const { [file]: _, ...others } = read();
    write(others);
  },
};

function read(): Record<string, string> {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Record<string, string>;
  } catch {
    return {};
  }
}

function write(entries: Record<string, string>): void {
  try {
    // A handful is enough: older ones have been swept away on the server.
    localStorage.setItem(storageKey, JSON.stringify(Object.fromEntries(Object.entries(entries).slice(-20))));
  } catch {
    // A browser that keeps nothing starts again from the beginning.
  }
}
