import type { VocabularyEvidence } from '../../api/types.ts';

type SaidInProps = { evidence: Pick<VocabularyEvidence, 'context' | 'from' | 'to'> };

/** The sentence in which an item was said, the item marked. */
export function SaidIn({ evidence: { context, from, to } }: SaidInProps) {
  const isJapanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(context);
  return (
    <p className="said-in" lang={isJapanese ? 'ja' : 'en'}>
      {context.slice(0, from)}
      <mark>{context.slice(from, to)}</mark>
      {context.slice(to)}
    </p>
  );
}
