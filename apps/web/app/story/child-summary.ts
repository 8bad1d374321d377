import type { Profile } from '@kinora/studios/story/schema';

const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** "Loves owls and trains. Sleeps with a night light. No thunder." – what is known beside name and age. */
export function childSummary(profile: Profile): string {
  const parts = [
    profile.interests.length > 0 && `Loves ${list.format(profile.interests)}.`,
    profile.comforts.length > 0 && `Falls asleep with ${list.format(profile.comforts)}.`,
    profile.fears.length > 0 && `Leaves out ${list.format(profile.fears)}.`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? parts.join(' ') : 'Nothing more is known yet.';
}
