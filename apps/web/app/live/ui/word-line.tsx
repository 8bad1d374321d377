import { History } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useRef } from 'react';
import { useLive } from '../live-context.tsx';
import type { Voice } from '../voice/voice.ts';
import { VoiceButton } from './voice-button.tsx';

type WordLineProps = {
  text: string;
  onText: (text: string) => void;
  onSay: (text: string) => void;
  /** What the last words did. */
  answer: string;
  voice: Voice;
};

/** One line for looks and commands, typed or spoken. */
export function WordLine({ text, onText, onSay, answer, voice }: WordLineProps) {
  const words = useLive((state) => state.settings.words);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="stack gap-2">
      <form
        className="wish wish--line"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') onSay(text.trim());
        }}
      >
        <label className="sr-only" htmlFor="live-words">
          Describe a look, or say what to do
        </label>
        <input
          ref={input}
          id="live-words"
          value={voice.state === 'listening' && voice.heard ? voice.heard : text}
          maxLength={500}
          autoComplete="off"
          enterKeyHint="go"
          placeholder="Golden autumn evening, soft"
          onChange={(event) => onText(event.target.value)}
        />
        <span className="flex items-center">
          {words.length > 0 && (
            <DropdownMenu.Root modal={false}>
              <DropdownMenu.Trigger className="button button--icon button--small" aria-label="Words from before">
                <History className="icon" aria-hidden />
              </DropdownMenu.Trigger>
              <DropdownMenu.Portal>
                <DropdownMenu.Content className="menu max-w-[min(420px,90vw)]" align="end" sideOffset={10}>
                  {words.map((before) => (
                    <DropdownMenu.Item key={before} className="menu__item" onSelect={() => onSay(before)}>
                      <span className="truncate">{before}</span>
                    </DropdownMenu.Item>
                  ))}
                </DropdownMenu.Content>
              </DropdownMenu.Portal>
            </DropdownMenu.Root>
          )}
          {voice.state !== 'absent' && <VoiceButton voice={voice} />}
          <button className="button ml-1">Try it</button>
        </span>
      </form>
      <p className="live__answer" aria-live="polite">
        {voice.isHeld ? voice.note || answer : [answer, voice.note].filter(Boolean).join(' ')}
      </p>
    </div>
  );
}
