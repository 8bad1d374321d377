import { useEffect, useEffectEvent, useRef, useState } from 'react';

export type Voice = {
  /** `absent`: this browser can't hear words. */
  state: 'absent' | 'off' | 'listening';
  /** What is heard at this moment. */
  heard: string;
  /** Something to know, e.g. that the microphone is not allowed. */
  note: string;
  toggle: () => void;
};

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
export function useVoice(options: { language: 'en' | 'ja'; onWords: (text: string) => void }): Voice {
  const [state, setState] = useState<Voice['state']>('absent');
  const [heard, setHeard] = useState('');
  const [note, setNote] = useState('');
  const recognition = useRef<Recognition>(undefined);
  const say = useEffectEvent(options.onWords);
  const lang = options.language === 'ja' ? 'ja-JP' : 'en-US';

  useEffect(() => {
    if (!recognitionClass()) return;
    const timer = setTimeout(() => setState('off'));
    return () => {
      clearTimeout(timer);
      recognition.current?.abort();
      recognition.current = undefined;
    };
  }, []);

  async function listen() {
    const Recogniser = recognitionClass();
    if (!Recogniser) return;
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
      if (error === 'not-allowed' || error === 'network' || error === 'audio-capture') recognition.current = undefined;
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

  return {
    state,
    heard,
    note: state === 'absent' ? '' : note,
    toggle() {
      if (recognition.current) {
        const own = recognition.current;
        recognition.current = undefined;
        own.stop();
        setNote('');
        setState('off');
      } else void listen();
    },
  };
}

function recognitionClass(): RecognitionClass | undefined {
  const all = globalThis as unknown as {
    SpeechRecognition?: RecognitionClass;
    webkitSpeechRecognition?: RecognitionClass;
  };
  return all.SpeechRecognition ?? all.webkitSpeechRecognition;
}

const errorWords: Record<string, string> = {
  'not-allowed': 'The microphone is not allowed. Press the sign at the address above and allow it, or type.',
  'audio-capture': 'No microphone found. Plug one in, or type.',
  network: 'Your browser’s speech service can’t be reached. Type instead.',
  'language-not-supported': 'Your browser doesn’t understand this language by ear. Type instead.',
};
