import { KinoraError, readPictureHeader } from '@kinora/capabilities';
import type {
  InstalledModel,
  ModelProcess,
  ModerationInput,
  ModerationResult,
  Moderator,
  SafetyCategory,
} from '@kinora/capabilities';
import type { OpenLocalModel } from '@kinora/capabilities/local';
import type { ClassifierDetails, Scores } from '../process/classifiers.ts';
import { cutIntoChunks, splitIntoSentences } from './chunks.ts';
import { judge } from './judge.ts';
import type { Finding } from './judge.ts';
import { readLabel, toSeverities } from './labels.ts';

type Options = Parameters<Moderator['moderate']>[1];
type Labels = Record<string, SafetyCategory | null> | undefined;

/** Characters that 512 tokens hold for sure: Latin script, and scripts with a token a character. */
const longest = { latin: 900, other: 400 };
/** Pixels a picture may have. */
const pixelLimit = 40_000_000;
/** Texts the model reads at once. */
const batch = 8;

/**
 * A classifier as a guard: texts or pictures, by what the model is for. Long texts are read in stretches that overlap; what
 * is found is traced to its sentences.
 * @throws KinoraError `provider.unavailable` with `data.cannotJudge` for pictures asked of a text classifier and the other
 * way round, for languages it doesn't know, and when its labels say nothing about safety.
 */
export function createClassifier(modelId: string, open: OpenLocalModel): Moderator {
  return {
    provider: 'transformers',
    modelId,
    async moderate(input: ModerationInput, options: Options): Promise<ModerationResult> {
      options.signal?.throwIfAborted();
      const { model, process } = await open();
      checkFit(model, input);
      checkLabels(model, (await process.load()).details as ClassifierDetails | undefined);
      return input.kind === 'text'
        ? await judgeText(input, { ...options, process, labels: labelsOf(model) })
        : await judgePicture(input, { ...options, process, labels: labelsOf(model) });
    },
  };
}

type Judging = Options & { process: ModelProcess; labels: Labels };

async function judgeText(
  { text, role }: Extract<ModerationInput, { kind: 'text' }>,
  { process, labels, audience, signal }: Judging,
): Promise<ModerationResult> {
  const isLatin = !/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(text);
  const length = isLatin ? longest.latin : longest.other;
  const language = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? 'ja' : 'en';
  const classify = async (parts: { offset: number; length: number; text: string }[]): Promise<Finding[]> => {
    const findings: Finding[] = [];
    for (let first = 0; first < parts.length; first += batch) {
      const group = parts.slice(first, first + batch);
      const scores = await process.call<Scores[]>(
        'classifyTexts',
        group.map((part) => part.text),
        { ...(signal && { signal }) },
      );
      findings.push(
        ...group.map((part, index) => ({
          offset: part.offset,
          length: part.length,
          severities: toSeverities(scores[index]!, labels),
        })),
      );
    }
    return findings;
  };
  const chunks = cutIntoChunks(text, { longest: length, overlap: Math.round(length / 5) });
  const findings = await classify(chunks);
  const traced: Finding[] = [];
  for (const [index, finding] of findings.entries()) {
    const isFlagged = judge([finding], { audience, role, language }).verdict !== 'allow';
    const sentences = isFlagged ? splitIntoSentences(chunks[index]!.text, length) : [];
    if (sentences.length < 2) {
      traced.push(finding);
      continue;
    }
    // The chunk's severity counts; its sentences only tell where it lies.
    const within = await classify(sentences.map((part) => ({ ...part, offset: part.offset + finding.offset })));
    const guilty = within.filter((part) => judge([part], { audience, role, language }).verdict !== 'allow');
    traced.push(guilty.length > 0 ? { ...finding, length: 0 } : finding, ...guilty);
  }
  return judge(withoutDoubles(traced), { audience, role, language });
}

/** A sentence in the overlap of two stretches was found twice. */
function withoutDoubles(findings: Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ offset, length }) => {
    const key = `${offset}+${length}`;
    if (length > 0 && seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

async function judgePicture(
  { image, mediaType }: Extract<ModerationInput, { kind: 'image' }>,
  { process, labels, audience, signal }: Judging,
): Promise<ModerationResult> {
  const header = readPictureHeader(image);
  if (!header || header.width * header.height > pixelLimit) {
    throw new KinoraError(
      'asset.broken',
      'This is no PNG, JPEG or WebP picture of at most 40 megapixels; make it again.',
    );
  }
  const scores = await process.call<Scores>('classifyImage', { image, mediaType }, { ...(signal && { signal }) });
  const finding = { offset: 0, length: 0, severities: toSeverities(scores, labels) };
  return judge([finding], { audience, role: 'picture', language: 'en' });
}

function labelsOf(model: InstalledModel): Labels {
  return model.defaults['labels'] as Labels;
}

function checkFit(model: InstalledModel, input: ModerationInput): void {
  const judgesText = model.format === 'text-classifier';
  if (judgesText !== (input.kind === 'text')) {
    throw cannotJudge(`${model.title} judges ${judgesText ? 'texts' : 'pictures'} only.`);
  }
  if (input.kind !== 'text' || model.languages.length === 0 || model.languages.includes('ja')) return;
  const letters = input.text.match(/\p{L}/gu)?.length ?? 0;
  const japanese = input.text.match(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu)?.length ?? 0;
  if (japanese > 0.3 * letters) throw cannotJudge(`${model.title} doesn’t know Japanese.`);
}

function checkLabels(model: InstalledModel, details: ClassifierDetails | undefined): void {
  const labels = (details?.labels ?? '').split('\n');
  if (labels.some((label) => readLabel(label, labelsOf(model)))) return;
  throw cannotJudge(`The labels of ${model.title} (${labels.slice(0, 4).join(', ')}) say nothing about safety.`);
}

function cannotJudge(message: string): KinoraError {
  return new KinoraError('provider.unavailable', message, { data: { cannotJudge: true } });
}
