import type { WireAnswer, WireRequest } from '@kinora/capabilities/testing';
import { picture, tone } from './media.ts';
import { event, eventStream, say } from './story.ts';

type GenerateRequest = {
  contents: { parts: { text?: string }[] }[];
  generationConfig?: {
    maxOutputTokens?: number;
    responseMimeType?: string;
    responseModalities?: string[];
    seed?: number;
    imageConfig?: { aspectRatio?: string };
  };
  toolConfig?: { functionCallingConfig?: { mode: string } };
};

/** Google's Gemini API, as in its reference. */
export function answerGoogle(request: WireRequest): WireAnswer | undefined {
  if (!request.path.startsWith('/v1beta/')) return undefined;
  if (request.path === '/v1beta/models') return { json: { models: [{ name: 'models/gemini-3.8-flash' }] } };
  if (request.path.endsWith(':predictLongRunning')) return { json: { name: 'models/veo/operations/k3c7' } };
  if (request.path.endsWith('/operations/k3c7')) {
    const uri = 'https://generativelanguage.googleapis.com/v1beta/files/video-1:download?alt=media';
    const generateVideoResponse = { generatedSamples: [{ video: { uri } }] };
    return { json: { name: 'models/veo/operations/k3c7', done: true, response: { generateVideoResponse } } };
  }
  if (request.path.endsWith(':download')) return { body: Buffer.from(picture(64, 36, 5), 'base64') };
  const body = request.json() as GenerateRequest;
  const config = body.generationConfig ?? {};
  const isJson = config.responseMimeType === 'application/json';
  const { tokens, isCut } = say({ isJson, limit: config.maxOutputTokens });
  const usageMetadata = {
    promptTokenCount: 12,
    candidatesTokenCount: tokens.length,
    totalTokenCount: 12 + tokens.length,
  };
  const chunk = (parts: object[], finishReason?: string) => ({
    candidates: [{ content: { parts, role: 'model' }, index: 0, ...(finishReason && { finishReason }) }],
    usageMetadata,
    modelVersion: 'gemini-3.8-flash',
    responseId: 'mXVtaOb',
  });
  if (config.responseModalities?.includes('IMAGE')) {
    const wide = config.imageConfig?.aspectRatio === '16:9';
    const data = picture(wide ? 344 : 256, wide ? 192 : 256, config.seed ?? 0);
    return { json: chunk([{ inlineData: { mimeType: 'image/png', data } }], 'STOP') };
  }
  if (config.responseModalities?.includes('AUDIO')) {
    const text = body.contents.flatMap(({ parts }) => parts.map((part) => part.text ?? '')).join('');
    const data = Buffer.from(tone(text.length)).toString('base64');
    return { json: chunk([{ inlineData: { mimeType: 'audio/wav', data } }], 'STOP') };
  }
  const isCall = body.toolConfig?.functionCallingConfig?.mode === 'ANY';
  const call = { functionCall: { name: 'dim_lamp', args: { percent: 20 } } };
  const parts = isCall ? [call] : tokens.map((text) => ({ text }));
  const finish = isCut && !isCall ? 'MAX_TOKENS' : 'STOP';
  if (!request.path.endsWith(':streamGenerateContent')) {
    return { json: chunk(isCall ? [call] : [{ text: tokens.join('') }], finish) };
  }
  const chunks = parts.map((part, index) => event(chunk([part], index === parts.length - 1 ? finish : undefined)));
  return { headers: eventStream, chunks };
}
