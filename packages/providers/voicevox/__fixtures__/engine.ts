import { startWireServer } from '@kinora/capabilities/testing';
import type { WireServer } from '@kinora/capabilities/testing';
import { writeWav } from '@kinora/media/audio';
import type { AudioQuery } from '../query.ts';

/** How the engine reads the texts of the tests: phrases with their moras, `、` for a pause. */
const readings: Record<string, string> = {
  'きつねは小さなふくろうに「おやすみ」と言いました。それから、ぐっすりねむりました。':
    'キツネワ/チイサナ/フクロオニ/、/オヤスミト/イイマシタ/、/ソレカラ/、/グッスリ/ネムリマシタ',
  '森の奥で、三匹の猫が光を見た。': 'モリノ/オクデ/、/サンビキノ/ネコガ/ヒカリオ/ミタ',
};

/** A VOICEVOX engine with two characters, as its reference describes it. `isAivis`: without lengths, as AivisSpeech. */
export async function startEngine({ isAivis = false } = {}): Promise<WireServer> {
  return await startWireServer((request) => {
    const { method, path, query } = request;
    switch (`${method} ${path}`) {
      case 'GET /version':
        return { json: '0.24.1' };
      case 'GET /speakers':
        return {
          json: [
            {
              name: '四国めたん',
              speaker_uuid: '7ffcb7ce-00ec-4bdc-82cd-45a8889e43ff',
              styles: [
                { name: 'ノーマル', id: 2, type: 'talk' },
                { name: 'あまあま', id: 0, type: 'talk' },
              ],
              version: '0.15.7',
              supported_features: { permitted_synthesis_morphing: 'SELF_ONLY' },
            },
            {
              name: '波音リツ',
              speaker_uuid: 'b1a81618-b27b-40d2-b0ea-27a9ad408c4b',
              styles: [{ name: 'ノーマル', id: 6000, type: 'sing' }],
              version: '0.15.7',
              supported_features: { permitted_synthesis_morphing: 'SELF_ONLY' },
            },
          ],
        };
      case 'POST /audio_query':
        return { json: queryOf(query.get('text') ?? '', isAivis) };
      case 'POST /synthesis': {
        const asked = request.json() as AudioQuery;
        const length = Math.round(lengthOf(asked) * 24_000);
        const samples = Float32Array.from({ length }, (_, index) => 0.3 * Math.sin(index / 11));
        return {
          headers: { 'content-type': 'audio/wav' },
          body: writeWav({ channels: [samples], sampleRate: 24_000 }),
        };
      }
      default:
        return undefined;
    }
  });
}

function queryOf(text: string, isAivis: boolean): AudioQuery & Record<string, unknown> {
  const reading = readings[text] ?? Object.entries(readings).find(([known]) => text.startsWith(known))?.[1] ?? 'ア';
  const accent_phrases: AudioQuery['accent_phrases'] = [];
  for (const phrase of reading.split('/')) {
    if (phrase === '、') {
      const pause = { text: '、', consonant: null, consonant_length: null, vowel: 'pau', vowel_length: 0.3, pitch: 0 };
      accent_phrases.at(-1)!.pause_mora = isAivis ? { ...pause, vowel_length: 0 } : pause;
      continue;
    }
    const moras = (phrase.match(/.[ャュョァィゥェォ]?/g) ?? []).map((mora) => ({
      text: mora,
      consonant: null,
      consonant_length: isAivis ? 0 : /[アイウエオンッ]/.test(mora) ? null : 0.05,
      vowel: 'a',
      vowel_length: isAivis ? 0 : 0.1,
      pitch: isAivis ? 0 : 5.6,
    }));
    accent_phrases.push({ moras, accent: 1, pause_mora: null, is_interrogative: false });
  }
  return {
    accent_phrases,
    speedScale: 1,
    pitchScale: 0,
    intonationScale: 1,
    volumeScale: 1,
    prePhonemeLength: 0.1,
    postPhonemeLength: 0.1,
    pauseLength: null,
    pauseLengthScale: 1,
    outputSamplingRate: 24_000,
    outputStereo: false,
    kana: reading,
  };
}

function lengthOf({ accent_phrases, prePhonemeLength, postPhonemeLength, speedScale }: AudioQuery): number {
  let length = prePhonemeLength + postPhonemeLength;
  for (const { moras, pause_mora: pause } of accent_phrases) {
    for (const mora of moras) length += (mora.consonant_length ?? 0) + (mora.vowel_length || 0.12);
    length += pause?.vowel_length ?? 0;
  }
  return length / speedScale;
}
