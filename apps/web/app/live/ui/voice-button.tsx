import { Ear, Mic, MicOff } from 'lucide-react';
import type { KeyboardEvent, MouseEvent, PointerEvent } from 'react';
import type { Voice } from '../voice/voice.ts';

/** The sign that listens: pressed before and after speaking, or held meanwhile. */
export function VoiceButton({ voice }: { voice: Voice }) {
  const { state, isHeld, press, release, toggle } = voice;
  const isListening = state === 'listening';
  const Icon = state === 'understanding' ? Ear : isListening ? Mic : MicOff;
  const isPressing = ({ key }: KeyboardEvent) => key === ' ' || key === 'Enter';
  const held = {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      press();
    },
    onPointerUp: release,
    onPointerCancel: release,
    onContextMenu: (event: MouseEvent) => event.preventDefault(),
    onKeyDown: (event: KeyboardEvent) => {
      if (!isPressing(event)) return;
      // Otherwise the button would be clicked, too.
      event.preventDefault();
      if (!event.repeat) press();
    },
    onKeyUp: (event: KeyboardEvent) => {
      if (!isPressing(event)) return;
      event.preventDefault();
      release();
    },
    onBlur: release,
    // Programs that read the screen click without a pointer.
    onClick: (event: MouseEvent) => {
      if (event.detail === 0) toggle();
    },
  };
  return (
    <button
      type="button"
      className="button button--icon button--small live__toggle"
      data-held={isHeld}
      aria-label={isHeld ? 'Hold and speak' : isListening ? 'Stop listening' : 'Say it'}
      title={isHeld ? 'Hold and speak' : undefined}
      aria-pressed={isListening}
      aria-busy={state === 'understanding' || undefined}
      {...(isHeld ? held : { onClick: toggle })}
    >
      <Icon className="icon" aria-hidden />
    </button>
  );
}
