import { storyRequest } from '@kinora/studios/story/schema';
import { ChevronDown } from 'lucide-react';
import { Collapsible } from 'radix-ui';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { MetaFunction } from 'react-router';
import { profileOf, useRemembered } from '../story/children.ts';
import { ChildPicker } from '../story/child-picker.tsx';
import {
  aspectChoices,
  captionChoices,
  lengthChoices,
  paceChoices,
  ratioOf,
  styleChoices,
  styleName,
} from '../story/choices.ts';
import { messagesOf } from '../story/field-errors.ts';
import { StylePicker } from '../story/style-picker.tsx';
import { useMakeStory } from '../story/use-make-story.ts';
import { useWishCheck } from '../story/use-wish-check.ts';
import { VoicePicker } from '../story/voice-picker.tsx';
import { WishIdeas } from '../story/wish-ideas.tsx';
import { WishNotice } from '../story/wish-notice.tsx';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { Notice } from '../ui/notice.tsx';
import { Screen } from '../ui/screen.tsx';
import { SwitchRow } from '../ui/switch-row.tsx';
import { Fault } from '../ui/fault.tsx';

export const meta: MetaFunction = () => [{ title: 'Story · Kinora' }];

/** From a wish to a story: one thing to write, everything else has a good answer already. */
export default function StoryStudio() {
  const [parameters] = useSearchParams();
  const [wish, setWish] = useState(parameters.get('wish') ?? '');
  const [isAsked, setAsked] = useState(false);
  const remembered = useRemembered();
  const { choices, setChoices } = remembered;
  const profile = profileOf(remembered);
  const check = useWishCheck(wish, profile);
  const make = useMakeStory();

  const request = { wish, profile, ...choices };
  const parsed = storyRequest.safeParse(request);
  const problem = isAsked && !parsed.success ? parsed.error.issues[0]?.message : undefined;
  const isRefused = check?.verdict === 'block';
  const style = styleChoices.find((choice) => choice.value === choices.style) ?? styleChoices[0];

  function write(text: string) {
    setWish(text);
    make.reset();
  }

  return (
    <form
      className="grid items-start gap-x-16 gap-y-8 min-[1000px]:grid-cols-[7fr_5fr] min-[1000px]:grid-rows-[auto_auto_1fr] min-[1000px]:pt-6"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (parsed.success && !isRefused) make.mutate(request);
      }}
    >
      <div className="stack gap-4">
        <h1>What is tonight’s story about?</h1>
        <div className={`wish ${problem ? 'wish--bad' : ''}`}>
          <label htmlFor="wish">Your wish</label>
          <textarea
            id="wish"
            rows={3}
            maxLength={600}
            value={wish}
            placeholder="A shy fox who is afraid of the dark"
            aria-invalid={problem !== undefined}
            aria-describedby="wish-problem wish-length"
            onChange={(event) => write(event.target.value)}
          />
          <div className="flex items-center justify-between gap-4 text-tiny">
            <span>{problem && <Fault id="wish-problem">{problem}</Fault>}</span>
            <span id="wish-length" className={`num shrink-0 ${wish.length > 500 ? 'text-air' : 'text-ink-3'}`}>
              {wish.length} of 500
            </span>
          </div>
        </div>
        {check && <WishNotice check={check} onUse={write} />}
        {wish === '' && <WishIdeas onChoose={write} />}
      </div>
      <div className="stack gap-8">
        <div className="grid gap-6 min-[1000px]:grid-cols-[1fr_auto] min-[1000px]:gap-8">
          <ChildPicker />
          <ChoiceGroup
            legend="Length"
            name="minutes"
            value={choices.minutes}
            options={lengthChoices}
            onChange={(minutes) => setChoices({ minutes })}
          />
        </div>
        <VoicePicker name="voice" value={choices.voice} onChange={(voice) => setChoices({ voice })} />
      </div>
      <div className="stack gap-6 min-[1000px]:col-start-2 min-[1000px]:row-start-1 min-[1000px]:row-end-4">
        <div className="max-[999px]:hidden">
          <Screen
            src={style?.picture ?? ''}
            alt={`A page painted in the style ${styleName(choices.style)}`}
            ratio={ratioOf(choices.aspect === '9:16' ? '1:1' : choices.aspect)}
            badge="How it will look"
          />
        </div>
        <StylePicker
          legend="Pictures"
          name="style"
          value={choices.style}
          onChange={(chosen) => setChoices({ style: chosen })}
        />
      </div>
      <div className="stack gap-6">
        <Collapsible.Root>
          <Collapsible.Trigger className="group flex min-h-11 items-center gap-2 text-small font-bold text-ink-2 hover:text-ink">
            <ChevronDown
              className="icon transition-transform duration-(--quick) group-data-[state=open]:rotate-180"
              aria-hidden
            />
            Pace, shape, captions, music
          </Collapsible.Trigger>
          <Collapsible.Content className="mt-4 grid gap-6 min-[700px]:grid-cols-2">
            <ChoiceGroup
              legend="Pace"
              name="pace"
              value={choices.pace}
              options={paceChoices}
              onChange={(pace) => setChoices({ pace })}
            />
            <ChoiceGroup
              legend="Shape"
              name="aspect"
              value={choices.aspect}
              options={aspectChoices}
              onChange={(aspect) => setChoices({ aspect })}
            />
            <ChoiceGroup
              legend="Captions in the film"
              name="captions"
              value={choices.captions}
              options={captionChoices}
              onChange={(captions) => setChoices({ captions })}
            />
            <SwitchRow
              label="A lullaby under the voice"
              hint="Quiet, and quieter while somebody speaks"
              checked={choices.music}
              onChange={(music) => setChoices({ music })}
            />
          </Collapsible.Content>
        </Collapsible.Root>
        {make.error && (
          <Notice tone="air" title="The story can’t be started">
            {messagesOf(make.error).join(' ')}
          </Notice>
        )}
        <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
          <button className="button button--lamp button--big" disabled={isRefused} aria-busy={make.isPending}>
            {make.isPending ? 'Opening the book…' : 'Make the story'}
          </button>
          <p className="text-small text-ink-2">
            The first page comes in about two seconds.
            <br />
            Every page is checked for a child of {profile.age} before it is shown.
          </p>
        </div>
      </div>
    </form>
  );
}
