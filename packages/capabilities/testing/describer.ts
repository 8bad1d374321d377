import { describe, expect, test } from 'vitest';
import type { ImageDescriber } from '../models.ts';
import { samplePng, sampleScene } from './samples.ts';
import type { ContractSubject } from './subject.ts';
import { abortEarly, useModel } from './subject.ts';

/** A describer under {@link describerContract}. */
export type DescriberSubject = ContractSubject<ImageDescriber> & {
  /** `scene`: describes scenes only; `image`: pictures without a scene too. Default `image`. */
  sees?: 'scene' | 'image';
  /** Default English and Japanese. */
  languages?: ('en' | 'ja')[];
};

/** What every describer must do: short, plain alt text in the asked language, tags without doubles, abort obeyed. */
export function describerContract(subject: DescriberSubject): void {
  const { sees = 'image', languages = ['en', 'ja'] } = subject;
  describe(`describer contract: ${subject.name}`, { timeout: subject.timeoutMs ?? 20_000 }, () => {
    const model = useModel(subject);
    const input = { scene: sampleScene, image: samplePng(), mediaType: 'image/png' };

    test.each(languages)('describes a picture in %s', async (language) => {
      const { altText, tags } = await model().describe({ ...input, language });
      expect(altText.length).toBeGreaterThan(5);
      expect(altText.length).toBeLessThanOrEqual(250);
      expect(altText).toMatch(language === 'ja' ? /[ぁ-んァ-ン一-龠]/ : /[a-z]/);
      expect(altText).not.toMatch(/\s{2}|undefined|null|\[object|^\s|\s$/);
      expect(altText).not.toMatch(/^(?:an? )?(?:image|picture|photo|illustration) of/i);
      expect(tags.length).toBeGreaterThan(0);
      expect(new Set(tags).size).toBe(tags.length);
    });

    test.runIf(sees === 'scene')('refuses a picture without a scene', async () => {
      const described = model().describe({ image: samplePng(), mediaType: 'image/png', language: 'en' });
      await expect(described).rejects.toMatchObject({ code: 'provider.unavailable' });
    });

    test('obeys the abort signal', async () => {
      expect(await abortEarly((signal) => model().describe({ ...input, language: 'en' }, { signal }))).toBe('rejected');
    });

    test('names itself', () => {
      expect(model().provider).toMatch(/\S/);
      expect(model().modelId).toMatch(/\S/);
    });
  });
}
