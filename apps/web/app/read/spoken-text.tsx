import type { SpokenWord } from '@kinora/studios/story/schema';
import { languageOf, piecesOf, sentenceStart } from './spoken.ts';

type SpokenTextProps = {
  text: string;
  words: SpokenWord[];
  /** The word being read; -1 when none is. */
  now: number;
  className?: string;
  /** A tap on a word; from the keyboard, "back" and the page keys lead to the same places. */
  onWord?: (word: number) => void;
};

/** A page's words, lit as they are read. A screen reader meets one plain paragraph. */
export function SpokenText({ text, words, now, className = '', onWord }: SpokenTextProps) {
  const from = now < 0 ? 0 : sentenceStart(text, words, now);
  return (
    <p
      className={`spoken ${className}`}
      lang={languageOf(text)}
      ref={(paragraph) => {
        if (!paragraph || !onWord) return;
        const hear = (event: MouseEvent) => {
          const word = (event.target as HTMLElement).dataset['word'];
          if (word !== undefined) onWord(Number(word));
        };
        paragraph.addEventListener('click', hear);
        return () => paragraph.removeEventListener('click', hear);
      }}
    >
      {piecesOf(text, words).map((piece, index) =>
        piece.word === null ? (
          piece.text
            .split(/\s*\n\s*/)
            .flatMap((line, part) => (part === 0 ? [line] : [<ParagraphBreak key={`${index}-${part}`} />, line]))
        ) : (
          <span
            key={`${index}-${piece.text}`}
            data-word={piece.word}
            data-said={piece.word >= from && piece.word < now ? '' : undefined}
            data-now={piece.word === now ? '' : undefined}
          >
            {piece.text}
          </span>
        ),
      )}
    </p>
  );
}

function ParagraphBreak() {
  return <span className="spoken__break" />;
}
