import type { Bilingual, Span } from '../lesson/plan.ts';
import type { Filler } from './fillers.ts';
import type { MarkerOrder } from './markers.ts';
import type { Burst, LoudMoment } from './moments.ts';
import type { PaceChange } from './pace.ts';
import type { Pause } from './speech-map.ts';

const one = (value: number) => value.toFixed(1);
const decibels = (value: number) => `${Math.round(value) === 0 ? '0' : String(Math.round(value)).replace('-', '−')} dB`;
const percent = (value: number) => `${Math.round(value * 100)}`;

/** What people are told of an edit point: the numbers that led to it, in both languages. */
export const reasonFor = {
  silence(seconds: number, { quiet, loudness }: Pause, speech: number | null): Bilingual {
    if (loudness === null || speech === null) {
      return { ja: `字幕が${one(seconds)}秒途切れています。`, en: `No words for ${one(seconds)} s.` };
    }
    const levels = {
      ja: `音量 ${decibels(loudness)}、話し声は ${decibels(speech)}`,
      en: `${decibels(loudness)}; speech is at ${decibels(speech)}`,
    };
    return quiet > 0.5
      ? { ja: `${one(seconds)}秒の無音（${levels.ja}）`, en: `${one(seconds)} s of silence (${levels.en})` }
      : {
          ja: `${one(seconds)}秒間、話し声がありません（${levels.ja}）`,
          en: `Nobody speaks for ${one(seconds)} s (${levels.en})`,
        };
  },
  filler({ text, start, end, isWhole }: Filler): Bilingual {
    const said = text.replace(/[、。,.…\s]+$/u, '');
    return isWhole
      ? { ja: `「${said}」だけの発言（${one(end - start)}秒）`, en: `Nothing but “${said}” (${one(end - start)} s)` }
      : {
          ja: `文頭の「${said}」（${one(end - start)}秒）`,
          en: `“${said}” at the start of a sentence (${one(end - start)} s)`,
        };
  },
  pace({ kind, pace, usual }: PaceChange): Bilingual {
    const ratio = percent(pace / usual);
    return kind === 'fast'
      ? {
          ja: `早口: 毎秒${one(pace)}拍（ふだんは${one(usual)}拍、${ratio}%）`,
          en: `Fast: ${one(pace)} beats a second (usually ${one(usual)}; ${ratio}%)`,
        }
      : {
          ja: `ゆっくり: 毎秒${one(pace)}拍（ふだんは${one(usual)}拍、${ratio}%）`,
          en: `Slow: ${one(pace)} beats a second (usually ${one(usual)}; ${ratio}%)`,
        };
  },
  laughter({ start, end, likeness, text }: Burst): Bilingual {
    if (likeness === null) return { ja: `笑い声の字幕「${text}」`, en: `Written as laughter: “${text}”` };
    const words =
      text === null ? { ja: '', en: '' } : { ja: `、字幕にも「${text}」`, en: `; the words say “${text}” too` };
    return {
      ja: `${one(end - start)}秒の笑い声らしい音（確からしさ${percent(likeness)}%${words.ja}）`,
      en: `${one(end - start)} s that sound like laughter (${percent(likeness)}% sure${words.en})`,
    };
  },
  loud({ loudness, usual }: LoudMoment): Bilingual {
    return {
      ja: `話し声より${Math.round(loudness - usual)} dB大きい（${decibels(loudness)}）`,
      en: `${Math.round(loudness - usual)} dB louder than speech (${decibels(loudness)})`,
    };
  },
  markerItself(text: string): Bilingual {
    return { ja: `編集の合図「${text}」そのもの`, en: `The spoken marker “${text}” itself` };
  },
  marked(order: MarkerOrder, text: string, seconds: number): Bilingual {
    const length = Math.round(seconds);
    if (order === 'important')
      return { ja: `「${text}」と言った前後（${length}秒）`, en: `Around “${text}” (${length} s)` };
    return order === 'cut'
      ? { ja: `「${text}」の直前${length}秒`, en: `The ${length} s before “${text}”` }
      : { ja: `「${text}」が指す直前${length}秒`, en: `The ${length} s that “${text}” points at` };
  },
  teaching(
    peak: Omit<Span, 'start' | 'end'> & {
      seconds: number;
      perMinute: number;
      mean: number;
      firsts: number;
      forms: readonly string[];
      teachings: readonly unknown[];
    },
  ): Bilingual {
    const { seconds, perMinute, mean, firsts, forms, teachings } = peak;
    const shown = forms.slice(0, 4);
    const rate = one((teachings.length * 60) / Math.max(1, seconds));
    return {
      ja: `${Math.round(seconds)}秒に${teachings.length}か所（1分あたり${rate}、初出${firsts}、学習価値${one(perMinute)}／平均${one(mean)}）: ${shown.join('、')}${forms.length > 4 ? 'ほか' : ''}`,
      en: `${teachings.length} ${teachings.length === 1 ? 'item' : 'items'} in ${Math.round(seconds)} s (${rate} a minute, ${firsts} for the first time; value ${one(perMinute)}, mean ${one(mean)}): ${shown.join(', ')}${forms.length > 4 ? ' …' : ''}`,
    };
  },
};
