import { KinoraError, OutOfMemory } from '@kinora/capabilities';
import { expect, test } from 'vitest';
import { describeDeath } from './connection.ts';
import { queueOf } from './device-queue.ts';
import { recordError, reviveError, saysOutOfMemory } from './protocol.ts';

test('errors keep their code, kind and place between processes', () => {
  const error = new KinoraError('provider.quota', 'Used up.', {
    retryAfter: 3,
    isRetryable: true,
    data: { field: 'a' },
  });
  expect(reviveError(structuredClone(recordError(error)))).toMatchObject({
    code: 'provider.quota',
    message: 'Used up.',
    retryAfter: 3,
    isRetryable: true,
    data: { field: 'a' },
  });
  const revived = reviveError(structuredClone(recordError(new RangeError('too long'))));
  expect(revived).toMatchObject({ name: 'RangeError', message: 'too long' });
  expect(revived.stack).toContain('protocol.test');
  expect(reviveError(recordError('plain words')).message).toBe('plain words');
});

test.each([
  'ggml_aligned_malloc: insufficient memory (attempted to allocate 2560.00 MB)',
  'ggml_backend_cpu_buffer_type_alloc_buffer: failed to allocate buffer of size 4294967296',
  'llama_model_load: error loading model: unable to allocate CUDA0 buffer',
  'CUDA error: out of memory',
  'ggml_vulkan: Device memory allocation of size 1073741824 failed. vk::Device::allocateMemory: ErrorOutOfDeviceMemory',
  "Non-zero status code returned while running MatMul node. Name:'' Status Message: Failed to allocate memory for requested buffer of size 16777216000",
  'std::bad_alloc',
  'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
  'Array buffer allocation failed',
  'A context size of 131072 with sequences 1 is too large for the available VRAM',
  'mmap failed: Cannot allocate memory',
])('%s means that memory ran out', (message) => {
  expect(saysOutOfMemory({ name: 'Error', message })).toBe(true);
});

test.each([
  'no such file: model.gguf',
  'invalid model: tensor shape mismatch',
  'I have no memory of that story',
  'GPU device lost',
])('%s does not mean that memory ran out', (message) => {
  expect(saysOutOfMemory({ name: 'Error', message })).toBe(false);
});

test('an OutOfMemory is known by its name', () => {
  expect(saysOutOfMemory(recordError(new OutOfMemory('the picture is too large')))).toBe(true);
});

test('a death is told by its cause', () => {
  const facts = { code: null, signal: 'SIGKILL', words: '', wasKilledForMemory: false };
  expect(describeDeath(facts)).toEqual({ cause: 'crash', text: 'it was ended by SIGKILL' });
  expect(describeDeath({ ...facts, wasKilledForMemory: true }).cause).toBe('memory');
  const aborted = { ...facts, signal: 'SIGABRT', words: "terminate called after throwing 'std::bad_alloc'\n" };
  expect(describeDeath(aborted).cause).toBe('memory');
  expect(describeDeath({ ...facts, signal: 'SIGILL' }).text).toContain('processor lacks');
  expect(describeDeath({ ...facts, code: 7, signal: null, words: 'a\nb\n' }).text).toBe('it ended with code 7: a\nb');
});

test('names of one GPU stand in one queue', () => {
  expect(['cuda:0', 'vulkan:0', 'webgpu', 'metal', 'directml'].map(queueOf)).toEqual(Array(5).fill('gpu:0'));
  expect(queueOf('cuda:1')).toBe('gpu:1');
  expect(queueOf('cpu')).toBe('cpu');
});
