import type { LoadedModel } from '@kinora/capabilities';
import type { Model, Opened, Tensor } from './library.ts';

/** Scores (0–1) by label. */
export type Scores = Record<string, number>;

/** What a classifier tells about itself: its labels, one a line. */
export type ClassifierDetails = { labels: string };

/** Several labels can be true at once, so each has a score of its own; otherwise they share 1. */
export type ClassifierSettings = { isMultiLabel?: boolean | undefined };

/** Loads a text classifier. Method: `classifyTexts` (texts → {@link Scores} of each). */
export async function loadTextClassifier(opened: Opened, settings: ClassifierSettings): Promise<LoadedModel> {
  const model = await opened.load('AutoModelForSequenceClassification');
  const tokenizer = await opened.load('AutoTokenizer');
  return {
    methods: {
      classifyTexts: async (texts: string[]): Promise<Scores[]> => {
        const { logits } = await model(tokenizer(texts, { padding: true, truncation: true }));
        return readScores(model, logits!, settings);
      },
    },
    device: opened.device(),
    details: { labels: labelsOf(model).join('\n') } satisfies ClassifierDetails,
  };
}

/** Loads a picture classifier. Method: `classifyImage` ({@link PictureRequest} → {@link Scores}). */
export async function loadImageClassifier(opened: Opened, settings: ClassifierSettings): Promise<LoadedModel> {
  const model = await opened.load('AutoModelForImageClassification');
  const processor = await opened.load('AutoProcessor');
  return {
    methods: {
      classifyImage: async ({ image, mediaType }: PictureRequest): Promise<Scores> => {
        const picture = await opened.library.RawImage.fromBlob(new Blob([image], { type: mediaType }));
        const { logits } = await model(await processor(picture));
        return readScores(model, logits!, settings)[0]!;
      },
    },
    device: opened.device(),
    details: { labels: labelsOf(model).join('\n') } satisfies ClassifierDetails,
  };
}

/** A picture as it is sent to the process. */
export type PictureRequest = { image: Uint8Array<ArrayBuffer>; mediaType: string };

function labelsOf({ config }: Model): string[] {
  const names = (config['id2label'] ?? {}) as Record<string, string>;
  return Object.keys(names)
    .sort((a, b) => Number(a) - Number(b))
    .map((id) => names[id]!);
}

function readScores(model: Model, logits: Tensor, { isMultiLabel }: ClassifierSettings): Scores[] {
  const labels = labelsOf(model);
  const isMulti = isMultiLabel ?? model.config['problem_type'] === 'multi_label_classification';
  const values = Array.from(logits.data, Number);
  return Array.from({ length: values.length / labels.length }, (_, row) => {
    const line = values.slice(row * labels.length, (row + 1) * labels.length);
    const scores = isMulti ? line.map((value) => 1 / (1 + Math.exp(-value))) : softmax(line);
    return Object.fromEntries(labels.map((label, index) => [label, scores[index]!]));
  });
}

function softmax(values: number[]): number[] {
  const highest = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
