import { randomInt, randomUUID } from 'node:crypto';
import type { LanguageModelV4CallOptions, SharedV4Warning } from '@ai-sdk/provider';
import { describeSchema } from './describe-schema.ts';
import { createJsonGrammar } from './grammar.ts';
import { toHistory } from './prompt.ts';
import type { GenerateInput, Sampling } from './protocol.ts';
import type { ToolPlan } from './tools.ts';
import { planTools } from './tools.ts';

/** A call, ready for the process with the model. */
export type PreparedCall = {
  id: string;
  input: Omit<GenerateInput, 'isStreamed'>;
  tools: ToolPlan;
  warnings: SharedV4Warning[];
};

/** Most tokens of thoughts for each effort; the library decides when it is left to the provider. */
const thoughtTokens = { none: 0, minimal: 128, low: 512, medium: 2048, high: 8192, xhigh: 16_384, max: 1e9 };

/**
 * Translates a call.
 * @param defaults Sampling that suits the model, e.g. `{ temperature: 0.6, repeatPenalty: 1.1 }`. What is missing: a
 * temperature of 0.7, the 40 likeliest tokens, of these 95 % of the probability, none below 5 % of the likeliest.
 * `thinking: false` spares the thoughts unless a call asks for them.
 * @throws KinoraError `request.invalid` for a bad schema, `provider.refused` for files.
 */
export function prepareCall(
  options: LanguageModelV4CallOptions,
  { defaults = {} }: { defaults?: Record<string, unknown> } = {},
): PreparedCall {
  const warnings: SharedV4Warning[] = [];
  const tools = planTools(options, warnings);
  const json = tools.mode === 'forced' ? undefined : options.responseFormat;
  const instructions = tools.mode === 'forced' ? tools.instructions : json?.type === 'json' ? describeJson(json) : '';
  const { history, warnings: promptWarnings } = toHistory(options.prompt, { instructions });
  warnings.push(...promptWarnings);
  const schema =
    tools.mode === 'forced' ? tools.schema : json?.type === 'json' ? (json.schema ?? { type: 'object' }) : undefined;
  const held = schema === undefined ? undefined : createJsonGrammar(schema);
  for (const keyword of held?.unsupported ?? []) {
    const details = 'The grammar that holds the answer to its schema does not know it; check the answer.';
    warnings.push({ type: 'unsupported', feature: `JSON schema: ${keyword}`, details });
  }
  const { seed, maxOutputTokens, stopSequences = [] } = options;
  const effort = options.reasoning ?? 'provider-default';
  const wanted = effort === 'provider-default' && defaults['thinking'] === false ? 'none' : effort;
  const thoughts = planThoughts(wanted, { isHeld: held !== undefined, warnings });
  return {
    id: randomUUID(),
    tools,
    warnings,
    input: {
      history,
      stopSequences,
      sampling: chooseSampling(options, defaults),
      isReproducible: seed !== undefined || options.temperature === 0,
      ...(held && { grammar: held.grammar }),
      ...(tools.mode === 'free' && { functions: tools.functions }),
      ...(maxOutputTokens !== undefined && { maxTokens: maxOutputTokens }),
      ...(thoughts !== undefined && { thoughtTokens: thoughts }),
    },
  };
}

/** A grammar holds thoughts as well, so that an answer that is held to a schema is written without any. */
function planThoughts(
  reasoning: NonNullable<LanguageModelV4CallOptions['reasoning']>,
  { isHeld, warnings }: { isHeld: boolean; warnings: SharedV4Warning[] },
): number | undefined {
  if (!isHeld) return reasoning === 'provider-default' ? undefined : thoughtTokens[reasoning];
  if (reasoning !== 'provider-default' && reasoning !== 'none') {
    const details = 'An answer that is held to a schema is written without thinking aloud.';
    warnings.push({ type: 'unsupported', feature: 'reasoning beside JSON or a forced tool call', details });
  }
  return 0;
}

function chooseSampling(options: LanguageModelV4CallOptions, defaults: Record<string, unknown>): Sampling {
  const own = options.providerOptions?.['llama-cpp'] ?? {};
  const pick = (name: string, fallback: number): number => {
    const value = own[name] ?? defaults[name];
    return typeof value === 'number' ? value : fallback;
  };
  return {
    temperature: options.temperature ?? pick('temperature', 0.7),
    topP: options.topP ?? pick('topP', 0.95),
    topK: options.topK ?? pick('topK', 40),
    minP: pick('minP', 0.05),
    seed: options.seed === undefined ? randomInt(2 ** 32) : foldSeed(options.seed),
    repeatPenalty: pick('repeatPenalty', 1),
    frequencyPenalty: options.frequencyPenalty ?? 0,
    presencePenalty: options.presencePenalty ?? 0,
  };
}

/** Seeds of llama.cpp have 32 bits. Larger ones are folded into these. */
function foldSeed(seed: number): number {
  return ((seed >>> 0) ^ Math.imul(Math.trunc(seed / 2 ** 32), 0x9e_37_79_b1)) >>> 0;
}

/** The grammar holds the model to the schema without telling it what the fields are for. */
function describeJson({
  schema,
  name,
  description,
}: {
  schema?: unknown;
  name?: string;
  description?: string;
}): string {
  const subject = [name, description].filter(Boolean).join(': ');
  const head = `Answer with JSON on one line${subject === '' ? '' : ` (${subject})`}`;
  return schema === undefined ? `${head}.` : `${head} of this type:\n${describeSchema(schema)}`;
}
