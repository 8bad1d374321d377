import { samplePng, startWireServer } from '@kinora/capabilities/testing';
import type { WireAnswer, WireRequest, WireServer } from '@kinora/capabilities/testing';
import { writeWav } from '@kinora/media/audio';

/** The key the server was started with. */
export const key = 'local-server-key-1234';

/** A server that speaks OpenAI's interface as in its reference, with a model that says the same words for the same seed. */
export async function startOpenAiServer(options: { formats?: string[] } = {}): Promise<WireServer> {
  const { formats = ['json_schema', 'json_object'] } = options;
  return await startWireServer((request) => {
    if (request.headers.authorization !== `Bearer ${key}`) {
      return error(401, { message: `Incorrect API key provided: ${key}.`, code: 'invalid_api_key' });
    }
    switch (`${request.method} ${request.path}`) {
      case 'GET /v1/models':
        return {
          json: {
            object: 'list',
            data: ['qwen3:8b', 'kokoro', 'whisper-1', 'stable-diffusion-1.5', 'nomic-embed-text'].map((id) => ({
              id,
              object: 'model',
              created: 1_686_935_002,
              owned_by: 'library',
            })),
          },
        };
      case 'POST /v1/chat/completions':
        return chat(request, formats);
      case 'POST /v1/images/generations':
        return image(request);
      case 'POST /v1/audio/speech':
        return speech(request);
      case 'GET /v1/audio/voices':
        return { json: { voices: ['af_heart', 'jf_alpha'] } };
      case 'POST /v1/audio/transcriptions':
        return transcription(request);
      default:
        return undefined;
    }
  });
}

function error(status: number, fields: { message: string; code?: string }): WireAnswer {
  return { status, json: { error: { type: 'invalid_request_error', param: null, code: null, ...fields } } };
}

type ChatRequest = {
  seed?: number;
  max_tokens?: number;
  stream?: boolean;
  tool_choice?: string;
  response_format?: { type: string };
  messages: { role: string; content: unknown }[];
};

function chat(request: WireRequest, formats: string[]): WireAnswer {
  const body = request.json() as ChatRequest;
  const format = body.response_format?.type;
  if (format !== undefined && !formats.includes(format)) {
    return error(400, { message: `'response_format.type' must be one of ${formats.join(', ') || 'text'}` });
  }
  const isJson = format !== undefined || JSON.stringify(body.messages).includes('JSON schema');
  const value = JSON.stringify({ title: 'The {quiet} fox', mood: 'calm', pages: 3 });
  const story = `A fox ${['slept', 'sang', 'waited'][(body.seed ?? 0) % 3]} under the old oak tree.`;
  const text = isJson ? (format === 'json_schema' ? value : `Here it is:\n\`\`\`json\n${value}\n\`\`\``) : story;
  const tokens = text.match(/\s*\S+/g) ?? [];
  const isCut = tokens.length > (body.max_tokens ?? 1_000);
  const spoken = tokens.slice(0, body.max_tokens ?? 1_000);
  const call = { id: 'call_9', type: 'function', function: { name: 'dim_lamp', arguments: '{"percent": 20}' } };
  const isCall = body.tool_choice === 'required';
  const finish_reason = isCall ? 'tool_calls' : isCut ? 'length' : 'stop';
  const usage = { prompt_tokens: 21, completion_tokens: spoken.length, total_tokens: 21 + spoken.length };
  const head = { id: 'chatcmpl-7', created: 1_741_569_952, model: 'qwen3:8b' };
  if (!body.stream) {
    const message = isCall
      ? { role: 'assistant', content: null, tool_calls: [call] }
      : { role: 'assistant', content: spoken.join(''), refusal: null };
    return { json: { ...head, object: 'chat.completion', choices: [{ index: 0, message, finish_reason }], usage } };
  }
  const event = (delta: object, finish: string | null = null) =>
    `data: ${JSON.stringify({ ...head, object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
  const deltas = isCall
    ? [
        { tool_calls: [{ index: 0, id: call.id, type: 'function', function: { name: 'dim_lamp', arguments: '' } }] },
        { tool_calls: [{ index: 0, function: { arguments: '{"percent":' } }] },
        { tool_calls: [{ index: 0, function: { arguments: ' 20}' } }] },
      ]
    : spoken.map((content) => ({ content }));
  return {
    headers: { 'content-type': 'text/event-stream' },
    chunks: [
      ': keep-alive\n\n',
      event({ role: 'assistant', content: '' }),
      ...deltas.map((delta) => event(delta)),
      event({}, finish_reason),
      `data: ${JSON.stringify({ ...head, object: 'chat.completion.chunk', choices: [], usage })}\n\n`,
      'data: [DONE]\n\n',
    ],
  };
}

function image(request: WireRequest): WireAnswer {
  const { size, seed } = request.json() as { size: string; seed?: number };
  const [width, height] = size.split('x').map(Number);
  const picture = Buffer.concat([samplePng({ width, height }), Buffer.from(String(seed))]);
  return { json: { created: 1_713_833_628, data: [{ b64_json: picture.toString('base64') }] } };
}

function speech(request: WireRequest): WireAnswer {
  const { input, voice, speed = 1 } = request.json() as { input: string; voice: string; speed?: number };
  if (!['alloy', 'af_heart', 'jf_alpha'].includes(voice)) return error(400, { message: `Voice ${voice} not found` });
  const length = Math.round((input.length * 1_500) / speed);
  const samples = Float32Array.from({ length }, (_, index) => 0.4 * Math.sin(index / 9));
  const wav = writeWav({ channels: [samples], sampleRate: 24_000 });
  // Servers that stream write lengths they can't know as the largest number.
  new DataView(wav.buffer).setUint32(40, 0xffffffff, true);
  return { headers: { 'content-type': 'audio/wav' }, body: wav };
}

function transcription(request: WireRequest): WireAnswer {
  const form = request.body.toString('latin1');
  if (!form.includes('RIFF') || !form.includes('name="model"')) return error(400, { message: 'No file' });
  return {
    json: {
      task: 'transcribe',
      language: 'english',
      duration: 1.5,
      text: ' Goodnight, little owl.',
      segments: [{ id: 0, seek: 0, start: 0, end: 1.5, text: ' Goodnight, little owl.', avg_logprob: -0.2 }],
      words: [
        { word: 'Goodnight', start: 0, end: 0.6 },
        { word: 'little', start: 0.7, end: 0.9 },
        { word: 'owl', start: 0.9, end: 1.4 },
      ],
    },
  };
}
