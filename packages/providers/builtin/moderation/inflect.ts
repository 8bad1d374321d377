/** Forms of a regular English verb: base, -s, -ed, -ing. Where a final consonant may double, both spellings. */
export function verbForms(base: string): string[][] {
  const doubled = /[^aeiou][aeiou][bdgklmnprtvz]$/.test(base) ? base + (base.at(-1) ?? '') : undefined;
  const stem = base.endsWith('e') ? base.slice(0, -1) : base;
  const third = /(?:s|x|z|ch|sh)$/.test(base) ? `${base}es` : base.replace(/([^aeiou])y$/, '$1ie') + 's';
  const past = /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${stem}ed`;
  const present = base.endsWith('ee') ? `${base}ing` : base.endsWith('ie') ? `${base.slice(0, -2)}ying` : `${stem}ing`;
  return [[base], [third], doubled ? [past, `${doubled}ed`] : [past], doubled ? [present, `${doubled}ing`] : [present]];
}

/** Singular and plural of an English noun. */
export function nounForms(base: string): string[][] {
  const irregular: Record<string, string> = {
    man: 'men',
    woman: 'women',
    child: 'children',
    wolf: 'wolves',
    knife: 'knives',
  };
  const special = Object.keys(irregular).find((ending) => base.endsWith(ending));
  if (special) return [[base], [base.slice(0, -special.length) + (irregular[special] ?? '')]];
  if (/(?:s|x|z|ch|sh)$/.test(base)) return [[base], [`${base}es`]];
  if (/[^aeiou]y$/.test(base)) return [[base], [`${base.slice(0, -1)}ies`]];
  return [[base], [`${base}s`]];
}
