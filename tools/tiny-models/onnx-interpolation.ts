import { OnnxGraph } from './onnx-writer.ts';

/** Options of {@link buildBlend}. */
export type BlendOptions = {
  /** Channels last and other names, as FILM has them. Default RIFE's. */
  layout?: 'rife' | 'film';
};

/**
 * A frame interpolation model whose answer is known: (1 - time) · first + time · second, with the inputs of RIFE 4 (img0, img1,
 * timestep; channels first) or FILM (x0, x1, time; channels last).
 */
export function buildBlend({ layout = 'rife' }: BlendOptions = {}): Uint8Array {
  const graph = new OnnxGraph();
  const isRife = layout === 'rife';
  const shape = isRife ? [1, 3, 'height', 'width'] : ['batch', 'height', 'width', 3];
  const [first, second] = (isRife ? ['img0', 'img1'] : ['x0', 'x1']).map((name) => graph.input(name, 'float32', shape));
  const time = graph.input(isRife ? 'timestep' : 'time', 'float32', isRife ? [1] : ['batch', 1]);
  const scalar = graph.op('Reshape', [time, graph.integers([1])]);
  const rest = graph.op('Sub', [graph.floats([1]), scalar]);
  const blend = graph.op('Add', [graph.op('Mul', [first!, rest]), graph.op('Mul', [second!, scalar])]);
  graph.output(blend, isRife ? 'output' : 'image', 'float32', shape);
  return graph.build();
}
