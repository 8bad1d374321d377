import type { CatalogueEntry } from '@kinora/capabilities';
import { licences } from './licences.ts';

const knownLicences = new Set<string>(Object.values(licences).map(({ name }) => name));

/**
 * What is wrong with an entry beyond its shape: an unknown licence without a word on what it forbids, sizes that can't
 * be, files that would leave their folder, defaults that its adapter needs.
 * @returns One sentence each, empty when all is well.
 */
export function findProblems(entry: CatalogueEntry): string[] {
  const { licence, bytes, memoryBytes, files, format, purpose } = entry;
  const checks: [boolean, string][] = [
    [knownLicences.has(licence.name) || licence.forbids !== undefined, `the licence ${licence.name} is not described`],
    [licence.url.startsWith('https://'), 'the licence has no web page'],
    [new Set(files).size === files.length, 'a file stands twice'],
    [!files.some((file) => /^\/|\.\.|\\|\*\*/.test(file)), 'a file would leave its folder'],
    [bytes > 1e6 && bytes < 20e9, 'its size is not plausible'],
    [memoryBytes > bytes, 'it needs less memory than its files have'],
    [!needsLanguage.has(purpose) || entry.languages.length > 0, 'it names no language'],
    [entry.runtime !== 'transformers' || files.includes('config.json'), 'config.json is missing'],
  ];
  if (format === 'gguf') {
    checks.push(
      [files.length === 1 && files[0]?.endsWith('.gguf') === true, 'it is not one GGUF file'],
      [memoryBytes < bytes * 2.5, 'it needs more memory than is plausible'],
      [typeof entry.defaults['contextSize'] === 'number', 'it has no contextSize'],
      [purpose !== 'language' || bytes < 1.9e9 === (entry.suits === 'adults'), 'it is too small for children'],
    );
  }
  if (format === 'diffusers') {
    checks.push(
      [files.includes('model_index.json'), 'model_index.json is missing'],
      ['steps' in entry.defaults && 'guidance' in entry.defaults, 'it has no steps or guidance'],
      [entry.companions.some((id) => id.startsWith('nsfw-')), 'its pictures stand behind no guard'],
    );
  }
  return checks.filter(([isRight]) => !isRight).map(([, problem]) => `${entry.id}: ${problem}`);
}

const needsLanguage = new Set(['language', 'speech', 'transcription', 'description']);
