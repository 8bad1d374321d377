/** Element types of tensors, by the names of JavaScript's arrays where there is one. */
export type TensorType = keyof typeof tensorTypes;

/** `TensorProto.DataType` of the ONNX specification. */
const tensorTypes = { float32: 1, uint8: 2, int8: 3, int32: 6, int64: 7, bool: 9, float16: 10, float64: 11 } as const;

/** One entry per dimension: a size, or a name for one that is only known when the model runs. */
export type Shape = readonly (number | string)[];

/**
 * An attribute of a node. A plain number is an integer and a plain array a list of integers; floats are marked, because
 * ONNX tells them apart.
 */
export type Attribute =
  | number
  | string
  | readonly number[]
  | { float: number }
  | { floats: readonly number[] }
  | { graph: OnnxGraph };

/** Where weights lie outside the model's file. `file` is relative to it; `offset` and `length` in bytes. */
export type ExternalData = { file: string; offset: number; length: number };

/**
 * Writes ONNX models (onnx.proto, IR version 9) node by node. Values are called by their names: every method that makes
 * one returns it.
 *
 *     const graph = new OnnxGraph();
 *     const x = graph.input('x', 'float32', ['batch', 2]);
 *     graph.output(graph.op('MatMul', [x, graph.floats([1, 0, 0, 1], [2, 2])]), 'y', 'float32', ['batch', 2]);
 *     writeFileSync('identity.onnx', graph.build());
 */
export class OnnxGraph {
  readonly #opset: number;
  readonly #prefix: string;
  readonly #nodes: Uint8Array[] = [];
  readonly #initializers: Uint8Array[] = [];
  readonly #inputs: Uint8Array[] = [];
  readonly #outputs: Uint8Array[] = [];
  readonly #domains = new Map<string, number>();
  #count = 0;
  #parameters = 0;

  /**
   * @param options.opset Version of the standard operators. Default 17.
   * @param options.prefix Of generated names; a subgraph needs one of its own. Default `v`.
   */
  constructor(options: { opset?: number; prefix?: string } = {}) {
    this.#opset = options.opset ?? 17;
    this.#prefix = options.prefix ?? 'v';
  }

  /** Weights so far, scalars included. */
  get parameters(): number {
    return this.#parameters;
  }

  /** Declares an input of the model. */
  input(name: string, type: TensorType, shape: Shape): string {
    this.#inputs.push(message(11, describeValue(name, type, shape)));
    return name;
  }

  /** Declares that `value` is an output of the model called `name`. */
  output(value: string, name: string, type: TensorType, shape: Shape): void {
    if (value !== name) this.#addNode('Identity', [value], [name], {}, '');
    this.#outputs.push(message(12, describeValue(name, type, shape)));
  }

  /** A float32 constant. Default shape: a vector of all values. */
  floats(values: ArrayLike<number>, shape: readonly number[] = [values.length]): string {
    return this.tensor('float32', shape, bytesOf(Float32Array.from(values)));
  }

  /** An int64 constant, such as shapes and axes. Default shape: a vector of all values; `[]` for a scalar. */
  integers(values: readonly number[], shape: readonly number[] = [values.length]): string {
    return this.tensor('int64', shape, bytesOf(BigInt64Array.from(values, BigInt)));
  }

  /** A constant of any type from its bytes, little-endian, row-major. `name` must be unique; generated when omitted. */
  tensor(type: TensorType, shape: readonly number[], bytes: Uint8Array, name = this.#name()): string {
    this.#addInitializer(type, shape, name, [message(9, bytes)]);
    return name;
  }

  /** A constant whose bytes lie in a file beside the model, as models above 2 GB need. */
  external(type: TensorType, shape: readonly number[], data: ExternalData, name = this.#name()): string {
    const entry = (key: string, value: string) => message(13, concatenate([text(1, key), text(2, value)]));
    this.#addInitializer(type, shape, name, [
      entry('location', data.file),
      entry('offset', String(data.offset)),
      entry('length', String(data.length)),
      integer(14, 1),
    ]);
    return name;
  }

  /**
   * Adds a node with one output. An omitted optional input is `''`.
   * @param domain For operators outside the standard, e.g. `com.microsoft`.
   */
  op(type: string, inputs: readonly string[], attributes: Record<string, Attribute> = {}, domain = ''): string {
    return this.ops(type, inputs, { attributes, outputs: 1, domain })[0]!;
  }

  /** Adds a node with several outputs. */
  ops(
    type: string,
    inputs: readonly string[],
    options: { outputs: number; attributes?: Record<string, Attribute>; domain?: string },
  ): string[] {
    const { outputs: count, attributes = {}, domain = '' } = options;
    const outputs = Array.from({ length: count }, () => this.#name());
    this.#addNode(type, inputs, outputs, attributes, domain);
    return outputs;
  }

  /** The finished file. `metadata` are its free properties, which some runtimes read their settings from. */
  build(options: { metadata?: Record<string, string> } = {}): Uint8Array {
    const opset = (domain: string, version: number) => message(8, concatenate([text(1, domain), integer(2, version)]));
    return concatenate([
      integer(1, 9),
      text(2, 'kinora'),
      message(7, this.toGraph()),
      opset('', this.#opset),
      ...[...this.#domains].map(([domain, version]) => opset(domain, version)),
      ...Object.entries(options.metadata ?? {}).map(([key, value]) =>
        message(14, concatenate([text(1, key), text(2, value)])),
      ),
    ]);
  }

  /** The `GraphProto` alone: the body of an `If` or `Loop`. */
  toGraph(): Uint8Array {
    return concatenate([...this.#nodes, text(2, 'graph'), ...this.#initializers, ...this.#inputs, ...this.#outputs]);
  }

  #name(): string {
    return `${this.#prefix}${this.#count++}`;
  }

  #addNode(
    type: string,
    inputs: readonly string[],
    outputs: readonly string[],
    attributes: Record<string, Attribute>,
    domain: string,
  ): void {
    if (domain) this.#domains.set(domain, 1);
    this.#nodes.push(
      message(
        1,
        concatenate([
          ...inputs.map((name) => text(1, name)),
          ...outputs.map((name) => text(2, name)),
          text(3, `${type}_${this.#nodes.length}`),
          text(4, type),
          ...Object.entries(attributes).map(([name, value]) => message(5, attribute(name, value))),
          ...(domain ? [text(7, domain)] : []),
        ]),
      ),
    );
  }

  #addInitializer(type: TensorType, shape: readonly number[], name: string, data: Uint8Array[]): void {
    this.#parameters += shape.reduce((product, size) => product * size, 1);
    const dimensions = shape.map((size) => integer(1, size));
    this.#initializers.push(
      message(5, concatenate([...dimensions, integer(2, tensorTypes[type]), text(8, name), ...data])),
    );
  }
}

/** `AttributeProto`. */
function attribute(name: string, value: Attribute): Uint8Array {
  const body = (): Uint8Array[] => {
    if (typeof value === 'number') return [integer(3, value), integer(20, 2)];
    if (typeof value === 'string') return [text(4, value), integer(20, 3)];
    if ('float' in value) return [float(2, value.float), integer(20, 1)];
    if ('floats' in value) return [...value.floats.map((item) => float(7, item)), integer(20, 6)];
    if ('graph' in value) return [message(6, value.graph.toGraph()), integer(20, 5)];
    return [...value.map((item) => integer(8, item)), integer(20, 7)];
  };
  return concatenate([text(1, name), ...body()]);
}

/** `ValueInfoProto`. */
function describeValue(name: string, type: TensorType, shape: Shape): Uint8Array {
  const dimensions = shape.map((size) => message(1, typeof size === 'number' ? integer(1, size) : text(2, size)));
  const tensor = concatenate([integer(1, tensorTypes[type]), message(2, concatenate(dimensions))]);
  return concatenate([text(1, name), message(2, message(1, tensor))]);
}

/** The protocol buffers wire format: https://protobuf.dev/programming-guides/encoding. */
function varint(value: number): Uint8Array {
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes: number[] = [];
  do {
    const low = Number(rest & 127n);
    rest >>= 7n;
    bytes.push(rest > 0n ? low | 128 : low);
  } while (rest > 0n);
  return Uint8Array.from(bytes);
}

function integer(field: number, value: number): Uint8Array {
  return concatenate([varint(field << 3), varint(value)]);
}

function float(field: number, value: number): Uint8Array {
  return concatenate([varint((field << 3) | 5), bytesOf(Float32Array.of(value))]);
}

function message(field: number, body: Uint8Array): Uint8Array {
  return concatenate([varint((field << 3) | 2), varint(body.length), body]);
}

function text(field: number, value: string): Uint8Array {
  return message(field, new TextEncoder().encode(value));
}

function bytesOf(array: Float32Array | BigInt64Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let position = 0;
  for (const part of parts) {
    whole.set(part, position);
    position += part.length;
  }
  return whole;
}
