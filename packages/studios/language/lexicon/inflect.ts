import type { Inflection } from './entry.ts';

/** Rows of kana that the stem of a godan verb runs through: before ない, ます, dictionary form, ば, う; and before て. */
const godan: Record<string, { rows: string; te: readonly string[] }> = {
  'godan-ka': { rows: 'かきくけこ', te: ['い'] },
  'godan-ga': { rows: 'がぎぐげご', te: ['い'] },
  'godan-sa': { rows: 'さしすせそ', te: ['し'] },
  'godan-ta': { rows: 'たちつてと', te: ['っ'] },
  'godan-na': { rows: 'なにぬねの', te: ['ん'] },
  'godan-ba': { rows: 'ばびぶべぼ', te: ['ん'] },
  'godan-ma': { rows: 'まみむめも', te: ['ん'] },
  'godan-ra': { rows: 'らりるれろ', te: ['っ', 'ん'] },
  'godan-wa': { rows: 'わいうえお', te: ['っ'] },
};

const iAdjective = ['い', 'く', 'かっ', 'けれ', 'かろ', 'さ', 'そう', 'すぎ', 'き', 'み', 'め', 'っ', 'ぃ', 'いー'];

/**
 * How a dictionary form can go on: a source for a regular expression that finds the beginning of each inflected form, up to
 * where endings are the same for all words.
 */
export function inflectedSource(form: string, inflection: Inflection | undefined): string {
  if (!isInflected(form, inflection)) return escape(form);
  if (inflection === 'suru') return `${escape(form.replace(/する$/, ''))}(?:する|し|さ|せ|しよ|できる|でき)`;
  const stem = escape(form.slice(0, -1));
  if (inflection === 'i-adjective') {
    const endings = iAdjective.join('|');
    // The short form of what is felt at once: エモ! ダル。
    return `${stem}(?:${endings}|(?=[!！?？。、…ー〜～\\s]|$))`;
  }
  if (inflection === 'ichidan') return `${stem}(?:る|て|た|な|ま|よ|ろ|れ|ら|ん|ず|ちゃ|とる|てる|すぎ)`;
  const { rows, te } = godan[inflection]!;
  return `${stem}(?:[${rows}]|${te.join('|')})`;
}

/** What every inflected form begins with. */
export function stemOf(form: string, inflection: Inflection | undefined): string {
  if (!isInflected(form, inflection)) return form;
  return inflection === 'suru' ? form.replace(/する$/, '') : form.slice(0, -1);
}

/** A short form beside the whole one (うざ beside うざい) has nothing that could change: a stem of it would be found everywhere. */
function isInflected(form: string, inflection: Inflection | undefined): inflection is Inflection {
  if (inflection === undefined || inflection === 'na-adjective') return false;
  return inflection !== 'i-adjective' || /[いイィ]$/.test(form);
}

/** A text as a source that finds just that text. */
export function escape(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
