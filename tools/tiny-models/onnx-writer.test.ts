import { expect, test } from 'vitest';
import { OnnxGraph } from './onnx-writer.ts';

/** The identity of one float by hand, after onnx.proto. */
test('writes the bytes that onnx.proto asks for', () => {
  const graph = new OnnxGraph({ opset: 13 });
  graph.output(graph.op('Neg', [graph.input('x', 'float32', [1])]), 'y', 'float32', ['n']);
  const bytes = Buffer.from(graph.build({ metadata: { a: 'b' } })).toString('latin1');
  expect(bytes.startsWith('\b\x09\x12\x06kinora')).toBe(true);
  expect(bytes).toContain('\x0a\x01x\x12\x02v0\x1a\x05Neg_0"\x03Neg');
  expect(bytes).toContain('\x5a\x0f\x0a\x01x\x12\x0a\x0a\x08\x08\x01\x12\x04\x0a\x02\x08\x01');
  expect(bytes).toContain('\x62\x10\x0a\x01y\x12\x0b\x0a\x09\x08\x01\x12\x05\x0a\x03\x12\x01n');
  expect(bytes).toContain('B\x04\x0a\x00\x10\x0d');
  expect(bytes.endsWith('r\x06\x0a\x01a\x12\x01b')).toBe(true);
});

test('counts the weights and keeps negative integers', () => {
  const graph = new OnnxGraph();
  graph.integers([-1, 2]);
  graph.floats([1, 2, 3, 4], [2, 2]);
  expect(graph.parameters).toBe(6);
  expect(Buffer.from(graph.build()).includes(Buffer.from([255, 255, 255, 255, 255, 255, 255, 255, 2, 0]))).toBe(true);
});
