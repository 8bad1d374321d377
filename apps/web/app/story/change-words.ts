import type { StoryEdit, StoryRequest } from '@kinora/studios/story/schema';

/** What can be changed for the whole story. */
export type Settings = Pick<StoryEdit, 'style' | 'voice' | 'pace' | 'music' | 'captions' | 'aspect'>;

/** The part of a draft that differs from how the story was made; `null` when nothing does. */
export function changeOf(request: StoryRequest, draft: Settings): Settings | null {
  const entries = Object.entries(draft).filter(
    ([key, value]) => value !== undefined && value !== request[key as keyof Settings],
  );
  return entries.length > 0 ? (Object.fromEntries(entries) as Settings) : null;
}

/** What a change makes anew: "The pictures and the film are made anew; the words and the voice stay." */
export function changeWords(change: Settings): string {
  const isPainted = change.style !== undefined || change.aspect !== undefined;
  const isRead = change.voice !== undefined || change.pace !== undefined;
  const made = [isPainted && 'pictures', isRead && 'voice', 'film'].filter((part) => part !== false);
  const kept = ['words', !isPainted && 'pictures', !isRead && 'voice'].filter((part) => typeof part === 'string');
  const list = new Intl.ListFormat('en', { type: 'conjunction' });
  return `Makes ${list.format(made)} anew; ${list.format(kept)} stay.`;
}
