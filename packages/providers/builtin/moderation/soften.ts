import type { ModerationResult, SafetyCategory } from '@kinora/capabilities';
import { findHits } from './hits.ts';
import type { Hit } from './hits.ts';
import { nounForms, verbForms } from './inflect.ts';

/** What is said instead when a rule names nothing of its own. Empty: the words are left out. */
const byCategory: Record<SafetyCategory, string> = {
  hate: 'silly',
  sexual: '',
  violence: 'play',
  'self-harm': 'feel better with a friend',
  scary: 'a funny surprise',
  'unsafe-to-imitate': 'play with a grown-up',
  'personal-data': '',
  brand: 'a friend of her own',
  'bedtime-tone': 'rest',
  'prompt-injection': '',
};

/** What is told when nothing of a wish is left. */
const nothingLeft = { en: 'a small animal on a quiet evening walk', ja: 'しずかな夕方のおさんぽ' };

/**
 * The wish told gently: what a guard marked is reworded or left out, the rest stays as it was written.
 * @param wish The text that was judged.
 * @param result What the guard said about it. `allow`: the wish comes back as it is.
 */
export function softenWish(wish: string, result: ModerationResult): string {
  if (result.verdict === 'allow') return wish;
  const hits = findHits(wish);
  const marked = result.spans.map((span) => {
    const hit = hits.find(({ offset, category }) => offset === span.offset && category === span.category);
    return hit ?? { ...span, head: span.length, form: 0 };
  });
  return rewrite(wish, marked);
}

/** Rewrites hits, the last first so that offsets stay true. Of overlapping ones the longest is rewritten. */
export function rewrite(text: string, hits: Hit[]): string {
  const chosen: Hit[] = [];
  for (const hit of hits.toSorted((a, b) => b.head - a.head)) {
    const overlaps = chosen.some(
      (other) => hit.offset < other.offset + other.head && other.offset < hit.offset + hit.head,
    );
    if (!overlaps) chosen.push(hit);
  }
  let softened = text;
  for (const hit of chosen.toSorted((a, b) => b.offset - a.offset)) softened = replace(softened, hit);
  const tidy = softened
    .replace(/\s+([,.;:!?])/g, '$1')
    .replace(/([,;:]\s*)+([,;:.!?])/g, '$2')
    .replace(/(?:\b(?:and|or|with|to|the|a|at|is|on|from)\s*)+([.!?]|$)/gi, '$1')
    .replace(/\s{2,}/g, ' ')
    .replace(/^[\s,;:.!?–-]+|[\s,;:–-]+$/g, '');
  if (/[\p{L}]{2}/u.test(tidy)) return tidy;
  return /[\u3040-\u30ff\u3400-\u9fff]/.test(text) ? nothingLeft.ja : nothingLeft.en;
}

function replace(text: string, hit: Hit): string {
  const isJapanese = /[\u3040-\u30ff\u3400-\u9fff]/.test(text.slice(hit.offset, hit.offset + hit.length));
  if (hit.category === 'prompt-injection') return withoutSentence(text, hit);
  const template = hit.instead ?? (isJapanese ? '' : byCategory[hit.category]);
  const words = template
    .split(' ')
    .map((word, index) => inflect(index === 0 && verbs.has(word) ? `${word}+v` : word, hit.form))
    .join(' ');
  const own = text.slice(hit.offset, hit.offset + hit.head);
  const possessive = words !== '' && /['’]s$/.test(own) ? "'s" : '';
  let before = text.slice(0, hit.offset);
  if (/^(?:a|an|the) /.test(words)) before = before.replace(/\b(?:an?|the|my|your|his|her)\s+$/i, '');
  else if (words !== '')
    before = before.replace(/\b(a)n?(\s+)$/i, (_all, article: string, space: string) =>
      fitArticle(article, space, words),
    );
  const isStart = /^\s*$/.test(before) && /^\p{Lu}/u.test(own);
  const said = isStart ? words.charAt(0).toUpperCase() + words.slice(1) : words;
  return before + said + possessive + text.slice(hit.offset + hit.head);
}

function fitArticle(article: string, space: string, words: string): string {
  return (/^[aeiou]/i.test(words) ? `${article}n` : article) + space;
}

/** First words of replacements that take the form of the verb they replace. */
const verbs = new Set(
  'fall find rest invite tickle hug play tell paddle eat switch drink walk climb stay ask wear go visit feel learn help cheer pat look'.split(
    ' ',
  ),
);
const irregular: Readonly<Record<string, string>> = {
  make: 'made',
  sleep: 'slept',
  wake: 'woke',
  find: 'found',
  blow: 'blew',
  fall: 'fell',
  tell: 'told',
  eat: 'ate',
  drink: 'drank',
  wear: 'wore',
  go: 'went',
  feel: 'felt',
};

function inflect(word: string, form: number): string {
  const match = /^(.+)\+([vn])$/.exec(word);
  if (!match) return word;
  const [, base = '', kind] = match;
  const forms = kind === 'v' ? verbForms(base) : nounForms(base);
  if (kind === 'v' && form === 2 && irregular[base]) return irregular[base];
  const spellings = forms[form] ?? [base];
  const isShort = (base.match(/[aeiou]+/g) ?? []).length === 1;
  return (isShort ? spellings.at(-1) : spellings[0]) ?? base;
}

/** Orders to the author go with the whole sentence they stand in. */
function withoutSentence(text: string, { offset, length }: Hit): string {
  const before = text.slice(0, offset);
  const start = Math.max(...['.', '!', '?', '\n', '。', '！', '？', ';'].map((mark) => before.lastIndexOf(mark))) + 1;
  const after = text.slice(offset + length);
  const end = /[.!?\n。！？;]/.exec(after);
  return `${text.slice(0, start)} ${end ? after.slice(end.index + 1) : ''}`;
}

/** Softens again until a judge is content, at most four times; undefined when it never is. */
export function softenUntil(
  wish: string,
  first: ModerationResult,
  judge: (text: string) => ModerationResult,
): string | undefined {
  let text = wish;
  let result = first;
  for (let round = 0; round < 4; round++) {
    const next = softenWish(text, result);
    if (next === text) return undefined;
    text = next;
    result = judge(text);
    if (result.verdict === 'allow') return text;
  }
  return undefined;
}
