/** Words before a command that ask nicely or call, without meaning of their own. */
const openings =
  /^(?:(?:hey|hi|hello|ok|okay|yes|yeah|so|well|now|and|then|um+|uh+|er+|hmm+|ah+|oh|please|kindly|kinora|canora|kenora|can you|could you|would you|will you|can we|could we|i want you to|i want to|i would like to|i'd like to|i want|i'd like|i would like|let's|let us|let me|just|maybe|try to|try|go ahead and|you can|we should|it should be|i need|show me how to|actually|like)(?:[\s,.!:;-]+|$))+/u;

const closings =
  /(?:[\s,.!;-]+(?:please|now|thanks|thank you|for me|kinora|okay|ok|right now|if you can|will you|would you|again please|you know|um+|uh+|then|immediately|already))+$/u;

const japaneseOpenings =
  /^(?:(?:えーと|えーっと|えっと|えと|あの|あのー|その|そのー|うーん|ええと|ねえ|ねぇ|じゃあ|じゃ|では|それでは|はい|さあ|キノラ|きのら|ヘイ|オッケー|すみません|お願い|ちなみに)[、,。\s]*)+/u;

const japaneseClosings =
  /(?:して)?(?:ください|下さい|お願いします|お願い|おねがい|ほしい|ほしいな|ほしいです|欲しい|くれる|くれない|もらえる|もらえますか|くれますか|ちょうだい|頂戴|みて|みよう|しよう|ね|よ|な|かな|です)+$/u;

/** Near misses of speech recognition, and what was said. */
const mishearings: readonly (readonly [RegExp, string])[] = [
  [/\bblew\b/g, 'blue'],
  [/\b(more|less) (?:read|rad)\b/g, '$1 red'],
  [/\b(?:free's|frees|free is|freese|freeze it up|threes)\b/g, 'freeze'],
  [/\bgo (?:life|alive|love|lie)\b/g, 'go live'],
  [/\b(?:water collar|water caller|what a colour|what a color|water cooler)\b/g, 'watercolour'],
  [/\b(?:and a may|any may|annie may|a nime|animate style)\b/g, 'anime'],
  [/\b(?:pass tell|pass tail|past tell)\b/g, 'pastel'],
  [/\b(?:most a|moe zaic|mow zaic)(?:ik|ic)?\b/g, 'mosaic'],
  [/\b(?:oil panting|oil pain ting|oil paint in|royal painting)\b/g, 'oil painting'],
  [/\b(?:pencils? drawing|pencil drying|pen so)\b/g, 'pencil drawing'],
  [/\b(?:knee on|neo n|knee own)\b/g, 'neon'],
  [/\bstain(?:ed)? (?:class|grass|last)\b/g, 'stained glass'],
  [/\bpick sell\b/g, 'pixel'],
  [/\b(?:wreck hoard|wreck cord|re cord|reckon)\b/g, 'record'],
  [/\bunfree's\b/g, 'unfreeze'],
  [/\b(?:brighten|lighten)(?: it)?(?: up)?\b/g, 'brighter'],
  [/\bdarken(?: it)?(?: down)?\b/g, 'darker'],
];

/**
 * The bare command in what somebody typed or said: small letters, no punctuation at the ends, no "please", no wake word, no
 * "um", and recognition's usual near misses put right.
 */
export function cleanSpeech(said: string): string {
  let text = said.normalize('NFKC').toLowerCase().replaceAll('’', "'").replaceAll(/\s+/g, ' ');
  text = text.replaceAll(/\b(?:um+|uh+|erm|hmm+)\b[,\s]*/g, ' ').trim();
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replaceAll(/^[\s、。，．,.!！?？…~〜:;"'「」『』-]+|[\s、。，．,.!！?？…~〜:;"「」『』-]+$/gu, '');
    text = text.replace(openings, '').replace(closings, '').replace(japaneseOpenings, '');
    const shorter = text.replace(japaneseClosings, '');
    // What is left of a short word would be none.
    if (shorter.length >= 2 || /^\p{Script=Han}$/u.test(shorter)) text = shorter;
  }
  for (const [wrong, right] of mishearings) text = text.replaceAll(wrong, right);
  return text.trim();
}
