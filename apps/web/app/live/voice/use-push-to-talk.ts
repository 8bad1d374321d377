import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { call } from '../../api/client.ts';
import { createPushToTalk } from './push-to-talk.ts';
import type { PushToTalk, TalkState } from './push-to-talk.ts';
import { canRecordSound, recordSound } from './record-sound.ts';
import type { Voice } from './voice.ts';

type Listener = { id: string; device: string };

type PushToTalkHook = {
  /** Whether this way is wanted; Kinora is asked only then whether somebody listens. */
  isWanted: boolean;
  language: () => 'en' | 'ja';
  onWords: (text: string) => void;
};

/** Listens by the models of Kinora, while the sign is held. */
export function usePushToTalk({ isWanted, language, onWords }: PushToTalkHook): Voice {
  const [{ state, note }, setTalk] = useState<{ state: TalkState; note: string }>({ state: 'off', note: '' });
  const listeners = useQuery({
    queryKey: ['listeners'],
    queryFn: ({ signal }) => call<{ items: Listener[] }>('/transcriptions/listeners', { signal }),
    enabled: isWanted,
    retry: false,
  });
  const first = listeners.data?.items[0];
  const isReady = isWanted && first !== undefined && canRecordSound();
  const talk = useRef<PushToTalk>(undefined);
  const say = useEffectEvent(onWords);
  const spoken = useEffectEvent(language);

  useEffect(() => {
    if (!isReady) return;
    const own = createPushToTalk({
      record: recordSound,
      understand: async (sound, { signal }) => {
        const path = `/transcriptions?language=${spoken()}`;
        const { text } = await call<{ text: string }>(path, { method: 'POST', body: sound, signal });
        return text;
      },
      onChange: (next, words) => setTalk({ state: next, note: words }),
      onWords: say,
    });
    talk.current = own;
    return () => {
      own[Symbol.dispose]();
      talk.current = undefined;
    };
  }, [isReady]);

  const where = first?.device === 'remote' ? ` It is sent to ${first.id}.` : '';
  return {
    state: isReady ? state : 'absent',
    isHeld: true,
    heard: '',
    note: state === 'listening' ? note + where : note,
    toggle: () => talk.current?.toggle(),
    press: () => talk.current?.press(),
    release: () => talk.current?.release(),
  };
}
