import type { LanguageModelV4CallOptions, SharedV4Warning } from '@ai-sdk/provider';
import { KinoraError } from '@kinora/capabilities';
import type { FunctionCall, Turn } from './protocol.ts';

type Prompt = LanguageModelV4CallOptions['prompt'];
type AssistantPart = Extract<Prompt[number], { role: 'assistant' }>['content'][number];
type ToolPart = Extract<Prompt[number], { role: 'tool' }>['content'][number];
type UserPart = Extract<Prompt[number], { role: 'user' }>['content'][number];

/**
 * Turns a prompt into the conversation that the model's template takes. It ends with the turn that the model is to write
 * or, after an assistant's message or a tool's answer, to go on with.
 * @param options.instructions Added to the end of the first system message.
 * @throws KinoraError `provider.refused` for pictures and other files that can't be read.
 */
export function toHistory(
  prompt: Prompt,
  { instructions = '' }: { instructions?: string } = {},
): { history: Turn[]; warnings: SharedV4Warning[] } {
  const history: Turn[] = [];
  const warnings: SharedV4Warning[] = [];
  const calls = new Map<string, FunctionCall>();
  const lastResponse = () => {
    const last = history.at(-1);
    if (last?.type === 'model') return last.response;
    const turn: Turn & { type: 'model' } = { type: 'model', response: [] };
    history.push(turn);
    return turn.response;
  };
  for (const message of prompt) {
    if (message.role === 'system') history.push({ type: 'system', text: message.content });
    else if (message.role === 'user')
      history.push({ type: 'user', text: message.content.map(readUserPart).join('\n') });
    else if (message.role === 'assistant') {
      for (const part of message.content) readAssistantPart(part, { response: lastResponse(), calls, warnings });
    } else for (const part of message.content) readToolPart(part, { calls, warnings });
  }
  if (instructions !== '') {
    const system = history.find((turn) => turn.type === 'system');
    if (system) system.text = `${system.text}\n\n${instructions}`;
    else history.unshift({ type: 'system', text: instructions });
  }
  lastResponse();
  return { history, warnings };
}

function readUserPart(part: UserPart): string {
  if (part.type === 'text') return part.text;
  const { data } = part;
  if (part.mediaType.startsWith('text/')) {
    if (data.type === 'text') return data.text;
    if (data.type === 'data') {
      return typeof data.data === 'string'
        ? Buffer.from(data.data, 'base64').toString('utf8')
        : Buffer.from(data.data).toString('utf8');
    }
  }
  const message = `llama.cpp reads text only, not ${part.mediaType}; choose a model that sees pictures for this.`;
  throw new KinoraError('provider.refused', message);
}

function readAssistantPart(
  part: AssistantPart,
  {
    response,
    calls,
    warnings,
  }: {
    response: Extract<Turn, { type: 'model' }>['response'];
    calls: Map<string, FunctionCall>;
    warnings: SharedV4Warning[];
  },
): void {
  if (part.type === 'text') response.push(part.text);
  else if (part.type === 'reasoning') {
    response.push({ type: 'segment', segmentType: 'thought', text: part.text, ended: true });
  } else if (part.type === 'tool-call') {
    const call: FunctionCall = { type: 'functionCall', name: part.toolName, params: part.input, result: 'no answer' };
    calls.set(part.toolCallId, call);
    response.push(call);
  } else if (part.type === 'tool-result') readToolPart(part, { calls, warnings });
  else warnings.push({ type: 'unsupported', feature: `${part.type} in an assistant message` });
}

function readToolPart(
  part: ToolPart,
  { calls, warnings }: { calls: Map<string, FunctionCall>; warnings: SharedV4Warning[] },
): void {
  if (part.type !== 'tool-result') {
    warnings.push({ type: 'unsupported', feature: part.type });
    return;
  }
  const call = calls.get(part.toolCallId);
  if (!call) {
    const message = `The prompt holds an answer of the tool “${part.toolName}” to a call that it doesn't hold; send both.`;
    throw new KinoraError('request.invalid', message, { data: { field: 'prompt' } });
  }
  const { output } = part;
  if (output.type === 'execution-denied') call.result = { denied: output.reason ?? true };
  else if (output.type === 'error-text' || output.type === 'error-json') call.result = { error: output.value };
  else if (output.type !== 'content') call.result = output.value;
  else {
    call.result = output.value.map((each) => (each.type === 'text' ? each.text : `[${each.type}]`)).join('\n');
    if (output.value.some((each) => each.type !== 'text'))
      warnings.push({ type: 'unsupported', feature: 'files that a tool answers with' });
  }
}
