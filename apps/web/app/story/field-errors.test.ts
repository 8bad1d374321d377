import { KinoraError } from '@kinora/capabilities';
import { expect, test } from 'vitest';
import { messagesOf } from './field-errors.ts';

test('a refused request shows the message of each field', () => {
  const error = new KinoraError('request.invalid', 'Two fields are wrong.', {
    data: {
      errors: [
        { path: 'wish', message: 'Write a wish.' },
        { path: 'profile.age', message: '2 to 10.' },
      ],
    },
  });
  expect(messagesOf(error)).toEqual(['Write a wish.', '2 to 10.']);
});

test('an error without fields shows its own message', () => {
  expect(messagesOf(new KinoraError('storage.full', 'The disk is full.'))).toEqual(['The disk is full.']);
  expect(messagesOf(new Error('no'))).toEqual(['no']);
});
