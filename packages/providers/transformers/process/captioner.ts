import type { LoadedModel, MethodContext } from '@kinora/capabilities';
import type { PictureRequest } from './classifiers.ts';
import type { Opened, Tensor } from './library.ts';

/** What a captioner saw: a sentence, and what it recognised if it can name things. */
export type Caption = { text: string; objects: string[] };

/** Loads Florence-2, ViT-GPT2 and their like. Method: `caption` ({@link PictureRequest} → {@link Caption}). */
export async function loadCaptioner(opened: Opened, { modelType }: { modelType: string }): Promise<LoadedModel> {
  return modelType === 'florence2' ? await loadFlorence(opened) : await loadEncoderDecoder(opened);
}

async function loadEncoderDecoder(opened: Opened): Promise<LoadedModel> {
  const model = await opened.load('AutoModelForVision2Seq');
  const tokenizer = await opened.load('AutoTokenizer');
  const processor = await opened.load('AutoProcessor');
  return {
    methods: {
      caption: async (request: PictureRequest, { signal }: MethodContext): Promise<Caption> =>
        await interruptible(opened, signal, async (stopping_criteria) => {
          const { pixel_values } = await processor(await openPicture(opened, request));
          const output = (await model.generate({
            inputs: pixel_values,
            max_new_tokens: 40,
            stopping_criteria,
          })) as Tensor;
          return { text: tokenizer.batch_decode(output, { skip_special_tokens: true })[0]!.trim(), objects: [] };
        }),
    },
    device: opened.device(),
  };
}

async function loadFlorence(opened: Opened): Promise<LoadedModel> {
  const model = await opened.load('AutoModelForImageTextToText');
  const tokenizer = await opened.load('AutoTokenizer');
  const processor = await opened.load('AutoProcessor');
  return {
    methods: {
      caption: async (request: PictureRequest, { signal }: MethodContext): Promise<Caption> =>
        await interruptible(opened, signal, async (stopping_criteria) => {
          const picture = await openPicture(opened, request);
          const ask = async (task: string): Promise<unknown> => {
            const inputs = await processor(picture, processor.construct_prompts!(task));
            const output = (await model.generate({ ...inputs, max_new_tokens: 128, stopping_criteria })) as Tensor;
            const text = tokenizer.batch_decode(output, { skip_special_tokens: false })[0]!;
            const clean = text.replaceAll('<pad>', '');
            return processor.post_process_generation!(clean, task, [picture.height, picture.width])[task];
          };
          const text = await ask('<DETAILED_CAPTION>');
          signal.throwIfAborted();
          const found = (await ask('<OD>')) as { labels?: string[] };
          return { text: String(text).trim(), objects: found.labels ?? [] };
        }),
    },
    device: opened.device(),
  };
}

async function openPicture({ library }: Opened, { image, mediaType }: PictureRequest) {
  return await library.RawImage.fromBlob(new Blob([image], { type: mediaType }));
}

/** Lets an abort end the work at the next word. */
async function interruptible<Result>(
  { library }: Opened,
  signal: AbortSignal,
  work: (stop: unknown) => Promise<Result>,
): Promise<Result> {
  const stop = new library.InterruptableStoppingCriteria();
  const interrupt = () => stop.interrupt();
  signal.addEventListener('abort', interrupt, { once: true });
  try {
    const result = await work(stop);
    signal.throwIfAborted();
    return result;
  } finally {
    signal.removeEventListener('abort', interrupt);
  }
}
