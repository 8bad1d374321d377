import { KinoraError } from '@kinora/capabilities';
import type { StoryRequest } from '../schema.ts';
import type { Guard } from './context.ts';

/**
 * Puts a wish before the guard.
 * @returns The wish to write from: as it is, or told more gently, then with a note for the grown-up.
 * @throws KinoraError `request.unsafe` with an explanation and a suggestion when the wish can't become a bedtime story.
 */
export async function checkWish(
  request: Pick<StoryRequest, 'wish' | 'profile'>,
  guard: Guard,
): Promise<{ wish: string; note?: string }> {
  const { models, audience, signal } = guard;
  await checkProfile(request.profile, guard);
  const judged = await models.moderator.moderate(
    { kind: 'text', text: request.wish, role: 'wish' },
    { audience, signal },
  );
  if (judged.verdict === 'allow') return { wish: request.wish };
  const explanation = judged.explanation ?? 'This wish has something in it that does not belong into a bedtime story.';
  if (judged.verdict === 'soften' && judged.softened !== undefined) return { wish: judged.softened, note: explanation };
  throw new KinoraError('request.unsafe', [explanation, judged.suggestion].filter(Boolean).join(' '), {
    data: { field: 'wish', explanation, suggestion: judged.suggestion, categories: judged.categories },
  });
}

/** The name is printed as it stands, so it must be allowed plainly; what is loved or comforts may be told gently. */
async function checkProfile(
  { name = '', interests, comforts }: StoryRequest['profile'],
  { models, audience, signal }: Guard,
): Promise<void> {
  const words = [
    { field: 'profile.name', text: name, mayBeSoftened: false },
    ...interests.map((text, index) => ({ field: `profile.interests.${index}`, text, mayBeSoftened: true })),
    ...comforts.map((text, index) => ({ field: `profile.comforts.${index}`, text, mayBeSoftened: true })),
  ].filter(({ text }) => text !== '');
  for (const { field, text, mayBeSoftened } of words) {
    const { verdict } = await models.moderator.moderate({ kind: 'text', text, role: 'wish' }, { audience, signal });
    if (verdict === 'allow' || (verdict === 'soften' && mayBeSoftened)) continue;
    throw new KinoraError('request.unsafe', `“${text}” can't be part of a bedtime story; leave it out.`, {
      data: { field },
    });
  }
}
