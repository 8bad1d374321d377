import type { Cue, Sentence } from '@kinora/studios/language/schema';
import { timeOfOffset } from '@kinora/studios/language/schema';
import { useMemo } from 'react';
import type { Playback } from '../../music/playback.ts';
import { usePlaybackValue } from '../../music/use-playback.ts';
import { ItemPopover } from '../items/item-popover.tsx';
import { Ruby } from '../items/ruby.tsx';
import type { Run, Word } from './runs.ts';

type SentenceTextProps = {
  sentence: Sentence;
  cues: readonly Cue[];
  runs: readonly Run[];
  hasFurigana: boolean;
  /** It is being said: the word follows the sound. */
  isNow: boolean;
  playback: Playback;
};

/** A sentence whose words can be heard by a press, and whose items tell what they are. */
export function SentenceText({ sentence, cues, runs, hasFurigana, isNow, playback }: SentenceTextProps) {
  const starts = useMemo(
    () =>
      isNow
        ? runs.flatMap(({ words }) => words.map(({ from }) => ({ from, start: timeOfOffset(sentence, cues, from) })))
        : [],
    [isNow, runs, sentence, cues],
  );
  const current = usePlaybackValue(playback, (now) => {
    if (!isNow) return -1;
    const time = now.time() + 0.02;
    return time > sentence.end + 0.3 ? -1 : (starts.findLast(({ start }) => start <= time)?.from ?? -1);
  });
  const hear = (from: number) => {
    playback.seek(timeOfOffset(sentence, cues, from));
    playback.play();
  };
  const wordsOf = (words: readonly Word[], isItem: boolean) =>
    words.map((word) => {
      const isSaid = word.from === current;
      return (
        // By keyboard the sentence's own button does the same from its beginning: a stop at every word would be in the way.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
        <span
          key={word.from}
          className={isSaid ? 'said' : undefined}
          onClick={isItem ? undefined : () => hear(word.from)}
        >
          <Ruby parts={word.parts} hasFurigana={hasFurigana} />
        </span>
      );
    });
  return (
    <p className="talk__text" lang={sentence.language === 'en' ? 'en' : 'ja'}>
      {runs.map((run) =>
        run.items.length === 0 ? (
          <span key={run.from}>{wordsOf(run.words, false)}</span>
        ) : (
          <ItemPopover key={run.from} items={run.items} onHear={() => hear(run.from)}>
            {wordsOf(run.words, true)}
          </ItemPopover>
        ),
      )}
    </p>
  );
}
