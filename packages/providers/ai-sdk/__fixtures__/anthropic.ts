import type { WireAnswer, WireRequest } from '@kinora/capabilities/testing';
import { event, eventStream, say } from './story.ts';

type MessagesRequest = {
  max_tokens: number;
  stream?: boolean;
  output_config?: { format?: unknown };
  tools?: { name: string }[];
  tool_choice?: { type: string };
};

/** Anthropic's Messages API, as in its reference. */
export function answerAnthropic(request: WireRequest): WireAnswer | undefined {
  if (request.path !== '/v1/messages') return undefined;
  const body = request.json() as MessagesRequest;
  const isJsonTool = body.tools?.some(({ name }) => name === 'json') ?? false;
  const isJson = body.output_config?.format !== undefined || isJsonTool;
  const { tokens, isCut } = say({ isJson, limit: body.max_tokens });
  const isCall = body.tool_choice?.type === 'any' || isJsonTool;
  const tool = isJsonTool
    ? { name: 'json', input: JSON.parse(say({ isJson: true, limit: undefined }).tokens.join('')) as object }
    : { name: 'dim_lamp', input: { percent: 20 } };
  const stop_reason = isCall ? 'tool_use' : isCut ? 'max_tokens' : 'end_turn';
  const message = { id: 'msg_013Zva2CMHLNnXjNJJKqJ2EF', type: 'message', role: 'assistant', model: 'claude-sonnet-5' };
  const usage = { input_tokens: 25, output_tokens: tokens.length };
  if (!body.stream) {
    const content = isCall
      ? [{ type: 'tool_use', id: 'toolu_01', ...tool }]
      : [{ type: 'text', text: tokens.join('') }];
    return { json: { ...message, content, stop_reason, stop_sequence: null, usage } };
  }
  const start = isCall ? { type: 'tool_use', id: 'toolu_01', name: tool.name, input: {} } : { type: 'text', text: '' };
  const deltas = isCall
    ? [{ type: 'input_json_delta', partial_json: JSON.stringify(tool.input) }]
    : tokens.map((text) => ({ type: 'text_delta', text }));
  const events = [
    { type: 'message_start', message: { ...message, content: [], stop_reason: null, stop_sequence: null, usage } },
    { type: 'content_block_start', index: 0, content_block: start },
    { type: 'ping' },
    ...deltas.map((delta) => ({ type: 'content_block_delta', index: 0, delta })),
    { type: 'content_block_stop', index: 0 },
    { type: 'message_delta', delta: { stop_reason, stop_sequence: null }, usage: { output_tokens: tokens.length } },
    { type: 'message_stop' },
  ];
  return { headers: eventStream, chunks: events.map((one) => event(one, one.type)) };
}
