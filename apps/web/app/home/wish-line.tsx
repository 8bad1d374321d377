import { storyRequest } from '@kinora/studios/story/schema';
import { useState } from 'react';
import { profileOf, useRemembered } from '../story/children.ts';
import { messagesOf } from '../story/field-errors.ts';
import { useMakeStory } from '../story/use-make-story.ts';
import { useWishCheck } from '../story/use-wish-check.ts';
import { WishNotice } from '../story/wish-notice.tsx';
import { Notice } from '../ui/notice.tsx';
import { Fault } from '../ui/fault.tsx';

/** A wish on the first page, told at once with what was chosen last time. */
export function WishLine() {
  const [wish, setWish] = useState('');
  const [isAsked, setAsked] = useState(false);
  const remembered = useRemembered();
  const profile = profileOf(remembered);
  const check = useWishCheck(wish, profile);
  const make = useMakeStory();
  const request = { wish, profile, ...remembered.choices };
  const parsed = storyRequest.safeParse(request);
  const isRefused = check?.verdict === 'block';

  function write(text: string) {
    setWish(text);
    setAsked(false);
    make.reset();
  }

  return (
    <div className="stack gap-3">
      <form
        className="wish wish--line"
        action="/story"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (parsed.success && !isRefused) make.mutate(request);
        }}
      >
        <label htmlFor="wish" className="sr-only">
          A bedtime story about
        </label>
        <input
          id="wish"
          name="wish"
          value={wish}
          maxLength={500}
          autoComplete="off"
          placeholder="A story about a fox who…"
          onChange={(event) => write(event.target.value)}
        />
        <button className="button button--lamp" aria-busy={make.isPending}>
          {make.isPending ? 'Opening…' : 'Tell it'}
        </button>
      </form>
      {isAsked && !parsed.success && <Fault>{parsed.error.issues[0]?.message}</Fault>}
      {check && <WishNotice check={check} onUse={write} />}
      {make.error && (
        <Notice tone="air" title="The story can’t be started">
          {messagesOf(make.error).join(' ')}
        </Notice>
      )}
    </div>
  );
}
