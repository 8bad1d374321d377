import { frameStyle } from '@kinora/capabilities';
import { recordingRequest, snapshotRequest } from '@kinora/studios/live-style/schema';
import { afterEach, expect, test, vi } from 'vitest';
import type { EngineFacts } from './engine/engine.ts';
import { describePainter } from './engine/server-frames.ts';
import { watchPainters } from './keeping.ts';
import { saveRecording, saveSnapshot } from './save.ts';
import { createLiveStore } from './state.ts';

afterEach(() => void vi.unstubAllGlobals());

const diffusion = { provider: 'onnx', model: 'sd-turbo', revision: '4f1', label: 'SD-Turbo', device: 'cuda:0' };
const style = frameStyle.parse({ look: 'oil' });
const facts: EngineFacts = { device: '', label: '', state: 'painting', note: '', server: null };

/** Takes uploads as Kinora's server does. @returns what it was asked to keep. */
function fakeServer(): { path: string; body: unknown }[] {
  const kept: { path: string; body: unknown }[] = [];
  vi.stubGlobal('fetch', async (path: string, { method, body }: { method?: string; body?: unknown } = {}) => {
    if (method === 'POST' && path.endsWith('/uploads'))
      return new Response(null, { status: 201, headers: { location: '/api/v1/uploads/1' } });
    if (method === 'PATCH')
      return new Response(null, { status: 204, headers: { 'upload-offset': String((body as Blob).size) } });
    if (path.includes('/uploads/'))
      return Response.json({ file: { asset: 'a'.repeat(64), mediaType: 'video/webm', bytes: 5 } });
    kept.push({ path, body: JSON.parse(body as string) });
    return Response.json({ work: { id: 'work', title: 'Oil' } }, { status: 202 });
  });
  return kept;
}

test('the library is told which trained model painted, and nothing of painters that follow rules', async () => {
  const kept = fakeServer();
  const file = new File(['bytes'], 'Oil.webm', { type: 'video/webm' });
  const { signal } = new AbortController();
  const { painter } = describePainter(diffusion);
  await saveRecording(file, { style, painter }, { signal });
  await saveSnapshot(
    file,
    { style, painter: describePainter({ ...diffusion, provider: 'builtin' }).painter },
    { signal },
  );
  expect(kept.map(({ path }) => path)).toEqual(['/api/v1/live-style/recordings', '/api/v1/live-style/snapshots']);
  expect(recordingRequest.omit({ kind: true }).parse(kept[0]?.body).engine).toBe('onnx/sd-turbo@4f1');
  expect(snapshotRequest.omit({ kind: true }).parse(kept[1]?.body).engine).toBe('builtin/painters@1');
});

test('a recording of which a trained model painted a part is its work, whoever began and ended it', () => {
  const store = createLiveStore();
  const by = (painter?: string) => store.setState({ engine: { kind: 'server', reason: '', ...facts, painter } });
  by();
  const painters = watchPainters(store);
  by('onnx/sd-turbo');
  by();
  expect(painters.end()).toBe('onnx/sd-turbo');
  const rules = watchPainters(store);
  expect(rules.end()).toBeUndefined();
  by('onnx/sd-turbo');
  expect(rules.end()).toBeUndefined();
});
