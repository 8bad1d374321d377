import { KinoraError } from '@kinora/capabilities/errors';
import { serveParent } from '../child.ts';

type Request = { say: 'echo' | 'fail' | 'crash' | 'hang'; bytes?: Uint8Array };

serveParent(({ say, bytes }: Request, { onProgress }) => {
  if (say === 'fail') throw new KinoraError('request.invalid', 'Choose another.', { data: { field: 'x' } });
  if (say === 'crash') process.kill(process.pid, 'SIGSEGV');
  onProgress(0.5);
  if (say === 'hang') for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
  onProgress(1);
  return { bytes, pid: process.pid };
});
