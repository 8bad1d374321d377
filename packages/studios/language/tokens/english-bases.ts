/** Irregular forms that are often taken for adjectives or nouns, with their verb. */
const irregular: Record<string, string> = {
  ate: 'eat',
  beaten: 'beat',
  bent: 'bend',
  bit: 'bite',
  bitten: 'bite',
  blew: 'blow',
  blown: 'blow',
  bound: 'bind',
  broke: 'break',
  broken: 'break',
  burnt: 'burn',
  caught: 'catch',
  chosen: 'choose',
  drawn: 'draw',
  drew: 'draw',
  driven: 'drive',
  drove: 'drive',
  drunk: 'drink',
  eaten: 'eat',
  fallen: 'fall',
  fed: 'feed',
  fell: 'fall',
  felt: 'feel',
  flew: 'fly',
  flown: 'fly',
  forgotten: 'forget',
  fought: 'fight',
  found: 'find',
  froze: 'freeze',
  frozen: 'freeze',
  given: 'give',
  grew: 'grow',
  grown: 'grow',
  held: 'hold',
  hid: 'hide',
  hidden: 'hide',
  hung: 'hang',
  kept: 'keep',
  knew: 'know',
  known: 'know',
  laid: 'lay',
  led: 'lead',
  lost: 'lose',
  made: 'make',
  meant: 'mean',
  met: 'meet',
  paid: 'pay',
  ran: 'run',
  rang: 'ring',
  rode: 'ride',
  rose: 'rise',
  said: 'say',
  sang: 'sing',
  sank: 'sink',
  seen: 'see',
  sent: 'send',
  shaken: 'shake',
  shook: 'shake',
  shot: 'shoot',
  shown: 'show',
  slept: 'sleep',
  slid: 'slide',
  sold: 'sell',
  spent: 'spend',
  spoke: 'speak',
  spoken: 'speak',
  stole: 'steal',
  stolen: 'steal',
  stood: 'stand',
  struck: 'strike',
  stuck: 'stick',
  stung: 'sting',
  swept: 'sweep',
  sworn: 'swear',
  taken: 'take',
  thought: 'think',
  threw: 'throw',
  thrown: 'throw',
  told: 'tell',
  took: 'take',
  tore: 'tear',
  torn: 'tear',
  wept: 'weep',
  woke: 'wake',
  woken: 'wake',
  won: 'win',
  wore: 'wear',
  worn: 'wear',
  wound: 'wind',
  written: 'write',
};

/** What the second half of a contraction is. */
const halves: Record<string, readonly string[]> = {
  "'m": ['be'],
  "'re": ['be'],
  "'ve": ['have'],
  "'ll": ['will'],
  "'d": ['would', 'had'],
};

const negatives: Record<string, string> = {
  "isn't": 'be',
  "aren't": 'be',
  "wasn't": 'be',
  "weren't": 'be',
  "haven't": 'have',
  "hasn't": 'have',
  "hadn't": 'have',
  "don't": 'do',
  "doesn't": 'do',
  "didn't": 'do',
  "can't": 'can',
  "won't": 'will',
};

/** Words after which 's is is or has and not a possessive. */
const subjects =
  /^(?:he|she|it|that|this|there|here|who|what|where|how|everyone|everybody|everything|someone|something|nobody|nothing|chat)'s$/;

/**
 * Base forms that a word may have beside the one that its sentence suggests: what is hidden in a contraction, and the verb of
 * a participle that was taken for a noun or an adjective (the grinding, I'm worn out).
 */
export function furtherBases(plain: string, lemma: string): readonly string[] {
  if (plain.includes("'")) {
    const negative = negatives[plain];
    if (negative !== undefined) return [negative];
    if (subjects.test(plain)) return ['be', 'have'];
    // A name or noun with is, has or a possessive after it is still that noun.
    if (plain.endsWith("'s")) return plain === "let's" ? [] : [plain.slice(0, -2)];
    return halves[plain.slice(plain.indexOf("'"))] ?? [];
  }
  const verb = irregular[plain];
  if (verb !== undefined) return verb === lemma ? [] : [verb];
  if (lemma !== plain) return [];
  const stem = /^([a-z]{3,})(?:ing|ed)$/.exec(plain)?.[1];
  if (stem === undefined || plain.endsWith('eed')) return [];
  return /([^aeiou])\1$/.test(stem) ? [stem, stem.slice(0, -1)] : [stem, `${stem}e`];
}
