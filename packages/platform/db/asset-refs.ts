/** The SHA-256 of every asset that a value names, at any depth, each once. */
export function assetsIn(value: unknown): string[] {
  const found = new Set<string>();
  const visit = (at: unknown): void => {
    if (typeof at !== 'object' || at === null) return;
    if ('asset' in at && typeof at.asset === 'string' && /^[0-9a-f]{64}$/.test(at.asset)) found.add(at.asset);
    for (const inner of Object.values(at)) visit(inner);
  };
  visit(value);
  return [...found];
}
