import type { FrameStyle } from '@kinora/capabilities';
import { apiBase, call } from '../api/client.ts';
import { uploadFile } from '../music/tus.ts';
import { uploadMemory } from '../music/upload-memory.ts';

/** Something that is in the library now. */
export type Saved = { projectId: string; title: string };

/** How it was made. */
export type Made = {
  style: FrameStyle;
  /** The model that painted, as `provider/model@revision`; omitted: Kinora's own painters, which were not trained. */
  painter?: string;
};

type SaveOptions = { signal: AbortSignal; onProgress?: (fraction: number) => void };

/** Takes a recording into the library; it is sent in parts, and goes on after a broken line. */
export function saveRecording(file: File, made: Made, options: SaveOptions): Promise<Saved> {
  return save('recordings', file, made, options);
}

/** Takes a picture into the library. */
export function saveSnapshot(file: File, made: Made, options: SaveOptions): Promise<Saved> {
  return save('snapshots', file, made, options);
}

async function save(
  collection: 'recordings' | 'snapshots',
  file: File,
  { style, painter }: Made,
  { signal, onProgress }: SaveOptions,
): Promise<Saved> {
  const stored = await uploadFile(file, {
    endpoint: `${apiBase}/uploads`,
    memory: uploadMemory,
    signal,
    onProgress: (received) => onProgress?.(received / file.size),
  });
  const { work } = await call<{ work: { id: string; title: string } }>(`/live-style/${collection}`, {
    method: 'POST',
    body: { file: stored, style, ...(painter !== undefined && { engine: painter }) },
    signal,
  });
  return { projectId: work.id, title: work.title };
}
