import { inspect } from 'node:util';
import type { ProviderServices } from '@kinora/capabilities';
import { faultContract, speechContract, transcriptionContract } from '@kinora/capabilities/testing';
import { readWav, writeWav } from '@kinora/media/audio';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { key, startAzureServer } from './__fixtures__/server.ts';
import { azureSpeech } from './index.ts';
import { writeSsml } from './ssml.ts';

const server = await startAzureServer();
afterAll(() => server[Symbol.asyncDispose]());
beforeEach(() => server.reset());

const services = { fetch: globalThis.fetch } as ProviderServices;
const create = (settings = {}) => azureSpeech.create({ endpoint: server.url, key, ...settings }, services);
const voice = create().model('speech', 'neural');
const ears = create().model('transcription', 'fast-transcription');
const samples = Float32Array.from({ length: 64_000 }, (_, index) => Math.sin(index / 12));
const recording = { audio: writeWav({ channels: [samples], sampleRate: 16_000 }), mediaType: 'audio/wav' };

speechContract({
  name: 'azure-speech',
  create: () => voice,
  voices: { en: 'en-US-AvaNeural', ja: 'ja-JP-NanamiNeural' },
  hasWordTimings: false,
});
transcriptionContract({
  name: 'azure-speech',
  create: () => ears,
  recording: async () => ({ ...recording, seconds: 4 }),
});

const common = { server: () => server, secret: key };
faultContract({
  ...common,
  name: 'azure-speech/voice',
  isJson: false,
  refusal: { status: 400 },
  call: (abortSignal) => voice.doGenerate({ text: 'Goodnight.', abortSignal }),
});
faultContract({
  ...common,
  name: 'azure-speech/transcription',
  refusal: { status: 422, json: { code: 'InvalidArgument', message: 'The audio could not be decoded.' } },
  call: (abortSignal) => ears.doGenerate({ ...recording, abortSignal }),
});

/** The markup of the last request for sound. */
const spoken = () => server.requests.findLast(({ path }) => path.endsWith('/v1'))?.body.toString() ?? '';

test('ears are told the language that is spoken, where it is one of theirs', async () => {
  const model = create({ locales: 'en-US, ja-JP' }).model('transcription', 'fast-transcription');
  const told = async (language: string) => {
    server.reset();
    await model.doGenerate({ ...recording, providerOptions: { kinora: { language } } });
    return /"locales":(\[.*?\])/.exec(server.requests.at(-1)?.body.toString('latin1') ?? '')?.[1];
  };
  expect([await told('ja'), await told('fr')]).toEqual(['["ja-JP"]', '["en-US","ja-JP"]']);
});

describe('a voice', () => {
  test('speaks text as text, whatever is in it', async () => {
    const text = 'She said "<break time=\'9s\'/> & </voice>" \u0000\u0007 to\ud800 me.';
    await voice.doGenerate({ text });
    expect(spoken()).toBe(
      '<speak version="1.0" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="en-US"><voice name="en-US-AvaNeural">' +
        'She said &quot;&lt;break time=&apos;9s&apos;/&gt; &amp; &lt;/voice&gt;&quot;    to\ufffd me.</voice></speak>',
    );
    expect(writeSsml({ text: 'x', voice: 'a"><evil/>', locale: 'en', speed: 1 })).toContain(
      'name="a&quot;&gt;&lt;evil/&gt;"',
    );
  });

  test('is of the text’s language and of the speed that is asked for', async () => {
    await voice.doGenerate({ text: 'おやすみなさい。', speed: 0.85 });
    expect(spoken()).toContain('xml:lang="ja-JP"><voice name="ja-JP-NanamiNeural"><prosody rate="-15%">');
    await voice.doGenerate({ text: 'Goodnight.', voice: 'en-GB-SoniaNeural', speed: 1.2 });
    expect(spoken()).toContain('xml:lang="en-GB"><voice name="en-GB-SoniaNeural"><prosody rate="+20%">');
  });

  test('that Azure does not have is replaced, with a warning; so are other wishes it can’t meet', async () => {
    const { warnings } = await voice.doGenerate({
      text: 'Goodnight.',
      voice: 'af_heart',
      speed: 4,
      instructions: 'Sing.',
    });
    expect(warnings.map((warning) => 'feature' in warning && warning.feature)).toEqual([
      'voice',
      'speed',
      'instructions',
    ]);
    expect(spoken()).toContain('<voice name="en-US-AvaNeural"><prosody rate="+100%">');
  });

  test('comes as a WAV that knows its length, or as it was sent', async () => {
    const { audio, providerMetadata } = await voice.doGenerate({ text: 'Goodnight.' });
    const { channels, sampleRate } = readWav(audio as Uint8Array);
    expect(providerMetadata?.['kinora']).toEqual({
      duration: (channels[0]?.length ?? 0) / sampleRate,
      sampleRate: 24_000,
    });
    const mp3 = await voice.doGenerate({ text: 'Goodnight.', outputFormat: 'mp3' });
    expect(Buffer.from(mp3.audio).toString()).toBe('ID3 sound');
    expect(server.requests.at(-1)?.headers['x-microsoft-outputformat']).toBe('audio-24khz-96kbitrate-mono-mp3');
  });
});

describe('a recording', () => {
  test('comes back with languages, sentences and words', async () => {
    const heard = await ears.doGenerate(recording);
    expect(heard).toMatchObject({ text: 'Good afternoon. This is Sam. Thank you for calling.', language: 'en' });
    expect(heard.segments[1]).toEqual({ text: 'This is Sam.', startSecond: 1.64, endSecond: 2.24 });
    expect(heard.providerMetadata?.['kinora']).toMatchObject({
      words: [{ text: 'Good', start: 0.96, end: 1.2 }, {}, {}, {}, {}, {}, {}, {}, {}],
    });
    expect(server.requests[0]?.body.toString('latin1')).toContain(
      '{"locales":["en-US","ja-JP"],"profanityFilterMode":"None"}',
    );
  });

  test('in which nobody speaks is empty', async () => {
    server.interpose({ json: { durationMilliseconds: 2000, combinedPhrases: [], phrases: [] } });
    expect(await ears.doGenerate(recording)).toMatchObject({ text: '', segments: [], durationInSeconds: 2 });
  });
});

describe('the provider', () => {
  test('lists English and Japanese voices, and checks the key without a charge', async () => {
    const [speech] = await create().offers();
    expect(speech?.voices).toEqual([
      { id: 'en-US-AvaNeural', name: 'Ava (en-US)', language: 'en' },
      { id: 'en-GB-SoniaNeural', name: 'Sonia (en-GB)', language: 'en' },
      { id: 'ja-JP-NanamiNeural', name: 'Nanami (ja-JP)', language: 'ja' },
    ]);
    await expect(create().check()).resolves.toEqual({ message: 'Azure Speech answers and has 4 voices.' });
    await expect(create({ voiceEnglish: 'en-US-Nobody' }).check()).resolves.toMatchObject({
      message: expect.stringMatching(/en-US-Nobody/),
    });
    await expect(create({ key: 'wrong' }).check()).rejects.toMatchObject({ code: 'provider.unavailable' });
  });

  test.each([
    [{ region: 'westeurope' }, 'westeurope.tts.speech.microsoft.com', 'westeurope.api.cognitive.microsoft.com'],
    [{ region: 'West Europe' }, 'westeurope.tts.speech.microsoft.com', 'westeurope.api.cognitive.microsoft.com'],
    [
      { endpoint: 'https://japaneast.api.cognitive.microsoft.com/' },
      'japaneast.tts.speech.microsoft.com',
      'japaneast.api.cognitive.microsoft.com',
    ],
    [
      { endpoint: 'https://chinaeast2.api.cognitive.azure.cn' },
      'chinaeast2.tts.speech.azure.cn',
      'chinaeast2.api.cognitive.azure.cn',
    ],
    [
      { endpoint: 'https://mine.cognitiveservices.azure.com' },
      'mine.cognitiveservices.azure.com',
      'mine.cognitiveservices.azure.com',
    ],
  ])('finds the hosts of %o', async (settings, speaking, listening) => {
    const hosts: string[] = [];
    const fetch: typeof globalThis.fetch = async (input) => {
      hosts.push(new URL(input instanceof Request ? input.url : input).host);
      throw new TypeError('fetch failed');
    };
    const provider = azureSpeech.create({ key, ...settings }, { ...services, fetch });
    await expect(provider.model('speech', 'neural').doGenerate({ text: 'a' })).rejects.toThrow(/Azure Speech/);
    await expect(provider.model('transcription', 'fast-transcription').doGenerate(recording)).rejects.toThrow(
      /Azure Speech/,
    );
    expect(hosts).toEqual([speaking, listening]);
  });

  test.each([
    ['region', { region: 'evil.example/#' }],
    ['region', {}],
    ['key', { region: 'westeurope', key: '' }],
    ['locales', { region: 'westeurope', locales: 'en-US, Klingon' }],
  ])('names the field that is wrong: %s', (field, settings) => {
    const make = () => azureSpeech.create({ key, ...settings }, services);
    expect(make).toThrow(expect.objectContaining({ code: 'request.invalid', data: { field } }));
  });

  test('shows no key that can’t be sent', async () => {
    const error: unknown = await create({ key: 'first-half\nsecond-half' })
      .check()
      .catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(Error);
    expect(inspect(error, { depth: 12, showHidden: true })).not.toMatch(/first-half|second-half/);
  });
});
