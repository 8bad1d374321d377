import { expect, test } from 'vitest';
import { toHistory } from './prompt.ts';

const user = (text: string) => ({ role: 'user' as const, content: [{ type: 'text' as const, text }] });

test('ends a conversation with the turn that is to be written', () => {
  const { history, warnings } = toHistory([
    { role: 'system', content: 'Be kind.' },
    user('Hello'),
    { role: 'assistant', content: [{ type: 'text', text: 'Good evening.' }] },
    user('A story, please.'),
  ]);
  expect(history).toEqual([
    { type: 'system', text: 'Be kind.' },
    { type: 'user', text: 'Hello' },
    { type: 'model', response: ['Good evening.'] },
    { type: 'user', text: 'A story, please.' },
    { type: 'model', response: [] },
  ]);
  expect(warnings).toEqual([]);
});

test('goes on with an answer that was begun', () => {
  const begun = { role: 'assistant' as const, content: [{ type: 'text' as const, text: 'Once upon' }] };
  expect(toHistory([user('A story'), begun]).history.at(-1)).toEqual({ type: 'model', response: ['Once upon'] });
});

test('adds instructions to the first system message, or as one', () => {
  const system = { role: 'system' as const, content: 'Be kind.' };
  const [first] = toHistory([system, user('Hello')], { instructions: 'Use JSON.' }).history;
  expect(first).toEqual({ type: 'system', text: 'Be kind.\n\nUse JSON.' });
  expect(toHistory([user('Hello')], { instructions: 'Use JSON.' }).history[0]).toEqual({
    type: 'system',
    text: 'Use JSON.',
  });
});

test('joins what tools answered to the calls that asked, in one turn', () => {
  const result = (toolCallId: string, output: object) =>
    ({ type: 'tool-result', toolCallId, toolName: 'dim', output }) as never;
  const { history } = toHistory([
    user('Dim the lamps.'),
    {
      role: 'assistant',
      content: [
        { type: 'reasoning', text: 'Two lamps.' },
        { type: 'tool-call', toolCallId: '1', toolName: 'dim', input: { lamp: 1 } },
        { type: 'tool-call', toolCallId: '2', toolName: 'dim', input: { lamp: 2 } },
        { type: 'tool-call', toolCallId: '3', toolName: 'dim', input: { lamp: 3 } },
      ],
    },
    {
      role: 'tool',
      content: [
        result('2', { type: 'error-text', value: 'no bulb' }),
        result('1', { type: 'json', value: { ok: true } }),
        result('3', { type: 'execution-denied', reason: 'asleep' }),
      ],
    },
  ]);
  expect(history.at(-1)).toEqual({
    type: 'model',
    response: [
      { type: 'segment', segmentType: 'thought', text: 'Two lamps.', ended: true },
      { type: 'functionCall', name: 'dim', params: { lamp: 1 }, result: { ok: true } },
      { type: 'functionCall', name: 'dim', params: { lamp: 2 }, result: { error: 'no bulb' } },
      { type: 'functionCall', name: 'dim', params: { lamp: 3 }, result: { denied: 'asleep' } },
    ],
  });
});

test('reads text files and refuses pictures, so that a model that sees may take them', () => {
  const file = (mediaType: string, data: object) =>
    toHistory([{ role: 'user', content: [{ type: 'file', mediaType, data } as never] }]);
  expect(file('text/plain', { type: 'data', data: Buffer.from('ふくろう') }).history[0]).toMatchObject({
    text: 'ふくろう',
  });
  expect(() => file('image/png', { type: 'data', data: new Uint8Array(8) })).toThrow(
    expect.objectContaining({ code: 'provider.refused', message: expect.stringContaining('image/png') }),
  );
});

test('refuses the answer of a tool that nobody called', () => {
  const answer = {
    type: 'tool-result',
    toolCallId: '9',
    toolName: 'dim',
    output: { type: 'text', value: '' },
  } as never;
  expect(() => toHistory([{ role: 'tool', content: [answer] }])).toThrow(
    expect.objectContaining({ code: 'request.invalid' }),
  );
});

test('tells of what it leaves out', () => {
  const { warnings } = toHistory([{ role: 'assistant', content: [{ type: 'custom', kind: 'x.y' }] }]);
  expect(warnings).toEqual([{ type: 'unsupported', feature: 'custom in an assistant message' }]);
});
