import { safetyCategories } from '@kinora/capabilities';
import { describe, expect, test } from 'vitest';
import { judgeText } from '../judge.ts';
import { loadLexicon } from './index.ts';

describe('the lexicon', () => {
  const { all } = loadLexicon();

  test('files every rule under a category of the contract, with a severity from 2 to 7', () => {
    const known: readonly string[] = safetyCategories;
    expect(all.filter(({ category, severity }) => !known.includes(category) || severity < 2 || severity > 7)).toEqual(
      [],
    );
  });

  test('replaces nothing by something that is unsafe itself', () => {
    const replacements = [...new Set(all.map(({ instead }) => instead?.replaceAll(/\+[vn]/g, '') ?? ''))];
    const unsafe = replacements.filter(
      (text) => judgeText(text, { audience: { kind: 'child', age: 3 }, role: 'wish' }).verdict !== 'allow',
    );
    expect(unsafe).toEqual([]);
  });
});
