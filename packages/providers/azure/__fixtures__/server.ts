import { readFileSync } from 'node:fs';
import { readPictureHeader } from '@kinora/capabilities';
import { startWireServer } from '@kinora/capabilities/testing';
import type { WireAnswer, WireRequest, WireServer } from '@kinora/capabilities/testing';
import { writeWav } from '@kinora/media/audio';

/** The key that the server accepts. */
export const key = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
const imageAnalysis = read('image-analysis.json') as Record<string, unknown>;
const voices = read('voices.json');
const transcription = read('transcription.json');

/** An error as the services of Azure word it. */
export const azureError = (status: number, code: string, message: string): WireAnswer => ({
  status,
  headers: { 'x-ms-error-code': code },
  json: { error: { code, message } },
});

/** Severities of texts, as Azure rates the words in them. */
const severities: [RegExp, category: string, severity: number][] = [
  [/murder/i, 'Violence', 4],
  [/sword/i, 'Violence', 2],
  [/porn/i, 'Sexual', 6],
  [/kill myself/i, 'SelfHarm', 6],
];

/** Starts a server that speaks like Azure AI Content Safety, Vision and Speech, with their limits. */
export async function startAzureServer(): Promise<WireServer> {
  return await startWireServer((request) => {
    if (request.headers['ocp-apim-subscription-key'] !== key) {
      const message =
        'Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an active subscription and use a correct regional API endpoint for your resource.';
      return azureError(401, '401', message);
    }
    const version = request.query.get('api-version');
    switch (`${request.method} ${request.path}`) {
      case 'POST /contentsafety/text:analyze':
        return version === '2023-10-01' ? analyzeText(request) : undefined;
      case 'POST /contentsafety/image:analyze':
        return version === '2023-10-01' ? analyzeImage(request) : undefined;
      case 'GET /contentsafety/text/blocklists':
        return { json: { value: [{ blocklistName: 'family-words', description: 'Ours' }] } };
      case 'POST /computervision/imageanalysis:analyze':
        return version === '2023-10-01' ? describeImage(request) : undefined;
      case 'GET /tts/cognitiveservices/voices/list':
        return { json: voices };
      case 'POST /tts/cognitiveservices/v1':
        return speak(request);
      case 'POST /speechtotext/transcriptions:transcribe':
        return version === '2024-11-15' ? transcribe(request) : undefined;
      default:
        return undefined;
    }
  });
}

function analyzeText(request: WireRequest): WireAnswer {
  const {
    text,
    outputType,
    blocklistNames = [],
  } = request.json() as {
    text: string;
    outputType: string;
    blocklistNames?: string[];
  };
  if (Array.from(text).length > 10_000) {
    return azureError(400, 'InvalidRequestBody', 'The request body is invalid: text is longer than 10000.');
  }
  if (outputType !== 'EightSeverityLevels') return azureError(400, 'InvalidRequestBody', 'Unexpected outputType.');
  const unknown = blocklistNames.find((name) => name !== 'family-words');
  if (unknown !== undefined) return azureError(404, 'NotFound', `The blocklist ${unknown} is not found.`);
  const hit = blocklistNames.length > 0 && /grumbleweed/i.test(text);
  const match = { blocklistName: 'family-words', blocklistItemId: '877bd6e1', blocklistItemText: 'grumbleweed' };
  return {
    json: {
      blocklistsMatch: hit ? [match] : [],
      categoriesAnalysis: ['Hate', 'SelfHarm', 'Sexual', 'Violence'].map((category) => ({
        category,
        severity: Math.max(
          0,
          ...severities.map(([words, name, value]) => (name === category && words.test(text) ? value : 0)),
        ),
      })),
    },
  };
}

function analyzeImage(request: WireRequest): WireAnswer {
  const { image, outputType } = request.json() as { image: { content: string }; outputType: string };
  const bytes = Buffer.from(image.content, 'base64');
  const size = readPictureHeader(bytes);
  if (!size || outputType !== 'FourSeverityLevels') return azureError(400, 'InvalidRequestBody', 'Invalid image.');
  const isFit = Math.min(size.width, size.height) >= 50 && Math.max(size.width, size.height) <= 2048;
  if (!isFit || bytes.length > 4 * 1024 * 1024) {
    return azureError(400, 'InvalidImageSize', 'The image size or dimensions are out of range.');
  }
  const categories = ['Hate', 'SelfHarm', 'Sexual', 'Violence'];
  return { json: { categoriesAnalysis: categories.map((category) => ({ category, severity: 0 })) } };
}

function describeImage(request: WireRequest): WireAnswer {
  const features = (request.query.get('features') ?? '').split(',');
  const size = readPictureHeader(request.body);
  if (
    request.headers['content-type'] !== 'application/octet-stream' ||
    !size ||
    Math.min(size.width, size.height) < 50
  ) {
    return azureError(400, 'InvalidRequest', 'The image is invalid.');
  }
  const language = request.query.get('language');
  if (language !== 'en' && features.some((feature) => /caption|objects/i.test(feature))) {
    return azureError(400, 'InvalidRequest', `The language '${language}' is not supported for these features.`);
  }
  const kept = Object.entries(imageAnalysis).filter(
    ([name]) => !name.endsWith('Result') || features.includes(name.replace(/Result$/, '')),
  );
  const answer = Object.fromEntries(kept);
  if (language === 'ja') {
    answer['tagsResult'] = {
      values: [
        { name: 'コンピューター', confidence: 0.98 },
        { name: '机', confidence: 0.94 },
      ],
    };
  }
  return { json: answer };
}

/** Sound whose length follows the words and the rate; like the true service it doesn't say in its header how long it is. */
function speak(request: WireRequest): WireAnswer {
  const ssml = request.body.toString();
  const isXml = /^<speak [^<>]*><voice name="[^<>"]+">[\s\S]*<\/voice><\/speak>$/.test(ssml);
  if (request.headers['content-type'] !== 'application/ssml+xml' || !isXml) return { status: 400 };
  const format = String(request.headers['x-microsoft-outputformat']);
  if (format !== 'riff-24khz-16bit-mono-pcm') return { headers: { 'content-type': 'audio/mpeg' }, body: 'ID3 sound' };
  const rate = 1 + Number(/rate="([+-]\d+)%"/.exec(ssml)?.[1] ?? 0) / 100;
  const words = ssml.replace(/<[^>]*>/g, '').length;
  const samples = Float32Array.from({ length: Math.round((24_000 * 0.06 * words) / rate) }, (_, index) =>
    Math.sin((2 * Math.PI * 220 * index) / 24_000),
  );
  const wav = writeWav({ channels: [samples], sampleRate: 24_000 });
  const view = new DataView(wav.buffer, wav.byteOffset, wav.byteLength);
  view.setUint32(4, 0xffffffff, true);
  view.setUint32(40, 0xffffffff, true);
  return { headers: { 'content-type': 'audio/x-wav' }, body: wav };
}

function transcribe(request: WireRequest): WireAnswer {
  const body = request.body.toString('latin1');
  const definition = /name="definition"\r\n\r\n(\{.*\})\r\n/.exec(body)?.[1];
  if (!/name="audio"; filename="/.test(body) || definition === undefined) {
    return azureError(400, 'InvalidRequest', 'The audio or the definition is missing.');
  }
  return { json: transcription };
}
