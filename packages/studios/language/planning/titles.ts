import type { CutPlan, Span } from '../lesson/plan.ts';
import { isKept } from './cut-time.ts';
import type { PlanSource } from './inputs.ts';
import { shortForm } from './names.ts';
import { itemWorth } from './worth.ts';

/** Titles at the beginning and the end of a main video: its name and what it teaches, in the languages of those who watch. */
export function planTitles(
  title: string,
  { items, keeps, learns = 'both' }: PlanSource & { keeps: readonly Span[] },
): Pick<CutPlan, 'intro' | 'outro'> {
  const shown = items.filter(
    ({ language, evidence }) =>
      (learns === 'both' || language === learns) && evidence.some(({ start }) => isKept(keeps, start)),
  );
  const best = shown
    .toSorted((a, b) => itemWorth(b) - itemWorth(a) || a.evidence[0].start - b.evidence[0].start)
    .map(shortForm);
  const count = shown.length;
  const counted = {
    ja: count === 0 ? '' : `今日の表現 ${count}`,
    en: count === 0 ? '' : count === 1 ? '1 expression to learn' : `${count} expressions to learn`,
  };
  return {
    intro: { title: title.trim().slice(0, 120), subtitle: told(counted, learns) },
    outro: {
      title: told({ ja: 'ご視聴ありがとうございました', en: 'Thanks for watching' }, learns),
      subtitle: listed(best, learns),
    },
  };
}

/** Those who learn Japanese read English, and the other way round. */
function told({ ja, en }: { ja: string; en: string }, learns: 'ja' | 'en' | 'both'): string {
  if (learns === 'both') return ja === '' ? '' : `${ja} / ${en}`;
  return learns === 'ja' ? en : ja;
}

function listed(forms: readonly string[], learns: 'ja' | 'en' | 'both'): string {
  const lead = { ja: '今日の表現: ', en: 'Today: ', both: '' }[
    learns === 'both' ? 'both' : learns === 'ja' ? 'en' : 'ja'
  ];
  let text = '';
  for (const form of forms.slice(0, 8)) {
    const longer = text === '' ? lead + form : `${text} ・ ${form}`;
    if (longer.length > 80) break;
    text = longer;
  }
  return text;
}
