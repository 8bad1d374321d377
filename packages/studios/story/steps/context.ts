import type { Audience, Moderator, ReuseCount, StudioContext } from '@kinora/capabilities';
import type { Author } from '../author.ts';
import type { Story, StoryEvent } from '../schema.ts';

/** What a story is made with: the studio's context, the author, and what the story tells about itself. */
export type StoryContext = StudioContext<StoryEvent> & {
  author: Author;
  /** Seconds since the job began. */
  seconds(): number;
  reuse(): Promise<ReuseCount>;
  /** Keeps the story as it is now; called once its pages are there and again at the end. */
  save(story: Story): Promise<void>;
};

/** What is needed to put words before the guard. */
export type Guard = { models: { moderator: Moderator }; audience: Audience; signal: AbortSignal };
