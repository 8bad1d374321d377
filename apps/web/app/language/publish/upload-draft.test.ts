import { expect, test } from 'vitest';
import { textsOf, uploadRequestOf } from './upload-draft.ts';

const draft = {
  ...textsOf('main-video', null, '雑談'),
  language: 'en' as const,
  privacy: 'private' as const,
  isMadeForKids: false,
  isSynthetic: false,
  thumbnail: null,
  captions: true,
  playlist: null,
};

test('without a plan a video goes by the name of its lesson', () => {
  expect(textsOf('short-1', null, '雑談').title).toEqual({ ja: '雑談', en: '雑談' });
});

test('the other language goes along as a translation, unless it has no title', () => {
  const both = { ...draft, title: { ja: '雑談', en: ' Talk ' }, description: { ja: '説明', en: 'About' } };
  expect(uploadRequestOf('main-video', both)).toMatchObject({
    title: 'Talk',
    description: 'About',
    language: 'en',
    translations: { ja: { title: '雑談', description: '説明' } },
  });
  expect(uploadRequestOf('main-video', { ...both, title: { ja: ' ', en: 'Talk' } }).translations).toEqual({});
});
