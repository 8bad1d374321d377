import { expect, test } from 'vitest';
import { themeOf } from './theme.ts';

test.each([
  [null, 'night'],
  ['', 'night'],
  ['kinora-theme=day', 'day'],
  ['a=b; kinora-theme=system; c=d', 'system'],
  ['kinora-theme=purple', 'night'],
  ['not-kinora-theme=day', 'night'],
])('the cookie header %o wears %s', (cookie, theme) => {
  expect(themeOf(cookie)).toBe(theme);
});
