import type createClient from '@azure-rest/ai-content-safety';
import type { Audience, ModerationResult, Moderator, ProviderServices, SafetySpan } from '@kinora/capabilities';
import { parseAnswer } from '@kinora/capabilities/remote';
import type { RemoteService } from '@kinora/capabilities/remote';
import { z } from 'zod';
import { cutIntoChunks } from './chunks.ts';
import { defaultOf, once, prepareClient } from './client.ts';
import { explain } from './explanations.ts';
import { fitPicture } from './pictures.ts';
import { azureCategories, findThreshold } from './thresholds.ts';
import type { JudgedCategory } from './thresholds.ts';

/** Version of the interface, which is also the model's for derivations. */
export const safetyVersion = '2023-10-01';

const textLimits = { maxLength: 10_000, overlap: 400 };
const pictureLimits = { maxBytes: 4 * 1024 * 1024, minSide: 50, maxSide: 2048 };

const analysis = z.object({
  categoriesAnalysis: z
    .array(z.object({ category: z.string(), severity: z.number().int().min(0).max(7) }))
    .refine(
      (list) => Object.keys(azureCategories).every((name) => list.some(({ category }) => category === name)),
      'a category is missing',
    ),
  blocklistsMatch: z.array(z.object({ blocklistName: z.string() })).optional(),
});
type Analysis = z.infer<typeof analysis>;

/** What was found in one stretch of the input. */
type Finding = { offset: number; length: number; analysis: Analysis };

/** How {@link createModerator} is set up. */
export type ModeratorSettings = {
  service: RemoteService;
  key: string;
  /** Names of the resource's own lists of forbidden terms. */
  blocklists: string[];
  services: ProviderServices;
};

/** The official client, made at its first use. */
export function openSafetyClient({ service, key, services }: Omit<ModeratorSettings, 'blocklists'>) {
  return once(async () => {
    const name = '@azure-rest/ai-content-safety';
    const module = await services.importPackage<{ default: typeof createClient }>(name);
    return defaultOf(module)(service.baseUrl, { key }, { ...prepareClient(service), apiVersion: safetyVersion });
  });
}

/**
 * Azure AI Content Safety: hate, sexual, violence and self-harm in texts of any length and in pictures, with thresholds by
 * audience. It names no places in a text, so a span is the stretch that was asked about.
 */
export function createModerator(settings: ModeratorSettings): Moderator {
  const { service, blocklists } = settings;
  const open = openSafetyClient(settings);

  async function analyzeText(text: string, signal: AbortSignal | undefined): Promise<Analysis> {
    const client = await open();
    const { body } = await client.path('/text:analyze').post({
      body: {
        text,
        outputType: 'EightSeverityLevels',
        ...(blocklists.length > 0 && { blocklistNames: blocklists, haltOnBlocklistHit: false }),
      },
      ...(signal && { abortSignal: signal }),
    });
    return parseAnswer(service, JSON.stringify(body), analysis);
  }

  async function analyzePicture(image: Uint8Array, signal: AbortSignal | undefined): Promise<Analysis> {
    const content = Buffer.from(await fitPicture(image, pictureLimits)).toString('base64');
    signal?.throwIfAborted();
    const client = await open();
    const { body } = await client.path('/image:analyze').post({
      body: { image: { content }, outputType: 'FourSeverityLevels' },
      ...(signal && { abortSignal: signal }),
    });
    return parseAnswer(service, JSON.stringify(body), analysis);
  }

  return {
    provider: 'azure-content-safety',
    modelId: 'content-safety',
    async moderate(input, { audience, signal }) {
      signal?.throwIfAborted();
      if (input.kind === 'image') {
        const found = await analyzePicture(input.image, signal);
        return judge([{ offset: 0, length: 0, analysis: found }], { audience, text: '' });
      }
      const { text } = input;
      if (text.trim() === '') return { verdict: 'allow', categories: {}, spans: [] };
      const findings = await Promise.all(
        cutIntoChunks(text, textLimits).map(async (chunk) => ({
          offset: chunk.offset,
          length: chunk.text.length,
          analysis: await analyzeText(chunk.text, signal),
        })),
      );
      return judge(findings, { audience, text });
    },
  };
}

function judge(findings: Finding[], { audience, text }: { audience: Audience; text: string }): ModerationResult {
  const categories: ModerationResult['categories'] = {};
  const spans: SafetySpan[] = [];
  let verdict: ModerationResult['verdict'] = 'allow';
  let reason: { category: JudgedCategory | 'blocklist'; excess: number } | undefined;
  for (const { offset, length, analysis: found } of findings) {
    for (const [name, category] of Object.entries(azureCategories)) {
      const severity = Math.max(
        0,
        ...found.categoriesAnalysis.filter((one) => one.category === name).map((one) => one.severity),
      );
      if (severity > 0) categories[category] = Math.max(severity, categories[category] ?? 0);
      const { soften, block } = findThreshold(category, audience);
      if (severity < soften) continue;
      if (length > 0) spans.push({ offset, length, category, severity });
      if (severity >= block) verdict = 'block';
      else if (verdict === 'allow') verdict = 'soften';
      const excess = severity - block;
      if (reason === undefined || excess > reason.excess) reason = { category, excess };
    }
    if ((found.blocklistsMatch ?? []).length > 0) {
      verdict = 'block';
      reason ??= { category: 'blocklist', excess: 0 };
      if (reason.excess < 0) reason = { category: 'blocklist', excess: 0 };
    }
  }
  return { verdict, categories, spans, ...(reason && explain(reason.category, text)) };
}
