import type { WireAnswer, WireRequest } from '@kinora/capabilities/testing';
import { picture, tone } from './media.ts';
import { event, eventStream, say } from './story.ts';

type ResponsesRequest = {
  max_output_tokens?: number;
  stream?: boolean;
  text?: { format?: { type: string } };
  tool_choice?: unknown;
};

/** OpenAI's Responses, Images and Audio APIs, as in their references. */
export function answerOpenAi(request: WireRequest): WireAnswer | undefined {
  switch (request.path) {
    case '/v1/models':
      return { json: { object: 'list', data: [{ id: 'gpt-5.4-mini', object: 'model' }] } };
    case '/v1/responses':
      return answerResponses(request);
    case '/v1/images/generations': {
      const { size } = request.json() as { size: string };
      const [width = 0, height = 0] = size.split('x').map((side) => Number(side) / 8);
      const usage = { input_tokens: 9, output_tokens: 1_056, total_tokens: 1_065 };
      return { json: { created: 1_713_833_628, data: [{ b64_json: picture(width, height, 0) }], usage } };
    }
    case '/v1/audio/speech': {
      const { input, speed = 1 } = request.json() as { input: string; speed?: number };
      return { headers: { 'content-type': 'audio/wav' }, body: tone(Math.round(input.length / speed)) };
    }
    case '/v1/audio/transcriptions':
      return {
        json: {
          task: 'transcribe',
          language: 'english',
          duration: 1.5,
          text: 'Goodnight, owl.',
          words: [
            { word: 'Goodnight', start: 0.1, end: 0.7 },
            { word: 'owl', start: 0.8, end: 1.3 },
          ],
          segments: [
            {
              id: 0,
              seek: 0,
              start: 0.1,
              end: 1.3,
              text: 'Goodnight, owl.',
              tokens: [50364],
              temperature: 0,
              avg_logprob: -0.3,
              compression_ratio: 0.8,
              no_speech_prob: 0.01,
            },
          ],
        },
      };
    default:
      return undefined;
  }
}

function answerResponses(request: WireRequest): WireAnswer {
  const body = request.json() as ResponsesRequest;
  const isJson = body.text?.format?.type === 'json_schema';
  const { tokens, isCut } = say({ isJson, limit: body.max_output_tokens });
  const isCall = body.tool_choice === 'required';
  const usage = {
    input_tokens: 36,
    input_tokens_details: { cached_tokens: 0 },
    output_tokens: tokens.length,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: 36 + tokens.length,
  };
  const text = { type: 'output_text', text: tokens.join(''), annotations: [] };
  const message = { type: 'message', id: 'msg_67cc', status: 'completed', role: 'assistant', content: [text] };
  const call = {
    type: 'function_call',
    id: 'fc_12',
    call_id: 'call_9',
    name: 'dim_lamp',
    arguments: '{"percent": 20}',
    status: 'completed',
  };
  const item = isCall ? call : message;
  const response = {
    id: 'resp_67cc',
    object: 'response',
    created_at: 1_741_476_542,
    status: isCut ? 'incomplete' : 'completed',
    error: null,
    incomplete_details: isCut && !isCall ? { reason: 'max_output_tokens' } : null,
    model: 'gpt-5.4-mini',
    output: [item],
    usage,
  };
  if (!body.stream) return { json: response };
  const at = { item_id: item.id, output_index: 0 };
  const inside = isCall
    ? [
        { type: 'response.function_call_arguments.delta', ...at, delta: call.arguments },
        { type: 'response.function_call_arguments.done', ...at, arguments: call.arguments },
      ]
    : [
        { type: 'response.content_part.added', ...at, content_index: 0, part: { ...text, text: '' } },
        ...tokens.map((delta) => ({ type: 'response.output_text.delta', ...at, content_index: 0, delta })),
        { type: 'response.output_text.done', ...at, content_index: 0, text: text.text },
        { type: 'response.content_part.done', ...at, content_index: 0, part: text },
      ];
  const added = isCall
    ? { ...call, arguments: '', status: 'in_progress' }
    : { ...message, content: [], status: 'in_progress' };
  const events = [
    { type: 'response.created', response: { ...response, status: 'in_progress', output: [], usage: null } },
    { type: 'response.output_item.added', output_index: 0, item: added },
    ...inside,
    { type: 'response.output_item.done', output_index: 0, item },
    { type: isCut && !isCall ? 'response.incomplete' : 'response.completed', response },
  ];
  return {
    headers: eventStream,
    chunks: events.map((one, index) => event({ ...one, sequence_number: index }, one.type)),
  };
}
