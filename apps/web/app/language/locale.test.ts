import { expect, test } from 'vitest';
import { localeOf } from './locale.ts';

const asked = (headers: Record<string, string>) => localeOf(new Request('http://kinora/language', { headers }));

test('the language that was chosen comes before the browser’s', () => {
  expect(asked({ cookie: 'a=b; kinora-language=ja', 'accept-language': 'en' })).toBe('ja');
});

test('without a choice it is the first language of the browser that the studio knows', () => {
  expect(asked({ 'accept-language': 'de-DE,ja;q=0.9,en;q=0.8' })).toBe('ja');
  expect(asked({ 'accept-language': 'fr' })).toBe('en');
  expect(asked({ cookie: 'kinora-language=xx' })).toBe('en');
});
