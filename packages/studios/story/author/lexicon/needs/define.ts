import type { PropKind } from '@kinora/capabilities';
import type { Power } from '../types.ts';

/** A small trouble of somebody else that one power can end. Texts are templates; [n] is who has it. */
export type Need = {
  id: string;
  powers: Power[];
  where: 'any' | 'out' | 'in' | 'water';
  /** Who may have it: ids of kinds. */
  who: string[];
  prop?: PropKind;
  /** Planted early, unexplained. */
  sign: string[];
  /** What is found when the sign is followed; brings [n] in. */
  trouble: string[];
  /** What [n] says. */
  plea: string[];
  /** What the hero does, with {t.tool}. */
  deed: string[];
  /** What one sees then. */
  result: string[];
  /** How it comes back at bedtime. */
  rest: string[];
};

/** Defines a need; `||` parts variants, blanks part powers and kinds. */
export function need(
  id: string,
  powers: string,
  where: Need['where'],
  who: string,
  prop: PropKind | '',
  texts: Record<'sign' | 'trouble' | 'plea' | 'deed' | 'result' | 'rest', string>,
): Need {
  const split = (text: string) => text.split('||').map((part) => part.trim());
  return {
    id,
    powers: powers.split(' ') as Power[],
    where,
    who: who.split(' '),
    ...(prop ? { prop } : {}),
    sign: split(texts.sign),
    trouble: split(texts.trouble),
    plea: split(texts.plea),
    deed: split(texts.deed),
    result: split(texts.result),
    rest: split(texts.rest),
  };
}
