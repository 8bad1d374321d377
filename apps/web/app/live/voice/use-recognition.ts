import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react';
import { microphoneNotes } from './voice.ts';
import type { Voice } from './voice.ts';

type Recognition = EventTarget & {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  processLocally?: boolean;
  start(): void;
  stop(): void;
  abort(): void;
};
type RecognitionClass = {
  new (): Recognition;
  available?: (options: { langs: string[]; processLocally: boolean }) => Promise<string>;
};
type ResultEvent = Event & {
  resultIndex: number;
  results: ArrayLike<{ isFinal: boolean; 0: { transcript: string } }>;
};

/** Listens by the browser's own speech recognition, on this device where the browser can. */
export function useRecognition(options: {
  language: () => 'en' | 'ja';
  onWords: (text: string) => void;
}): Voice & { isBroken: boolean } {
  const isThere = useSyncExternalStore(never, hasRecognition, () => true);
  const [state, setState] = useState<Voice['state']>('off');
  const [isBroken, setBroken] = useState(false);
  const [heard, setHeard] = useState('');
  const [note, setNote] = useState('');
  const recognition = useRef<Recognition>(undefined);
  const say = useEffectEvent(options.onWords);

  useEffect(
    () => () => {
      recognition.current?.abort();
      recognition.current = undefined;
    },
    [],
  );

  async function listen() {
    const Recogniser = recognitionClass();
    if (!Recogniser) return;
    const lang = options.language() === 'ja' ? 'ja-JP' : 'en-US';
    const own = new Recogniser();
    recognition.current = own;
    own.lang = lang;
    own.continuous = true;
    own.interimResults = true;
    const here = await Recogniser.available?.({ langs: [lang], processLocally: true }).catch(() => '');
    if (here === 'available') own.processLocally = true;
    own.addEventListener('result', (event) => {
      const { results, resultIndex } = event as ResultEvent;
      let words = '';
      for (let index = resultIndex; index < results.length; index++) {
        const result = results[index];
        if (!result) continue;
        if (result.isFinal) say(result[0].transcript.trim());
        else words += result[0].transcript;
      }
      setHeard(words);
    });
    own.addEventListener('error', (event) => {
      const { error } = event as Event & { error?: string };
      setNote(errorWords[error ?? ''] ?? '');
      const hasFailed = error === 'network' || error === 'service-not-allowed' || error === 'language-not-supported';
      if (hasFailed) setBroken(true);
      if (hasFailed || error === 'not-allowed' || error === 'audio-capture') recognition.current = undefined;
    });
    own.addEventListener('end', () => {
      setHeard('');
      // Browsers stop listening after a silence; the person didn't.
      if (recognition.current === own) own.start();
      else setState('off');
    });
    own.start();
    setState('listening');
    setNote(
      here === 'available'
        ? 'Listening, on this device.'
        : 'Listening. Your browser may send what you say to its maker to understand it.',
    );
  }

  function toggle() {
    const own = recognition.current;
    if (!own) return void listen();
    recognition.current = undefined;
    own.stop();
    setNote('');
    setState('off');
  }

  return {
    state: isThere ? state : 'absent',
    isHeld: false,
    isBroken,
    heard,
    note,
    toggle,
    press: toggle,
    release: () => {},
  };
}

const never = () => () => {};
const hasRecognition = () => recognitionClass() !== undefined;

function recognitionClass(): RecognitionClass | undefined {
  const all = globalThis as unknown as {
    SpeechRecognition?: RecognitionClass;
    webkitSpeechRecognition?: RecognitionClass;
  };
  return all.SpeechRecognition ?? all.webkitSpeechRecognition;
}

const errorWords: Record<string, string> = {
  'not-allowed': microphoneNotes.denied,
  'audio-capture': microphoneNotes.none,
  network: 'Your browser’s speech service can’t be reached. Type instead.',
  'service-not-allowed': 'Your browser’s speech service can’t be used here. Type instead.',
  'language-not-supported': 'Your browser doesn’t understand this language by ear. Type instead.',
};
