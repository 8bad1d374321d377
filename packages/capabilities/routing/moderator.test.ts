import { describe, expect, test } from 'vitest';
import { KinoraError } from '../errors.ts';
import type { Audience, ModerationInput, ModerationResult, Moderator } from '../models.ts';
import { createModeratorRoute } from './moderator.ts';

const allow: ModerationResult = { verdict: 'allow', categories: {}, spans: [] };
const soften: ModerationResult = {
  verdict: 'soften',
  categories: { scary: 3 },
  spans: [{ offset: 2, length: 7, category: 'scary', severity: 3 }],
  explanation: 'A monster may frighten.',
};
const block: ModerationResult = { verdict: 'block', categories: { scary: 2, hate: 6 }, spans: [], explanation: 'No.' };
const input: ModerationInput = { kind: 'text', text: 'A monster.', role: 'wish' };
const child: Audience = { kind: 'child', age: 4 };
const adult: Audience = { kind: 'adult' };

function guard(provider: string, answer: ModerationResult | KinoraError): Moderator {
  return {
    provider,
    modelId: 'guard',
    moderate: async () => {
      if (answer instanceof KinoraError) throw answer;
      return answer;
    },
  };
}

const silent = new KinoraError('provider.failed', 'No network.');
const blind = new KinoraError('provider.unavailable', 'No scene.', { data: { cannotJudge: true } });

function judge(floor: ModerationResult | KinoraError, others: (ModerationResult | KinoraError)[], audience: Audience) {
  const guards = others.map((answer, index) => ({ model: guard(`g${index}`, answer) }));
  return createModeratorRoute(guards, { floor: guard('floor', floor), retries: 0 }).moderate(input, { audience });
}

describe('a route of guards', () => {
  test('asks all of them and the strictest wins', async () => {
    expect(await judge(soften, [allow, block], child)).toEqual({
      verdict: 'block',
      categories: { scary: 3, hate: 6 },
      spans: soften.spans,
      explanation: 'No.',
    });
  });

  test('no other guard makes the local one milder', async () => {
    expect(await judge(block, [allow], adult)).toMatchObject({ verdict: 'block' });
  });

  test('refuses for a child when a guard does not answer', async () => {
    const judged = judge(allow, [silent, allow], child);
    await expect(judged).rejects.toMatchObject({ code: 'provider.unavailable', isRetryable: true });
    await expect(judged).rejects.toThrow('A guard does not answer (g0/guard)');
  });

  test('goes by the local guard for a grown-up, with a note', async () => {
    expect(await judge(allow, [silent], adult)).toEqual({
      ...allow,
      note: 'Not checked by g0/guard: no answer.',
    });
  });

  test('lets a guard abstain that cannot judge, as long as another can', async () => {
    expect(await judge(blind, [allow], child)).toEqual(allow);
    await expect(judge(blind, [], child)).rejects.toThrow('No guard can judge this');
    expect(await judge(blind, [], adult)).toMatchObject({ verdict: 'allow', note: 'No guard could judge this.' });
  });

  test('passes on what is wrong with the input itself', async () => {
    await expect(judge(new KinoraError('asset.broken', 'Not a picture.'), [allow], adult)).rejects.toThrow(
      'Not a picture.',
    );
  });

  test('takes part in derivations with every guard', () => {
    const route = createModeratorRoute([{ model: guard('azure', allow), revision: '2' }], { floor: guard('f', allow) });
    expect(route.identity()).toBe('f/guard+azure/guard@2');
    expect(route.health().providers.map(({ id }) => id)).toEqual(['f/guard', 'azure/guard']);
  });
});
