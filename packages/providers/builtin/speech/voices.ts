/** A narrator's voice. Frequencies in hertz. */
export type EspeakVoice = {
  id: string;
  name: string;
  /** BCP 47. */
  language: 'en-GB' | 'en-US' | 'ja-JP';
  /** One line for a list of voices. */
  description: string;
  /** espeak-ng voice it is built on. */
  base: string;
  /** espeak-ng voice variant: pitch, formants, breath. */
  variant: string;
  /** espeak-ng words a minute at speed 1, without the pauses. */
  rate: number;
  /** Melody, 50 is espeak-ng's own; 0 is flat. */
  range: number;
  /** Equaliser bells: [frequency, decibels, q]. */
  tone: [frequency: number, gainDb: number, q: number][];
};

/** What a listener is told of a voice. */
export type BuiltinVoice = Pick<EspeakVoice, 'id' | 'name' | 'language' | 'description'>;

/** Every voice of the built-in narrator with its settings; the first of a language is its default. */
export const espeakVoices: readonly EspeakVoice[] = [
  {
    id: 'willow',
    name: 'Willow',
    language: 'en-GB',
    description: 'A warm, unhurried woman’s voice; British English.',
    base: 'gmw/en',
    variant: `gender female
pitch 150 215
tunes s1 c2 q4 e1
flutter 3
formant 0 105 90 150
formant 1 112 85 150
formant 2 114 75 150
formant 3 116 60 150
formant 4 116 50 150
formant 5 115 40 150
formant 6 110 20 150
formant 7 110 15 150
formant 8 110 10 150
breath 0 1 2 2 2 1 1 1
voicing 85
consonants 70 70
stressAmp 17 17 19 19 20 20 21 20`,
    rate: 102,
    range: 56,
    tone: [
      [230, 4, 0.9],
      [400, 2.5, 0.9],
      [700, -1.5, 0.9],
      [1050, -4, 0.9],
      [1600, -2, 0.9],
      [2400, -1, 0.9],
      [3600, -2, 0.9],
      [5600, -1, 0.9],
    ],
  },
  {
    id: 'rowan',
    name: 'Rowan',
    language: 'en-GB',
    description: 'A low, gentle man’s voice; British English.',
    base: 'gmw/en-GB-x-rp',
    variant: `gender male
pitch 84 126
tunes s1 c2 q4 e1
flutter 3
formant 0 100 100 120
formant 1 98 100 120
formant 2 98 85 120
formant 3 98 65 120
formant 4 97 50 120
formant 5 97 40 120
formant 6 100 20 120
formant 7 100 15 120
formant 8 100 10 120
voicing 90
consonants 70 70
stressAmp 17 17 19 19 20 20 21 20`,
    rate: 101,
    range: 58,
    tone: [
      [230, 3, 0.9],
      [700, -1.5, 0.9],
      [1050, -2.5, 0.9],
      [1600, -1.5, 0.9],
      [5600, -2, 0.9],
    ],
  },
  {
    id: 'bramble',
    name: 'Bramble',
    language: 'en-GB',
    description: 'An old storyteller with a little gravel by the fire; Scottish English.',
    base: 'gmw/en-GB-scotland',
    variant: `gender male
pitch 74 104
tunes s1 c2 q4 e1
flutter 9
roughness 3
formant 0 96 105 130
formant 1 94 100 130
formant 2 93 85 130
formant 3 94 65 130
formant 4 94 45 130
formant 5 94 35 130
formant 6 95 15 120
formant 7 95 10 120
formant 8 95 10 120
breath 0 2 3 3 2 2 1 1
voicing 85
consonants 70 65
stressAmp 16 16 19 19 20 20 22 20`,
    rate: 99,
    range: 60,
    tone: [
      [230, 3.5, 0.9],
      [700, -2.5, 0.9],
      [1050, -3, 0.9],
      [5600, -2, 0.9],
    ],
  },
  {
    id: 'clover',
    name: 'Clover',
    language: 'en-US',
    description: 'A light, friendly young voice; American English.',
    base: 'gmw/en-US',
    variant: `gender female
pitch 178 262
tunes s1 c2 q4 e1
flutter 4
formant 0 105 90 150
formant 1 118 85 150
formant 2 121 75 150
formant 3 123 60 150
formant 4 122 50 150
formant 5 120 40 150
formant 6 115 20 150
formant 7 110 15 150
formant 8 110 10 150
breath 0 2 3 3 3 2 1 1
voicing 80
consonants 65 65
stressAmp 17 17 19 19 20 20 21 20`,
    rate: 104,
    range: 60,
    tone: [
      [230, 2, 0.9],
      [400, 2, 0.9],
      [700, -1.5, 0.9],
      [1050, -2.5, 0.9],
      [1600, -2.5, 0.9],
      [2400, -2, 0.9],
      [3600, -2.5, 0.9],
    ],
  },
  {
    id: 'yuki',
    name: 'ゆき',
    language: 'ja-JP',
    description: '静かでやさしい女性の声。A quiet, gentle woman’s voice; Japanese.',
    base: 'jpx/ja',
    variant: `gender female
pitch 165 240
flutter 3
formant 0 105 90 150
formant 1 114 85 150
formant 2 116 75 150
formant 3 118 60 150
formant 4 116 50 150
formant 5 115 40 150
formant 6 110 20 150
formant 7 110 15 150
formant 8 110 10 150
breath 0 1 2 2 2 1 1 1
voicing 85
consonants 65 65`,
    rate: 116,
    range: 50,
    tone: [
      [230, 2, 0.9],
      [400, 4.5, 0.9],
      [700, -1.5, 0.9],
      [1050, -4, 0.9],
      [1600, -1, 0.9],
      [2400, -1.5, 0.9],
      [3600, -3.5, 0.9],
    ],
  },
  {
    id: 'sora',
    name: 'そら',
    language: 'ja-JP',
    description: '低くおだやかな男性の声。A low, calm man’s voice; Japanese.',
    base: 'jpx/ja',
    variant: `gender male
pitch 92 132
flutter 3
formant 0 100 100 120
formant 1 98 100 120
formant 2 98 85 120
formant 3 98 65 120
formant 4 97 50 120
formant 5 97 40 120
formant 6 100 20 120
formant 7 100 15 120
formant 8 100 10 120
voicing 90
consonants 65 65`,
    rate: 114,
    range: 50,
    tone: [
      [230, 2, 0.9],
      [400, 1.5, 0.9],
      [700, -2, 0.9],
      [1050, -3.5, 0.9],
      [2400, -1.5, 0.9],
    ],
  },
];

/** Every voice of the built-in narrator, for people to choose from. */
export const builtinVoiceList: readonly BuiltinVoice[] = espeakVoices.map(({ id, name, language, description }) => ({
  id,
  name,
  language,
  description,
}));
