import { useState } from 'react';
import { usePushToTalk } from './use-push-to-talk.ts';
import { useRecognition } from './use-recognition.ts';
import type { Voice } from './voice.ts';

/** Listens by the browser's own recognition of speech, and where it has none or it fails, by Kinora's models. */
export function useVoice(options: { language: () => 'en' | 'ja'; onWords: (text: string) => void }): Voice {
  const [isMissed, setMissed] = useState(false);
  const own = useRecognition(options);
  const held = usePushToTalk({ ...options, isWanted: own.state === 'absent' || own.isBroken });
  if (held.state !== 'absent') return held;
  if (own.state !== 'absent') return own;
  return { ...own, note: isMissed ? howToSetUp : '', toggle: () => setMissed(true) };
}

const howToSetUp =
  'This browser has no speech recognition. A listening model from the Models page would hear you; until then, type.';
