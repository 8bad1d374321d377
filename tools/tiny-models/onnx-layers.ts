import { writeFileSync } from 'node:fs';
import { OnnxGraph } from './onnx-writer.ts';

/** How weights are stored. `int8` quantises matrices and computes them as integers, the rest stays float32. */
export type Precision = 'float32' | 'float16' | 'int8';

/** Options of {@link createLayers}. */
export type LayerOptions = {
  precision?: Precision;
  /** Seed of the random weights. */
  seed?: number;
  /**
   * Name of a file beside the model that holds weights. All lie at its start, one over the other: the model computes as
   * much as one of its true size but takes little disk.
   */
  weightsFile?: string;
  /** Groups of the group normalisation. Default 4. */
  groups?: number;
};

/** Layers of neural networks with random weights, added to a graph. Each takes and returns names of values. */
export type Layers = ReturnType<typeof createLayers>;

/** Starts a graph of layers. */
export function createLayers(options: LayerOptions = {}) {
  const { precision = 'float32', seed = 1, weightsFile, groups = 4 } = options;
  const graph = new OnnxGraph();
  const type: 'float16' | 'float32' = precision === 'float16' ? 'float16' : 'float32';
  const random = uniform(seed);
  let largest = 0;

  const constant = (values: number[], shape: readonly number[] = [values.length]) =>
    graph.tensor(type, shape, bytesOf(type === 'float16' ? Float16Array.from(values) : Float32Array.from(values)));

  /** Uniform weights whose products with unit inputs have unit variance. */
  const weights = (shape: number[], fanIn: number) => {
    const count = shape.reduce((product, size) => product * size, 1);
    if (weightsFile !== undefined) {
      const length = count * (type === 'float16' ? 2 : 4);
      largest = Math.max(largest, length);
      return graph.external(type, shape, { file: weightsFile, offset: 0, length });
    }
    const bound = Math.sqrt(3 / fanIn);
    return constant(
      Array.from({ length: count }, () => random() * bound),
      shape,
    );
  };

  const add = (a: string, b: string) => graph.op('Add', [a, b]);
  const multiply = (a: string, b: string) => graph.op('Mul', [a, b]);

  /** [.., inputs] → [.., outputs]. */
  const linear = (x: string, inputs: number, outputs: number, hasBias = true): string => {
    let product: string;
    if (precision === 'int8' && weightsFile === undefined) {
      const bytes = Int8Array.from({ length: inputs * outputs }, () => Math.round(random() * 127));
      const matrix = graph.tensor('int8', [inputs, outputs], new Uint8Array(bytes.buffer));
      const [quantised = '', scale = '', zero = ''] = graph.ops('DynamicQuantizeLinear', [x], { outputs: 3 });
      const sums = graph.op('Cast', [graph.op('MatMulInteger', [quantised, matrix, zero])], { to: 1 });
      product = multiply(sums, multiply(scale, constant([Math.sqrt(3 / inputs) / 127], [])));
    } else {
      product = graph.op('MatMul', [x, weights([inputs, outputs], inputs)]);
    }
    return hasBias ? add(product, weights([outputs], inputs * 3)) : product;
  };

  /** [n, inputs, h, w] → [n, outputs, h/stride, w/stride]. */
  const convolve = (
    x: string,
    inputs: number,
    outputs: number,
    { size = 3, stride = 1, hasBias = true } = {},
  ): string => {
    const fanIn = inputs * size * size;
    return graph.op(
      'Conv',
      [x, weights([outputs, inputs, size, size], fanIn), ...(hasBias ? [weights([outputs], fanIn * 3)] : [])],
      { kernel_shape: [size, size], strides: [stride, stride], pads: [size >> 1, size >> 1, size >> 1, size >> 1] },
    );
  };

  const ones = (count: number) => constant(Array.from({ length: count }, () => 1));
  const zeros = (count: number) => constant(Array.from({ length: count }, () => 0));

  return {
    graph,
    type,
    constant,
    weights,
    add,
    multiply,
    linear,
    convolve,
    relu: (x: string) => graph.op('Relu', [x]),
    silu: (x: string) => multiply(x, graph.op('Sigmoid', [x])),
    /** Written as exporters do: instance normalisation of groups. */
    groupNorm(x: string, channels: number, epsilon = 1e-5): string {
      const grouped = graph.op('Reshape', [x, graph.integers([0, groups, -1])]);
      const normal = graph.op('InstanceNormalization', [grouped, ones(groups), zeros(groups)], {
        epsilon: { float: epsilon },
      });
      const shaped = graph.op('Reshape', [normal, graph.op('Shape', [x])]);
      const scale = constant(
        Array.from({ length: channels }, () => 1),
        [channels, 1, 1],
      );
      return add(
        multiply(shaped, scale),
        constant(
          Array.from({ length: channels }, () => 0),
          [channels, 1, 1],
        ),
      );
    },
    layerNorm: (x: string, size: number) =>
      graph.op('LayerNormalization', [x, ones(size), zeros(size)], { axis: -1, epsilon: { float: 1e-5 } }),
    /** Doubles height and width. */
    enlarge: (x: string, factor = 2) =>
      graph.op('Resize', [x, '', graph.floats([1, 1, factor, factor])], {
        mode: 'nearest',
        nearest_mode: 'floor',
        coordinate_transformation_mode: 'asymmetric',
      }),
    /** Writes the model, and the weights beside it where they lie outside. */
    save(path: string): { parameters: number } {
      writeFileSync(path, graph.build());
      if (weightsFile !== undefined) {
        const data = new Float32Array(Math.ceil(largest / 4)).map(() => random() * 0.02);
        const bytes = type === 'float16' ? bytesOf(Float16Array.from(data.subarray(0, largest / 2))) : bytesOf(data);
        writeFileSync(new URL(weightsFile, `file://${path}`), bytes);
      }
      return { parameters: graph.parameters };
    },
  };
}

/** Numbers in [-1, 1), always the same for a seed. */
function uniform(seed: number): () => number {
  let state = Math.imul(seed, 2_654_435_761) | 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return state / 2_147_483_648;
  };
}

function bytesOf(array: Float16Array | Float32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
