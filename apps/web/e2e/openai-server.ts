import { samplePng, startWireServer } from '@kinora/capabilities/testing';
import type { WireAnswer, WireServer } from '@kinora/capabilities/testing';

/** The key the server was started with. */
export const key = 'sk-of-the-test-7f3a91';

/** A server on this machine that speaks OpenAI's interface, as Ollama and many others do. */
export function startOpenAiServer(): Promise<WireServer> {
  return startWireServer((request) => {
    if (request.headers.authorization !== `Bearer ${key}`)
      return error(401, `Incorrect API key provided: ${request.headers.authorization ?? 'none'}.`);
    switch (`${request.method} ${request.path}`) {
      case 'GET /v1/models':
        return {
          json: {
            object: 'list',
            data: ['qwen3:8b', 'llama3.2', 'stable-diffusion-1.5'].map((id) => ({
              id,
              object: 'model',
              created: 1_686_935_002,
              owned_by: 'library',
            })),
          },
        };
      case 'POST /v1/chat/completions':
        return chat(String(request.json()['model']));
      case 'POST /v1/images/generations': {
        const [width, height] = String(request.json()['size']).split('x').map(Number);
        return {
          json: { created: 1, data: [{ b64_json: Buffer.from(samplePng({ width, height })).toString('base64') }] },
        };
      }
      default:
        return undefined;
    }
  });
}

function chat(model: string): WireAnswer {
  const message = { role: 'assistant', content: `Hello from ${model}, and good night.`, refusal: null };
  return {
    json: {
      id: 'chatcmpl-7',
      object: 'chat.completion',
      created: 1_741_569_952,
      model,
      choices: [{ index: 0, message, finish_reason: 'stop' }],
      usage: { prompt_tokens: 21, completion_tokens: 9, total_tokens: 30 },
    },
  };
}

function error(status: number, message: string): WireAnswer {
  return { status, json: { error: { type: 'invalid_request_error', param: null, code: 'invalid_api_key', message } } };
}
