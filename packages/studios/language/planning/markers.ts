/**
 * What a spoken sentence tells an editor. `highlight` and `cut` are orders about what came before; they are no part of the talk
 * and go themselves. `important` is said to the viewers, so it stays.
 */
export type MarkerOrder = 'highlight' | 'cut' | 'important';

const address =
  '(?:(?:はい|じゃ|あ|お|ちょっと|ごめん|えっと|えーと|編集(?:さん|の人|者)?|ねえ|よし|待って|やばい?|うわ)[、。,…！!っー\\s]*)*';
const part = '(?:ところ|とこ|部分|シーン|場面|やつ|話|発言|くだり|流れ|辺|へん)?[をはもが、\\s]*';
const that = `(?:今の|いまの|さっきの|ここ|この|これ|それ|そこ|あれ)${part}`;
const justNow = `(?:今の|いまの|さっきの)${part}`;
const please =
  '(?:して|しといて|しておいて|しとこう?|お願い(?:します|ね)?|頼む(?:わ|ね)?|ください|下さい|ちょうだい|ほしい|欲しい|で|ね|よ|な|よろしく|です|ー|、|\\s)*';

const patterns: readonly { order: MarkerOrder; pattern: RegExp }[] = [
  {
    order: 'cut',
    pattern: japanese(
      `(?:(?:${that})?カット${please}|${that}切(?:って|っといて|っておいて)${please}|${justNow}(?:使わないで|消して|消しといて|なかったことに|オフレコ|[無な]し)${please})`,
    ),
  },
  {
    order: 'highlight',
    pattern: japanese(
      `(?:(?:(?:${that})?(?:絶対|ちゃんと|ぜひ|誰か)?(?:クリップ|切り抜き|切り抜い|ブックマーク|ハイライト)|${that}(?:マーク|保存)|${justNow}(?:使って|使える|残して|残しといて))(?:ポイント|案件|確定|候補|て|といて|ておいて)?${please})`,
    ),
  },
  {
    order: 'important',
    pattern: japanese(
      `${that}(?:めっちゃ|めちゃくちゃ|すごく|すごい|超|本当に|ほんとに|マジで|一番|結構|かなり|テストに)*(?:大事|重要|大切|ポイント|肝心|出る|出ます|覚えて)(?:な)?(?:ところ|とこ|ポイント)?(?:おいて|といて|ください|下さい|です|だ|よ|ね|から|な|ー)*`,
    ),
  },
  {
    order: 'cut',
    pattern: english(
      "(?:cut (?:that|this|here)(?: (?:out|part|bit|one))*|cut it out of the video|cut the last (?:part|bit|one)|edit (?:that|this|it) out|(?:don't|do not) (?:use|keep) (?:that|this) (?:part|bit|one|clip)|scratch that)",
    ),
  },
  {
    order: 'highlight',
    pattern: english(
      '(?:(?:(?:someone|somebody|chat|you guys) )?(?:(?:should|can you|could you|gotta|have to) )?(?:(?:clip|bookmark|highlight) (?:that|this|it|here)|(?:save|mark) (?:that|this)|keep (?:that|this) (?:in|part|bit|clip|moment))(?: (?:one|clip|part|bit|moment))?|clip it|mark here|put a marker (?:here|there)|(?:clip|marker) (?:here|point)|marker)',
    ),
  },
  {
    order: 'important',
    pattern: english(
      "(?:this|that|this one|that one|this part)(?:'s| is| was) (?:(?:really|very|super|so|actually|pretty) )*(?:important|the key(?: point)?)|remember (?:this|that)(?: one)?",
    ),
  },
];

/**
 * What a sentence orders, if that is all it says: "save that" does, "I forgot to save that file" does not.
 * @returns Null for ordinary sentences.
 */
export function markerIn(text: string): MarkerOrder | null {
  if (text.length > 60) return null;
  const plain = text.trim().replaceAll('’', "'");
  return patterns.find(({ pattern }) => pattern.test(plain))?.order ?? null;
}

function japanese(body: string): RegExp {
  return new RegExp(`^${address}(?:${body})[。．.！!？?…、〜～ーｗw草笑\\s]*$`, 'u');
}

function english(body: string): RegExp {
  const head =
    "(?:(?:okay|ok|oh|ah|wait|hey|so|and|um|uh|yeah|yes|please|editor|nice|wow|haha|lol|right|alright|let's|let me|chat|oh my god|omg)[,.! ]+)*";
  const tail =
    '(?:[, ]+(?:please|for me|editor|editors|chat|guys|someone|later|thanks|thank you|right there|there|now|for (?:the |a |my |our )?(?:video|short|shorts|highlights?|clips?|edit|later|channel)))*';
  return new RegExp(`^${head}(?:${body})${tail}[.!?… ]*$`, 'iu');
}
