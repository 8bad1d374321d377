import type { SafetyCategory } from '@kinora/capabilities';

/** What a label of a classifier means: the category, and its severity (0–7) when the classifier is sure. */
export type Meaning = { category: SafetyCategory; severity: number };

const harmless =
  /^(?:ok|okay|neutral|normal|safe|sfw|clean|benign|drawings?|non?[- ]?(?:toxic|hate|hateful|offensive|nsfw|violence|violent|abusive)|not[- ]?(?:toxic|hate|offensive|nsfw)|nothate)$/;

const meanings: readonly (readonly [pattern: RegExp, category: SafetyCategory, severity: number])[] = [
  [/^(?:severe-tox.*|identity-(?:hate|attack)|hate|hateful|hate[- ]?speech|h|h2|hr)$/, 'hate', 7],
  [/^(?:toxic|toxicity|abusive|abuse|harassment|offensive|racism|sexism)$/, 'hate', 5],
  [/^(?:obscene|obscenity|profanity|insult|swearing)$/, 'hate', 5],
  [/^(?:threat|violence|violent|v|v2|gore|gory|blood|weapons?|guns?)$/, 'violence', 7],
  [/^(?:self[- ]?harm|suicide|sh)$/, 'self-harm', 7],
  [/^(?:nsfw|porn|hentai|nudity|nude|explicit|s|s3|sexual.*|sex|unsafe)$/, 'sexual', 7],
  [/^(?:sexy|suggestive|enticing.*)$/, 'sexual', 5],
  [/^(?:scary|horror|disturbing|shocking)$/, 'scary', 6],
];

/**
 * What a classifier's label stands for.
 * @param own Meanings that the model's entry in the catalogue gives, by label.
 * @returns Null for harmless, undefined for a label that says nothing about safety.
 */
export function readLabel(label: string, own: Record<string, SafetyCategory | null> = {}): Meaning | null | undefined {
  const given = own[label];
  if (given !== undefined) return given === null ? null : { category: given, severity: 7 };
  const plain = label.toLowerCase().replaceAll('_', '-').trim();
  if (harmless.test(plain)) return null;
  const found = meanings.find(([pattern]) => pattern.test(plain));
  return found && { category: found[1], severity: found[2] };
}

/** Severities by category from the scores (0–1) of labels. Below 0.3 a classifier only guesses. */
export function toSeverities(
  scores: Record<string, number>,
  own?: Record<string, SafetyCategory | null>,
): Partial<Record<SafetyCategory, number>> {
  const severities: Partial<Record<SafetyCategory, number>> = {};
  for (const [label, score] of Object.entries(scores)) {
    const meaning = readLabel(label, own);
    if (!meaning || score < 0.3) continue;
    const severity = Math.round(meaning.severity * Math.min(1, (score - 0.15) / 0.65));
    severities[meaning.category] = Math.max(severities[meaning.category] ?? 0, severity);
  }
  return severities;
}
