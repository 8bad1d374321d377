export { createEspeakSpeech } from './speech.ts';
export type { EspeakSpeech } from './speech.ts';
export { builtinVoiceList } from './voices.ts';
export type { BuiltinVoice } from './voices.ts';
