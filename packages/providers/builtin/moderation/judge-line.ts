import type { ModerationResult, SafetyCategory, SafetySpan } from '@kinora/capabilities';
import { judgeText } from './judge.ts';

/** A text to be judged, as `kinora guard` reads it. */
export type GuardLine = {
  id?: string | undefined;
  text: string;
  /** Years, 2 to 10. Omitted: 6. */
  age?: number | undefined;
};

/** A verdict, as `kinora guard --json` prints it. */
export type GuardVerdict = {
  id: string | null;
  verdict: ModerationResult['verdict'];
  categories: Partial<Record<SafetyCategory, number>>;
  spans: SafetySpan[];
  explanation?: string;
  suggestion?: string;
};

/** Judges one text as a wish for a child. */
export function judgeLine({ id, text, age = 6 }: GuardLine): GuardVerdict {
  const { verdict, categories, spans, explanation, suggestion } = judgeText(text, {
    audience: { kind: 'child', age },
    role: 'wish',
  });
  return {
    id: id ?? null,
    verdict,
    categories,
    spans,
    ...(explanation !== undefined && { explanation }),
    ...(suggestion !== undefined && { suggestion }),
  };
}
