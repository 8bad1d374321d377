import { startWireServer } from '@kinora/capabilities/testing';
import type { WireAnswer, WireRequest, WireServer } from '@kinora/capabilities/testing';
import { answerAnthropic } from './anthropic.ts';
import { answerGoogle } from './google.ts';
import { tone } from './media.ts';
import { answerOpenAi } from './openai.ts';

/** The key all services accept. */
export const key = 'secret-of-the-account-4711';

/** One server that speaks for four services, each at its own paths and in its own format. */
export async function startServices(): Promise<WireServer> {
  return await startWireServer((request) => {
    const { headers } = request;
    const sent = [headers.authorization, headers['x-api-key'], headers['x-goog-api-key'], headers['xi-api-key']];
    if (request.query.get('key') !== key && !sent.some((value) => value === key || value === `Bearer ${key}`)) {
      return { status: 401, json: { error: { message: `Incorrect API key provided: ${key}.` } } };
    }
    return answerAnthropic(request) ?? answerGoogle(request) ?? answerOpenAi(request) ?? answerElevenLabs(request);
  });
}

/** Sends what is meant for the services to the server instead. */
export function redirectTo(server: WireServer): typeof globalThis.fetch {
  return (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    return globalThis.fetch(`${server.url}${url.pathname}${url.search}`, init);
  };
}

function answerElevenLabs(request: WireRequest): WireAnswer | undefined {
  if (request.path === '/v1/voices') {
    const voice = {
      voice_id: 'JBFqnCBsd6RMkjVDRZzb',
      name: 'George',
      category: 'premade',
      labels: { accent: 'british' },
    };
    return { json: { voices: [voice] } };
  }
  if (request.path.startsWith('/v1/text-to-speech/')) {
    const { text } = request.json() as { text: string };
    return { headers: { 'content-type': 'audio/mpeg' }, body: tone(text.length) };
  }
  if (request.path === '/v1/speech-to-text') {
    return {
      json: {
        language_code: 'eng',
        language_probability: 0.98,
        text: 'Goodnight, owl.',
        words: [
          { text: 'Goodnight,', type: 'word', start: 0.1, end: 0.7, speaker_id: 'speaker_0' },
          { text: ' ', type: 'spacing', start: 0.7, end: 0.8, speaker_id: 'speaker_0' },
          { text: 'owl.', type: 'word', start: 0.8, end: 1.3, speaker_id: 'speaker_0' },
        ],
      },
    };
  }
  return undefined;
}
