import type { InstalledModel } from '@kinora/capabilities';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readOnnxMetadata } from './onnx-metadata.ts';

/** A voice of a model. `speaker` is its number there; `language` ISO 639-1, with a region where it has one: `en-GB`. */
export type SherpaVoice = { id: string; name: string; language: string; speaker: number };

/** The voices of an installed model, its default first. Never empty. */
export async function listVoices(model: InstalledModel): Promise<SherpaVoice[]> {
  const voices = await (model.format === 'kokoro'
    ? kokoroVoices(model)
    : model.format === 'supertonic'
      ? supertonicVoices(model)
      : piperVoices(model));
  const first = voices.findIndex(({ id }) => id === model.defaults['voice']);
  return first > 0 ? [voices[first]!, ...voices.toSpliced(first, 1)] : voices;
}

/** The first letter of a Kokoro voice's name is its language, the second its sex: https://huggingface.co/hexgrad/Kokoro-82M */
const kokoroLanguages: Record<string, string> = { a: 'en-US', b: 'en-GB', z: 'zh-CN' };

/** Kokoro names its voices in its metadata. Of its languages only those are offered that sherpa-onnx reads well. */
async function kokoroVoices(model: InstalledModel): Promise<SherpaVoice[]> {
  const file = model.files.find((name) => /^[^/]+\.onnx$/.test(name));
  const metadata = file === undefined ? {} : await readOnnxMetadata(join(model.folder, file));
  const names = (metadata['speaker_names'] ?? '').split(',').filter((name) => name !== '');
  const voices = names.flatMap((id, speaker): SherpaVoice[] => {
    const language = kokoroLanguages[id[0] ?? ''];
    if (language === undefined || !speaks(model, language)) return [];
    return [{ id, name: capitalise(id.split('_')[1] ?? 'Kokoro'), language, speaker }];
  });
  // Heart is the voice its makers grade best.
  const best = ['af_heart', 'af_bella', 'bf_emma'].find((id) => voices.some((voice) => voice.id === id));
  voices.sort((a, b) => Number(b.id === best) - Number(a.id === best));
  return voices.length > 0 ? voices : [only(model)];
}

/** Piper's voices stand in the settings beside the network. */
async function piperVoices(model: InstalledModel): Promise<SherpaVoice[]> {
  const file = model.files.find((name) => name.endsWith('.onnx.json'));
  if (file === undefined) return [only(model)];
  const settings = JSON.parse(await readFile(join(model.folder, file), 'utf8')) as {
    language?: { code?: string };
    espeak?: { voice?: string };
    speaker_id_map?: Record<string, number>;
  };
  const language = (settings.language?.code ?? settings.espeak?.voice ?? languageOf(model)).replace('_', '-');
  const speakers = Object.entries(settings.speaker_id_map ?? {}).sort(([, a], [, b]) => a - b);
  if (speakers.length < 2) return [{ ...only(model), language }];
  return speakers.map(([name, speaker]) => ({ id: name.toLowerCase(), name: capitalise(name), language, speaker }));
}

/** Supertonic has ten voices, five of each sex, and speaks every language with each. */
function supertonicVoices(model: InstalledModel): SherpaVoice[] {
  const count = Number(model.defaults['voices'] ?? 10);
  return Array.from({ length: count }, (_, speaker) => ({
    id: `voice-${speaker + 1}`,
    name: `Voice ${speaker + 1}`,
    language: languageOf(model),
    speaker,
  }));
}

function only(model: InstalledModel): SherpaVoice {
  return { id: 'default', name: model.title, language: languageOf(model), speaker: 0 };
}

function languageOf(model: InstalledModel): string {
  return model.languages[0] ?? 'en';
}

function speaks(model: InstalledModel, language: string): boolean {
  return model.languages.length === 0 || model.languages.some((each) => language.startsWith(each));
}

function capitalise(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
