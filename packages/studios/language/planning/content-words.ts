/** English words that say nothing of the topic. */
const stopWords = new Set(
  `a about actually after again all almost already also always am an and another any anyone anything are aren't around as at away back
  be because been before being but by came can can't cannot come comes coming could couldn't did didn't do does doesn't doing don't done
  down each else even ever every everyone everything few first for from get gets getting go goes going gonna good got gotta guess guys had
  has have haven't having he he's her here here's hey him his how i i'd i'll i'm i've if in into is isn't it it's its just kind kinda know
  last let let's like little look looks lot make makes many maybe me mean more most much my myself need never new next nice no not nothing
  now of off oh ok okay on one only or other our out over people please pretty put quite really right said same saw say says see she she's
  should so some somebody someone something sorry sort still such sure take tell than thank thanks that that's the their them then there
  there's these they they're thing things think this those though three through time to today too try two uh um under until up us use very
  wait wanna want was wasn't way we we'll we're we've well went were what what's when where which while who why will with without won't
  would wow yeah yes yet you you'd you'll you're you've your`.split(/\s+/),
);
/** Japanese words of kanji or katakana that say nothing of the topic. */
const emptyWords = new Set(
  '今日 今 何 時 人 事 物 方 私 僕 俺 君 皆 自分 感じ 本当 全部 一番 最近 昨日 明日 多分 絶対 結構 普通 意味 気 前 後 中 上 下 度 回 一回 一個 言 思 見 行 来 出 入 聞 知 使 食 待 分 持 作 取 書 読 始 終 大丈夫 場合 一緒 最後 最初 次 他 誰 日 年 月 マジ ホント ヤバ ちょっと'.split(
    ' ',
  ),
);

/**
 * Words of a text that tell what it is about: runs of kanji, of katakana, and English words that aren't function words, in a common
 * form. Japanese words needn't be divided exactly for counting how often they come again.
 */
export function contentWords(text: string): string[] {
  const words: string[] = [];
  for (const [run] of text.matchAll(/[\p{Script=Han}々]+|[ァ-ヴー]{2,}|[A-Za-z][A-Za-z'’]+/gu)) {
    if (/^[A-Za-z]/.test(run)) {
      const word = run.toLowerCase().replaceAll('’', "'");
      if (!stopWords.has(word) && !/^w+$/.test(word) && word.length > 2) words.push(stem(word));
    } else if (!emptyWords.has(run) && !/^[一二三四五六七八九十百千万]+[個回人本枚年月日時分秒]?$/.test(run))
      words.push(run);
  }
  return words;
}

/** Plurals and verb endings off, as far as needed to count words together. */
function stem(word: string): string {
  const plain = word.replace(/'s?$/, '');
  if (plain.length > 5 && plain.endsWith('ing')) return plain.slice(0, -3);
  if (plain.length > 4 && plain.endsWith('ies')) return `${plain.slice(0, -3)}y`;
  if (plain.length > 4 && plain.endsWith('ed')) return plain.slice(0, -2);
  return plain.length > 3 && plain.endsWith('s') && !plain.endsWith('ss') ? plain.slice(0, -1) : plain;
}
