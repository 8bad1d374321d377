import type { LanguageModelV4 } from '@kinora/capabilities';
import type { StoryRequest } from '../../schema.ts';
import type { Band } from '../level.ts';
import { bandLimits, levelMisses, wordsOf } from '../level.ts';
import { shorten } from '../prose/split.ts';
import type { Outline } from './outline.ts';
import { pagePrompt, systemPrompt } from './prompts.ts';

/** How a page is asked for. */
export type PageOptions = {
  language: LanguageModelV4;
  request: StoryRequest & { seed: number };
  outline: Outline;
  index: number;
  before: readonly string[];
  band: Band;
  /** The guard: why a text may not be told, or null. */
  objection(text: string): Promise<string | null>;
  signal: AbortSignal;
};

/** A page is asked for this often at most; then the best attempt is simplified. */
const attempts = 3;

/**
 * Writes a page: asks the model, measures, asks again with what was wrong, and simplifies the best attempt when none keeps
 * to the reading level.
 * @returns The page, or null when no attempt passes the guard or is a page at all.
 */
export async function writePage(options: PageOptions): Promise<string | null> {
  const { language, request, outline, index, band, signal } = options;
  let best: { text: string; misses: number } | null = null;
  let complaint: string | undefined;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { content } = await language.doGenerate({
      prompt: [
        { role: 'system', content: systemPrompt(request) },
        {
          role: 'user',
          content: [{ type: 'text', text: pagePrompt({ ...options, ...(complaint !== undefined && { complaint }) }) }],
        },
      ],
      maxOutputTokens: Math.ceil(bandLimits[band].scene[1] * 2.2),
      temperature: 0.8,
      seed: (request.seed + index * 101 + attempt * 7919) % 2 ** 31,
      abortSignal: signal,
    });
    const text = tidy(content.map((part) => (part.type === 'text' ? part.text : '')).join(''), outline, band);
    const fault = faultOf(text, options);
    if (fault !== null) {
      complaint = fault;
      continue;
    }
    const objection = await options.objection(text);
    if (objection !== null) {
      complaint = `${objection} Tell something gentle instead.`;
      continue;
    }
    const misses = levelMisses([text], band);
    if (misses.length === 0) return text;
    if (best === null || misses.length < best.misses) best = { text, misses: misses.length };
    complaint = explain(misses, band);
  }
  if (best === null) return null;
  const simpler = shorten(best.text, band);
  return (await options.objection(simpler)) === null ? simpler : best.text;
}

/** Typography of the house, without headings, page marks and what was cut off at the end. */
export function tidy(answer: string, outline: Outline, band: Band): string {
  const lines = answer
    // A thought that ran into the limit has no end, and there is no story after it.
    .replace(/<think>[\s\S]*?(?:<\/think>|$)/g, '')
    .replace(/```[a-z]*/g, '')
    .split(/\n+/)
    .map((line) => line.replace(/^[#>*\s-]+|[*_]{1,3}/g, '').trim())
    .filter((line) => line !== '' && !/^(?:page|scene|chapter)\s*\d+\s*[:.]?\s*$/i.test(line))
    .map((line) => line.replace(/^(?:page|scene)\s*\d+\s*[:.–-]\s*/i, ''))
    .filter((line) => line.toLowerCase() !== outline.title.toLowerCase());
  let text = lines
    .join('\n\n')
    .replace(/"([^"\n]*)"/g, '“$1”')
    .replace(/(\w)'(\w)/g, '$1’$2')
    .trim();
  // A model that ran into its limit stops in mid-sentence.
  if (!/[.!?…]["”’)]*$/.test(text)) text = text.replace(/[^.!?…]*$/, '').trim();
  // Whole paragraphs that are too many for the child's patience fall away from the end, but never the last one.
  const limit = bandLimits[band].scene[1] * 1.15;
  const paragraphs = text.split('\n\n');
  while (paragraphs.length > 2 && wordsOf(paragraphs.join(' ')).length > limit) paragraphs.splice(-2, 1);
  return paragraphs.join('\n\n');
}

/** What makes an answer no page at all. */
function faultOf(text: string, { band, before, request }: PageOptions): string | null {
  const words = wordsOf(text);
  if (words.length < bandLimits[band].scene[0] * 0.5) return 'it was too short.';
  if (text.length > 2000) return 'it was far too long.';
  if (/\b(?:as an ai|i cannot|i can't|language model|here is|here's the)\b/i.test(text.slice(0, 200)))
    return 'it spoke about itself instead of telling the story.';
  if (before.some((page) => page === text)) return 'it repeated an earlier page.';
  const fear = request.profile.fears.find((each) => text.toLowerCase().includes(each.toLowerCase()));
  return fear === undefined ? null : `it mentioned ${fear}, which must not be there.`;
}

function explain(misses: string[], band: Band): string {
  const { scene, mean, longest } = bandLimits[band];
  return `${misses.join(', ')}. Write ${scene[0]} to ${scene[1]} words in sentences of ${Math.ceil(mean[0])} to ${Math.floor(mean[1])} words, none over ${longest}, with short everyday words.`;
}
