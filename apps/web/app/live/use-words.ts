import type { FrameStyle } from '@kinora/capabilities';
import { presets, readCommand, readPrompt } from '@kinora/studios/live-style/schema';
import type { LiveAction, PromptReading } from '@kinora/studios/live-style/schema';
import { useState } from 'react';
import { useLive, useStudio } from './live-context.tsx';
import { lookLabel } from './look-words.ts';

/** What the page around the picture can do when it is told to. */
export type PageActions = {
  onHelp: () => void;
  onFullScreen: () => void;
  /** @returns what is said then. */
  onLive: (isStart: boolean) => string;
};

type Words = {
  prompt: string;
  amounts: Record<string, number>;
  base: Pick<FrameStyle, 'look' | 'strength' | 'detail'>;
};

/** Words, typed or spoken: commands are obeyed, everything else is a look. */
export function useWords(actions: PageActions) {
  const studio = useStudio();
  const style = useLive((state) => state.settings.style);
  const history = useLive((state) => state.settings.words);
  const [text, setText] = useState('');
  const [answer, setAnswer] = useState('');
  const [words, setWords] = useState<Words | null>(null);
  const reading: PromptReading | null = words && readPrompt(words.prompt, words);
  const isJapanese = /[ぁ-んァ-ヶ\p{Script=Han}]/u.test(words?.prompt ?? text);

  function describe(prompt: string) {
    const base = { look: style.look, strength: style.strength, detail: style.detail };
    setWords({ prompt, amounts: {}, base });
    const next = readPrompt(prompt, { base });
    studio?.setStyle(next.style);
    studio?.set({ words: [prompt, ...history.filter((other) => other !== prompt)].slice(0, 12) });
    setText(prompt);
    setAnswer('');
  }

  function obey(said: string) {
    if (!studio) return;
    const command = readCommand(said, style);
    switch (command.type) {
      case 'action':
        setText('');
        return setAnswer(act(command.action));
      case 'look':
      case 'adjust':
        studio.setStyle(command.style);
        setText('');
        return setAnswer(`“${said}”: ${command.says.en || command.says.ja}.`);
      case 'preset':
        return wear(command.preset);
      case 'prompt':
        return describe(command.prompt);
      case 'unknown':
        return setAnswer(
          command.suggestion
            ? `“${said}” means nothing to the painters. Did you mean “${command.suggestion}”?`
            : `“${said}” means nothing to the painters. Try a look, a season, a light or a colour.`,
        );
    }
  }

  function wear(preset: (typeof presets)[number]) {
    const { look, strength, detail, prompt } = preset.style;
    setWords({ prompt, amounts: {}, base: { look, strength, detail } });
    studio?.setStyle(preset.style);
    setText(prompt);
    setAnswer(`${preset.name.en}: ${preset.description.en[0]?.toLowerCase()}${preset.description.en.slice(1)}.`);
  }

  function setAmount(concept: string, amount: number) {
    if (!words) return;
    const next = { ...words, amounts: { ...words.amounts, [concept]: amount } };
    setWords(next);
    studio?.setStyle(readPrompt(next.prompt, next).style, 0.25);
  }

  function act(action: LiveAction): string {
    if (!studio) return '';
    const { source, hasPicture, isFrozen } = studio.store.getState();
    const needsPicture = 'There is no picture yet. Switch the camera on first.';
    switch (action) {
      case 'freeze':
      case 'unfreeze':
        if (!hasPicture) return needsPicture;
        studio.freeze(action === 'freeze');
        return action === 'freeze' ? 'Frozen. Say “continue” to go on.' : isFrozen ? 'It moves again.' : '';
      case 'back':
        return studio.back()
          ? `Back to ${lookLabel(studio.store.getState().settings.style.look).toLowerCase()}.`
          : 'That was the first one.';
      case 'forward':
        return studio.forward() ? '' : 'That was the newest one.';
      case 'reset':
        setWords(null);
        studio.setStyle(readPrompt('', { base: { look: style.look, strength: 1, detail: 0.5 } }).style);
        return 'Plain colours again.';
      case 'surprise': {
        const others = presets.filter((preset) => preset.style.look !== style.look);
        const preset = others[Math.floor(Math.random() * others.length)];
        if (preset) wear(preset);
        return preset ? `${preset.name.en}.` : '';
      }
      case 'record-start':
        if (!hasPicture) return needsPicture;
        void studio.record();
        return 'Recording. Say “stop recording” to end it.';
      case 'record-stop':
        void studio.stopRecording();
        return '';
      case 'snapshot':
        if (!hasPicture) return needsPicture;
        void studio.snapshot();
        return '';
      case 'live-start':
      case 'live-stop':
        if (!hasPicture && action === 'live-start') return needsPicture;
        return actions.onLive(action === 'live-start');
      case 'mirror':
        studio.mirror();
        return '';
      case 'mirror-on':
      case 'mirror-off':
        studio.mirror(action === 'mirror-on');
        return '';
      case 'mute':
      case 'unmute':
        studio.mute(action === 'mute');
        return action === 'mute' ? 'Muted.' : 'The sound is on.';
      case 'compare-on':
      case 'compare-off':
        studio.compare(action === 'compare-on');
        return '';
      case 'fullscreen':
        actions.onFullScreen();
        return '';
      case 'engine-device':
      case 'engine-server':
        studio.set({ engine: action === 'engine-server' ? 'server' : 'auto' });
        return action === 'engine-server' ? 'Kinora’s server paints.' : 'This device paints where it can.';
      case 'background-none':
      case 'background-blur':
        return 'The background stays as it is: no model that tells people from it is installed.';
      case 'camera-on':
        if (source.step !== 'on') void studio.open('camera');
        return '';
      case 'camera-off':
        studio.close();
        return 'The camera is off.';
      case 'help':
        actions.onHelp();
        return '';
    }
  }

  return { text, setText, answer, reading, isJapanese, obey, wear, setAmount };
}
