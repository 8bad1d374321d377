import type { LanguageModelV4CallOptions, LanguageModelV4FunctionTool, SharedV4Warning } from '@ai-sdk/provider';
import { KinoraError } from '@kinora/capabilities';
import { describeSchema } from './describe-schema.ts';
import type { FunctionSpec } from './protocol.ts';

/**
 * How tools reach the model. `free`: it may call them in the syntax of its own template. `forced`: it can write nothing
 * but a call, held by a grammar. `none`: it doesn't see them.
 */
export type ToolPlan =
  | { mode: 'none' }
  | { mode: 'free'; functions: Record<string, FunctionSpec>; tools: LanguageModelV4FunctionTool[] }
  | {
      mode: 'forced';
      /** What it writes: the arguments of the only tool, or an object of `name` and `arguments`. */
      schema: Record<string, unknown>;
      tools: LanguageModelV4FunctionTool[];
      /** Tells it about the tools. */
      instructions: string;
    };

/**
 * Decides how the tools of a call reach the model.
 * @throws KinoraError `request.invalid` when the tool that must be called isn't there.
 */
export function planTools(
  { tools = [], toolChoice = { type: 'auto' }, responseFormat }: Partial<LanguageModelV4CallOptions>,
  warnings: SharedV4Warning[],
): ToolPlan {
  const usable = tools.filter((tool) => tool.type === 'function');
  for (const tool of tools) {
    if (tool.type === 'provider') warnings.push({ type: 'unsupported', feature: `provider tool ${tool.id}` });
  }
  if (toolChoice.type === 'none' || usable.length === 0) return { mode: 'none' };
  if (toolChoice.type === 'auto') {
    if (responseFormat?.type !== 'json') {
      return {
        mode: 'free',
        functions: Object.fromEntries(usable.map((tool) => [tool.name, toFunction(tool)])),
        tools: usable,
      };
    }
    const details = 'The answer is held to the schema; force a tool call, or ask for the JSON in a step of its own.';
    warnings.push({ type: 'unsupported', feature: 'tools beside a JSON answer', details });
    return { mode: 'none' };
  }
  const choices = toolChoice.type === 'tool' ? usable.filter(({ name }) => name === toolChoice.toolName) : usable;
  const [only] = choices;
  if (!only) {
    throw new KinoraError('request.invalid', 'The tool that must be called is not among the tools; add it.', {
      data: { field: 'toolChoice' },
    });
  }
  return {
    mode: 'forced',
    tools: choices,
    schema:
      choices.length === 1
        ? (only.inputSchema as Record<string, unknown>)
        : {
            anyOf: choices.map(({ name, inputSchema }) => ({
              type: 'object',
              properties: { name: { const: name }, arguments: inputSchema },
              required: ['name', 'arguments'],
            })),
            $defs: Object.assign({}, ...choices.map(({ inputSchema }) => inputSchema['$defs'] ?? {})) as unknown,
          },
    instructions: instruct(choices),
  };
}

function instruct(tools: LanguageModelV4FunctionTool[]): string {
  const list = tools.map(
    ({ name, description, inputSchema }) => `${name}: ${description ?? ''}\nArguments: ${describeSchema(inputSchema)}`,
  );
  const task =
    tools.length === 1
      ? 'Answer with nothing but the JSON object of the arguments for a call of this tool.'
      : 'Answer with nothing but a JSON object {"name": …, "arguments": …} that calls one of these tools.';
  return `${task}\n\n${list.join('\n\n')}`;
}

function toFunction({ description, inputSchema }: LanguageModelV4FunctionTool): FunctionSpec {
  const params = toLibrarySchema(inputSchema);
  const hasParams = Object.keys(params['properties'] ?? {}).length > 0 || params['type'] !== 'object';
  return { ...(description !== undefined && { description }), ...(hasParams && { params }) };
}

const keptKeys = [
  'description',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
  'const',
  'enum',
  '$ref',
];
const keptFormats = new Set(['date-time', 'time', 'date']);

/**
 * The part of a JSON schema that node-llama-cpp knows. It always writes every key of an object, so that an optional one
 * becomes one that may be null; {@link dropNulls} takes it out again.
 */
export function toLibrarySchema(schema: unknown): Record<string, unknown> {
  if (!isObject(schema)) return { type: ['string', 'number', 'boolean', 'null'] };
  const result: Record<string, unknown> = {};
  for (const key of keptKeys) if (key in schema) result[key] = schema[key];
  const choices = schema['anyOf'] ?? schema['oneOf'];
  if (Array.isArray(choices)) result['oneOf'] = choices.map(toLibrarySchema);
  else if (!('const' in schema) && !('enum' in schema) && !('$ref' in schema)) {
    result['type'] = schema['type'] ?? ('properties' in schema ? 'object' : 'string');
  }
  if (typeof schema['format'] === 'string' && keptFormats.has(schema['format'])) result['format'] = schema['format'];
  if (isObject(schema['items'])) result['items'] = toLibrarySchema(schema['items']);
  if (Array.isArray(schema['prefixItems'])) result['prefixItems'] = schema['prefixItems'].map(toLibrarySchema);
  if (isObject(schema['$defs'])) result['$defs'] = mapValues(schema['$defs'], toLibrarySchema);
  const { properties, additionalProperties } = schema;
  if (isObject(properties)) {
    const required = new Set(Array.isArray(schema['required']) ? schema['required'] : []);
    result['properties'] = Object.fromEntries(
      Object.entries(properties).map(([key, value]) => {
        const converted = toLibrarySchema(value);
        return [key, required.has(key) ? converted : { oneOf: [converted, { type: 'null' }] }];
      }),
    );
  }
  if (isObject(additionalProperties)) result['additionalProperties'] = toLibrarySchema(additionalProperties);
  else if (additionalProperties === true) result['additionalProperties'] = true;
  return result;
}

/** Takes out the nulls that stand for optional keys which were left out. */
export function dropNulls(value: unknown, schema: unknown): unknown {
  if (Array.isArray(value) && isObject(schema)) return value.map((item) => dropNulls(item, schema['items']));
  if (!isObject(value) || !isObject(schema) || !isObject(schema['properties'])) return value;
  const { properties } = schema;
  const required = new Set(Array.isArray(schema['required']) ? schema['required'] : []);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, item]) => item !== null || required.has(key) || !(key in properties))
      .map(([key, item]) => [key, dropNulls(item, properties[key])]),
  );
}

function mapValues(object: Record<string, unknown>, map: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
