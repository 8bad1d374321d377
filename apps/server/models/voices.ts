import type { SpeechModelV4 } from '@kinora/capabilities';

/** A voice as the studios offer it. */
export type Voice = { id: string; name: string; language: string; description: string };

/** Names a voice of a provider: `provider/model:voice`. Built-in voices have plain names. */
export function voiceId(provider: string, model: string, voice: string): string {
  return `${provider}/${model}:${voice}`;
}

/**
 * A speech model that takes the studios' voice names. It serves its own voices by name, and any other request in its
 * default voice, so that a route can fall back from a voice that only another provider has.
 * @param prefix `provider/model` of this model, or null for the built-in one.
 */
export function withVoices(
  model: SpeechModelV4,
  prefix: string | null,
  builtin: readonly Pick<Voice, 'id' | 'language'>[],
): SpeechModelV4 {
  const choose = (voice: string | undefined, language: string | undefined): string | undefined => {
    if (voice === undefined) return undefined;
    if (prefix !== null) return voice.startsWith(`${prefix}:`) ? voice.slice(prefix.length + 1) : undefined;
    if (builtin.some(({ id }) => id === voice) || !voice.includes('/')) return voice;
    return builtin.find((each) => each.language.startsWith(language ?? 'en'))?.id;
  };
  return {
    specificationVersion: 'v4',
    provider: model.provider,
    modelId: model.modelId,
    doGenerate: (call) => model.doGenerate({ ...call, voice: choose(call.voice, call.language) }),
  };
}
