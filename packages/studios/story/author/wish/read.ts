import nlp from 'compromise';
import type { Kind, PlaceId } from '../lexicon/types.ts';
import { findKind, guessKind } from '../lexicon/kinds/index.ts';
import { placeWords } from '../lexicon/places.ts';
import { goalOf, type GoalKind } from '../lexicon/goals.ts';
import { traitOf, type TraitId } from '../lexicon/traits.ts';
import { past, singular } from '../prose/english.ts';
import { readAim, type Aim } from './aim.ts';
import { readEmoji } from './emoji.ts';

/** Somebody the wish names. */
export type WishHero = {
  kind: Kind;
  /** The word of the wish: "axolotl". */
  noun: string;
  /** A name the wish gives. */
  name?: string;
  pronoun?: 'he' | 'she';
  /** Adjectives that are no trait of ours: "purple". */
  adjectives: string[];
};

/** A wish as understood. */
export type Wish = {
  text: string;
  heroes: WishHero[];
  traits: TraitId[];
  /** What the hero is afraid of, as a noun phrase: "the dark". */
  afraidOf?: string;
  /** What the hero wants, as a verb phrase in the base form: "see the sea". */
  goal?: { phrase: string; kind: GoalKind };
  /** What the heroes do, when it makes a plot of its own. */
  aim?: Aim;
  /** What the hero cannot do, as a verb phrase. */
  cannot?: string;
  /** What was lost or is looked for, a bare noun: "blanket". */
  lost?: string;
  /** A thing that two heroes look after: "egg". */
  kept?: string;
  /** Where the hero is for the first time: "school", or a house that is moved to. */
  first?: { what: string; isMove: boolean };
  /** Whom or what the hero misses or loves, as in the wish. */
  misses?: string;
  loves?: string;
  /** What the hero does all day: "mend clocks". */
  habit?: string;
  places: PlaceId[];
  /** Things named, bare nouns in the singular. */
  things: string[];
  /** What the wish says of the hero, for the present and the past: "is too big for the bath". */
  state?: { present: string; past: string };
  /** Words of meaning that found no other use; they still come up. */
  leftovers: string[];
  tone: 'funny' | 'gentle';
};

const leadIn =
  /^(?:(?:please|hi|hello|hey)\b[,!]?\s*)?(?:(?:can|could|would|will) you (?:please )?)?(?:i(?:'d| would)? (?:want|like|love|wish for) (?:to hear )?)?(?:(?:tell|write|read|make|give)(?: me| us)?\s*)?(?:(?:an?|the|some|one)\s+)?(?:(?:very |really )?(?:[a-z]+ )?(?:bedtime |short |long |little |good ?night )*(?:(?:story|stories|tale)\b|book(?= about| of| where))\s*)?(?:about|of|where|in which|with)?\s*/i;
const clause =
  /\b(?:who|that|which|whose|called|named|with|and|in|on|at|under|from|wants?|wanted|is|was|are|has|had|can't|cannot|can|could|looking|searching|afraid|scared|going|goes|finds?|learns?|makes?|meets?|loses?|lost|trying|tries|because|but|without|by|near|inside|doesn't|does|does not|doesnt|cant|to|for|nobody|no one|everybody|everyone|needs?|misses|loves?|likes?|hates?)\b|[,.;:!?]/i;
const stop = new Set(
  "a an the and or but who that which whose what when where why how is am are was were be been being has have had having do does did done doing don't doesn't didn't not no never can can't cannot could couldn't will would won't shall should may might must want wants wanted like likes liked love loves to of in on at by for with without from into onto over under about after before up down out off then than so very too really just some any all each every one two three his her its their my your our him them it he she they i me we us you this that these those there here because if while also story stories tale book bedtime please tell write make made go goes going get gets got called named name lives live living always only still again day time little bit once upon end good night new old big small thing things something someone somebody friend friends lot lots many much more most other another own".split(
    ' ',
  ),
);

/** Understands a wish. Every word of meaning ends in a slot or among the leftovers. */
export function readWish(text: string): Wish {
  const plain = normalise(text).replace(/[,\s]*\b(?:please|thanks|thank you)[.!\s]*$/i, '');
  const body = plain.replace(leadIn, '').trim() || plain;
  const lower = body.toLowerCase();
  const wish: Wish = {
    text,
    heroes: [],
    traits: [],
    places: [],
    things: [],
    leftovers: [],
    tone: /\b(funny|silly|laugh|joke|giggl)/i.test(text) ? 'funny' : 'gentle',
  };
  readHeroes(body, wish);
  readClauses(lower, wish);
  readLoss(lower, wish);
  const aim = wish.cannot ? null : readAim(lower, wish.heroes.length);
  if (aim) wish.aim = aim;
  for (const word of lower.match(/[a-zà-ÿ'-]+/g) ?? []) {
    const trait = traitOf(word);
    if (trait && !wish.traits.includes(trait)) wish.traits.push(trait);
  }
  const too = /\btoo (big|small|little|loud|fast|slow|old|quiet|shy|short|tall|large|tiny)(?:ly)?\b/.exec(lower)?.[1];
  const size = too
    ? (({ little: 'small', short: 'small', tiny: 'small', tall: 'big', large: 'big' } as Record<string, string>)[too] ??
      too)
    : '';
  if (size && !wish.traits.includes(size as TraitId)) wish.traits.push(size as TraitId);
  const first = readFirst(lower);
  if (first) wish.first = first;
  const kept =
    /\b(?:and|finds?|with|share|over|minds?|has|have) (?:an?|the|one|their) (?:[a-z]+ )?(egg|nest|boat|raft|seed)\b/.exec(
      lower,
    )?.[1];
  if (
    kept &&
    !wish.aim &&
    (!wish.goal || /^(?:find|have|do)$/.test(wish.goal.kind)) &&
    (wish.heroes.length > 1 || /egg|nest/.test(kept))
  )
    wish.kept = kept;
  readState(body, wish);
  readPlaces(lower, wish);
  readLeftovers(body, wish);
  return wish;
}

function normalise(text: string): string {
  return readEmoji(text)
    .normalize('NFKC')
    .replace(/[‘’]/g, "'")
    .replace(/[“”"]/g, '')
    .replace(/\bbitch\b/gi, 'dog')
    .replace(/\bbitches\b/gi, 'dogs')
    .replace(/\p{Cf}|\p{Cc}/gu, ' ')
    .replace(/\b(can|do|does|did|is|was|will|would|could)nt\b/gi, "$1n't")
    .replace(/\bcan n't\b/gi, "can't")
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 500);
}

function readHeroes(body: string, wish: Wish): void {
  if (
    /^(?:feeling|being|how|when|why|not|saying|waiting|losing|moving|having|getting|learning|missing|sharing|what|going|nobody|everybody|my best friend|(?:my |the )?first (?:day|time|night))\b/i.test(
      body,
    )
  ) {
    const child = findKind('child');
    if (child) wish.heroes.push({ kind: child, noun: 'child', adjectives: [] });
    for (const [pattern, trait] of themes)
      if (pattern.test(body) && !wish.traits.includes(trait)) wish.traits.push(trait);
    return;
  }
  const cut = clause.exec(body);
  const head = cut && cut.index > 0 ? body.slice(0, cut.index) : cut ? '' : body;
  const first = heroIn(head) ?? knownIn(body) ?? nounIn(body);
  if (first) wish.heroes.push(first);
  const after = cut ? body.slice(cut.index) : '';
  const partner =
    /^(?:and|,)\s+((?:an?|the|his|her|their|my|its)\s+[\w' -]+?)(?=\s+(?:who|that|which|are|is|were|want|go|have|make|find|meet|build|on|in|at|by|try|learn|become|look|with)\b|[,.;!?]|$)/i.exec(
      after,
    ) ??
    /\b(?:friends? with|meets?|makes? friends with|befriends?|helps?|races?|and)\s+((?:an?|the|his|her|their)\s+[\w'-]+(?:\s[\w'-]+){0,2})/i.exec(
      after,
    );
  const company = companyIn(after, wish.heroes[0]);
  if (company.length > 1) wish.heroes.push(...company);
  else if (partner && wish.heroes.length) {
    const second = heroIn(partner[1] ?? '');
    if (
      second &&
      second.noun !== wish.heroes[0]?.noun &&
      (findKind(second.noun) || /^(?:and|,)\s+(?:an?|the)\b/.test(after))
    )
      wish.heroes.push(second);
  }
  const hero = wish.heroes[0];
  if (!hero) return;
  // A thing is no friend where there are heroes to mind it.
  const isCrew = /^(?:two|three|a pair|a couple|both)\b/i.test(body);
  wish.heroes = wish.heroes.filter(
    ({ noun }, i) =>
      i === 0 || !(isCrew || wish.heroes.length > 2 ? /^(?:egg|nest|boat|raft|seed)$/ : /^(?:egg|nest)$/).test(noun),
  );
  // Two of a kind are two heroes.
  if (
    wish.heroes.length === 1 &&
    /^(?:two|three|four|2|3|4|a pair of|a couple of|both)\b|^(?:the )?(?:\w+ )?(?:twins|best friends)\b/i.test(body) &&
    hero.noun !== 'child'
  )
    wish.heroes.push({ ...hero });
  const name = /\b(?:called|named)\s+([\p{L}][\p{L}'-]+)/iu.exec(body)?.[1];
  if (name) hero.name = name[0]?.toUpperCase() + name.slice(1);
  const rest = body.slice(head.length);
  if (/\b(her|herself|she)\b/i.test(rest) && !/\b(his|himself|he)\b/i.test(rest)) hero.pronoun = 'she';
  else if (/\b(his|himself|he)\b/i.test(rest) && !/\b(her|herself|she)\b/i.test(rest)) hero.pronoun = 'he';
}

/** The others of three or more heroes: "a cat, a dog and a mouse" has a dog and a mouse besides the cat. */
function companyIn(after: string, first: WishHero | undefined): WishHero[] {
  const list =
    /^(?:\s*(?:,\s*and|,|and)\s+(?:an?|the|his|her|their|my|its)\s+(?:(?!and\b|who\b|that\b)[\w'-]+\s*?){1,2}?){2,4}(?=\s+(?!and\b)[a-z]|[.;!?]|$)/i.exec(
      after,
    )?.[0];
  const found = (list ?? '')
    .split(/\s*,\s*(?:and\s+)?|\s*\band\s+/i)
    .filter(Boolean)
    .flatMap((phrase) => heroIn(phrase) ?? []);
  const nouns = [first?.noun, ...found.map((hero) => hero.noun)];
  return new Set(nouns).size === nouns.length ? found.slice(0, 2) : [];
}

/** Themes of wishes that name a feeling and no hero. */
const themes: [RegExp, TraitId][] = [
  [/left out|no friend|moved away/i, 'lonely'],
  [/sorry|angry|bad day/i, 'angry'],
  [/los(?:e|ing)/i, 'proud'],
  [/shar/i, 'jealous'],
  [/goodbye|sad|miss/i, 'sad'],
  [/brave|dentist|doctor/i, 'brave'],
  [/small/i, 'small'],
  [/wait|birthday/i, 'impatient'],
  [/listen/i, 'quiet'],
  [/why|what/i, 'curious'],
  [/moving|new\b|first/i, 'new'],
];

/** The hero of a noun phrase: its last known kind, else its last noun. */
function heroIn(phrase: string): WishHero | null {
  const person = /^\s*([A-Z][a-zà-ÿ]{2,})(?:\s|$)/.exec(phrase)?.[1];
  const words = phrase.toLowerCase().match(/[\p{L}'-]+/gu) ?? [];
  const content = words.filter(
    (word) =>
      ![
        'a',
        'an',
        'the',
        'my',
        'our',
        'some',
        'his',
        'her',
        'their',
        'its',
        'this',
        'that',
        'one',
        'two',
        'three',
        'four',
      ].includes(word),
  );
  for (let size = Math.min(3, content.length); size > 0; size--) {
    for (let end = content.length; end >= size; end--) {
      const noun = content
        .slice(end - size, end)
        .map((word, i, all) => (i === all.length - 1 ? singular(word.replace(/'s$/, '')) : word))
        .join(' ');
      const kind = findKind(noun);
      if (kind) return { kind, noun, adjectives: descriptions(content.slice(0, end - size), noun) };
    }
  }
  const last = content.at(-1);
  if (!last || last.length < 2 || last.length > 18) return null;
  if (person && content.length === 1 && !findKind(last)) return named(person);
  const noun = singular(last.replace(/'s$/, ''));
  if (traitOf(noun) || stop.has(noun) || !/[a-zà-ÿ]{2}/.test(noun)) return null;
  if (/(?:ing|ly)$/.test(noun) && content.length === 1) return null;
  return { kind: guessKind(noun, phrase), noun, adjectives: descriptions(content.slice(0, -1), noun) };
}

function named(name: string): WishHero {
  const kind = findKind('child');
  if (!kind) throw new RangeError('The lexicon has no child.');
  return { kind, noun: 'child', name, adjectives: [] };
}

function knownIn(body: string): WishHero | null {
  const words = body.toLowerCase().match(/[\p{L}'-]+/gu) ?? [];
  for (let i = 0; i < words.length; i++) {
    for (const size of [3, 2, 1]) {
      const noun = words
        .slice(i, i + size)
        .map((word, j) => (j === size - 1 ? singular(word) : word))
        .join(' ');
      const kind = findKind(noun);
      if (kind) return { kind, noun, adjectives: [] };
    }
  }
  if (/\b(i|my|me|we|our)\b/i.test(body)) {
    const child = findKind('child');
    if (child) return { kind: child, noun: 'child', adjectives: [] };
  }
  return null;
}

function nounIn(body: string): WishHero | null {
  const tags = nlp(body).json({ terms: { tags: true } }) as {
    terms: { text: string; normal: string; tags: string[] }[];
  }[];
  for (const { terms } of tags) {
    for (const term of terms) {
      if (term.tags.includes('FirstName') || (term.tags.includes('Person') && /^\p{Lu}/u.test(term.text)))
        return named(capitalised(term.text));
    }
    const noun = terms.find(
      (term) =>
        term.tags.includes('Noun') &&
        !term.tags.includes('Pronoun') &&
        /^[a-zà-ÿ]{3,14}$/.test(term.normal) &&
        !stop.has(term.normal),
    );
    if (noun && !placeWords.has(noun.normal) && !traitOf(noun.normal)) {
      const word = singular(noun.normal);
      return { kind: guessKind(word, body), noun: word, adjectives: [] };
    }
  }
  return null;
}

function capitalised(text: string): string {
  const letters = text.replace(/[^\p{L}'-]/gu, '');
  return letters.charAt(0).toUpperCase() + letters.slice(1).toLowerCase();
}

function descriptions(words: string[], noun: string): string[] {
  return words
    .filter(
      (word) =>
        !traitOf(word) &&
        !stop.has(word) &&
        word !== noun &&
        !/^(very|really|who|funny|silly|story|about)$/.test(word) &&
        !word.endsWith("'s"),
    )
    .slice(-1);
}

/** "My teddy is lost" is told of the child who has lost it, not of the teddy. */
function readLoss(text: string, wish: Wish): void {
  const thing = /^(?:i (?:have )?lost )?my ([a-z' -]{2,24}?)(?: (?:is|got|has gone|went) (?:lost|missing|gone)|$)/.exec(
    text,
  )?.[1];
  const lost = thing && /\b(?:lost|missing|gone)\b/.test(text) ? headNoun(thing) : null;
  const child = findKind('child');
  if (!lost || !child) return;
  wish.lost = lost;
  wish.heroes = [{ kind: child, noun: 'child', adjectives: [] }];
  wish.traits = wish.traits.filter((trait) => trait !== 'lost' && trait !== 'missing');
}

const stopAt =
  "(?=$|[.,;!?]| but | because | so that | when | until | while | and (?:is|has|was|finds?|gets?|makes?|then|he|she|they|it|who|wants?|can't|meets?|learns?|helps?|loses?|goes)\\b| who )";

/** A first day somewhere, or a move to another house. */
function readFirst(text: string): Wish['first'] | null {
  if (
    /\bmov(?:es?|ing|ed) (?:house|home|to (?:an?|the|his|her|their) (?:[a-z]+ )?(?:house|home|flat|den|burrow|nest))\b/.test(
      text,
    )
  )
    return { what: 'the new house', isMove: true };
  const what =
    /\bfirst (?:day|time|night|morning) (?:at|in|of|on) (?:the |his |her |their |a )?([a-z -]+?)(?=$|[.,;!?]| (?:and|but|who|because|when)\b)/.exec(
      text,
    )?.[1] ??
    /\b(?:new (?:at|to)|starts?|starting) (school|kindergarten|nursery|preschool|playgroup|daycare)\b/.exec(text)?.[1];
  return what && what.split(' ').length <= 3 ? { what, isMove: false } : null;
}

function readClauses(text: string, wish: Wish): void {
  const take = (pattern: string) => new RegExp(`${pattern}\\s+(.+?)${stopAt}`).exec(text)?.[1]?.trim();
  const afraid = take('\\b(?:afraid|scared|frightened|terrified|fear|fears|worried|nervous)(?: about| of)?');
  if (afraid) {
    if (/\b(dark|darkness|night)\b/.test(afraid)) wish.traits.push('dark');
    else wish.traits.push('afraid');
    wish.afraidOf = nounPhrase(afraid.replace(/^to /, '')) ?? afraid;
  }
  if (
    /(?:\bnot|n't|\bnever|\bno) (?:want |wants |wanted |like |likes )?(?:to )?(?:go(?:ing)? to )?(?:bed|sleep|bedtime|nap)|not (?:tired|sleepy)|cancel\w* bedtime|stay(?:s|ing)? (?:up|awake)|(?:hates?|no) bedtime/.test(
      text,
    )
  ) {
    wish.traits.push(/can(?:'t|not| not) (?:get to |fall |go to )?(?:sleep|asleep)/.test(text) ? 'sleepless' : 'awake');
  } else if (
    /can(?:'t|not| not|n't) (?:get to |fall |go to )?(?:sleep|asleep)|(?:trying|tries|wants|wanted) to (?:sleep|fall asleep)|could not sleep|couldn't sleep/.test(
      text,
    )
  )
    wish.traits.push('sleepless');
  if (/\b(?:new |baby |little |bab)+(?:brother|sister|sibling|baby)\b/.test(text)) wish.traits.push('sibling');
  if (/\b(?:first day|new school|starts? school|going to school|moves? (?:to|house)|moving)\b/.test(text))
    wish.traits.push('new');
  const lost = take(
    "\\b(?:looking for|looks for|searching for|searches for|lost|loses|can(?:'t|not) find|missing|seeking|hunting for|in search of|finding|finds)(?: an?| the| his| her| its| their| my| some)?",
  );
  if (lost && !wish.traits.includes('awake')) {
    const thing = /^(?:in|at|on|under|near|by|inside)\b/.test(lost) ? null : headNoun(lost);
    if (thing && /look|search|lost|loses|find|miss|hunt|seek/.test(text)) {
      if (/\b(?:finding|finds)\b/.test(text) && !/\b(?:lost|look|search)/.test(text))
        wish.goal = { phrase: basePhrase(/\b(?:finding|finds)\b.*/.exec(text)?.[0] ?? lost), kind: 'find' };
      else wish.lost = thing;
    }
  }
  if (/\b(?:is|was|gets?|got|who's|are) lost\b|lost in\b|way home/.test(text)) wish.traits.push('lost');
  const misses = take('\\b(?:misses|missing|missed)');
  if (misses && !wish.lost) {
    wish.misses = misses;
    wish.traits.push('missing');
  }
  const loves = take('\\b(?:loves|likes|adores|enjoys|collects)(?: to)?');
  if (loves) wish.loves = loves;
  const cannot = take(
    "\\b(?:can't|cannot|can not|couldn't|could not|isn't able to|is not able to|never learned to|doesn't know how to|forgot how to|unable to)",
  );
  if (cannot && !/sleep|find/.test(cannot)) wish.cannot = basePhrase(cannot);
  const refuses = take(
    "\\b(?:doesn't|does not|didn't|did not|won't|will not|don't|refuses to|never) (?:want to|like to|wants to)?",
  );
  const goal = new RegExp(
    `\\b(?:(?<!not |n't )wants?|wanted|wish(?:es)?|wished|would like|longs?|hopes?|hoped|tries|trying|learns?|learning|learnt|needs?|dreams? of|dreaming of|decides?|has|must|going|is about|sets? (?:out|off))(?: how)?(?: to)? (?=(?!for |an? |the |his |her |their |him |to |in |on |by |bed)[a-z])(.+?)${stopAt}`,
  )
    .exec(text)?.[1]
    ?.trim();
  if (goal && !refuses && !wish.goal && !/^(?:been|not|no|lost|never|always|very|so|too|friends?$)\b/.test(goal)) {
    const phrase = /^(?:school|camp|town|nursery|space|sea|church|work|hospital)\b/.test(goal)
      ? `go to ${goal}`
      : basePhrase(goal);
    if (phrase && !/sleep$|^sleep|go to bed/.test(phrase)) wish.goal = { phrase, kind: goalOf(phrase) };
  }
  if (!wish.goal && !wish.lost && !wish.cannot) {
    const wanted =
      /\b(?:wants?|wanted|wishes for|wished for|needs?|dreams of|longs for)\s+((?:an?|the|his|her|their|to be|some)\s+.+?)(?=$|[.,;!?]| but )/.exec(
        text,
      )?.[1];
    if (wanted) {
      const phrase = wanted.startsWith('to be ') ? wanted.slice(3) : `have ${wanted}`;
      wish.goal = { phrase, kind: goalOf(phrase) };
    }
  }
  if (!wish.goal && wish.heroes.length > 1) {
    const together =
      /\b(?:go|build|bake|make|find|share|race|swap|play|sing|dance|fish|travel|sail|plant|open|cook|visit|meet)\b.*?(?=$|[.,;!?]| but )/.exec(
        text,
      )?.[0];
    if (together) wish.goal = { phrase: together, kind: goalOf(together) };
  }
  if (!wish.goal && !wish.lost && !wish.cannot && wish.traits.length === 0) {
    const does =
      /\b(?:goes|flies|sails|travels|visits|builds|bakes|makes|finds|learns|meets|becomes|rides|climbs|wins|plants|paints|sings|swims|dances|saves|helps|opens|starts|runs|plays|mends|digs|discovers|catches|throws|has)\b.*?(?=$|[.,;!?]| but | and (?:finds|gets|then))/.exec(
        text,
      )?.[0];
    if (does) {
      const phrase = basePhrase(does);
      if (/\bwho (?:mends|digs|bakes|sings|paints|plays|makes|builds|plants|catches)\b/.test(text)) wish.habit = phrase;
      else if (phrase) wish.goal = { phrase, kind: goalOf(phrase) };
    }
  }
  if (
    /\b(?:has no|without|no) friends?|make(?:s|ing)? (?:new |a )?friends?|friend\b.*\bwants?|wants? .*\bfriend/.test(
      text,
    )
  )
    wish.traits.push('lonely');
  // What nobody wants to do to the hero is what the hero would like.
  if (/\b(?:nobody|no one) (?:wants to |wants |will |would |ever )?hugs?\b/.test(text))
    wish.goal = { phrase: 'have a hug', kind: 'have' };
  if (/\bmeets\b|\bwants? to meet\b/.test(text) && !wish.goal)
    wish.goal = { phrase: basePhrase(take('\\bmeets') ?? 'make a friend'), kind: 'befriend' };
  wish.traits = [...new Set(wish.traits)];
}

/** A verb phrase in the base form: "goes to the moon" gives "go to the moon". */
function basePhrase(phrase: string): string {
  const words = phrase
    .replace(/^(?:to|be able to|how to)\s+/, '')
    .split(' ')
    .slice(0, 9);
  const verb = words[0] ?? '';
  const view = nlp(verb).tag('Verb') as unknown as { verbs(): { toInfinitive(): { text(): string } } };
  const base = view.verbs().toInfinitive().text() || verb;
  const special: Record<string, string> = {
    flies: 'fly',
    goes: 'go',
    does: 'do',
    has: 'have',
    going: 'go',
    flying: 'fly',
    being: 'be',
    is: 'be',
  };
  return [special[verb] ?? (/(?:s|ing|ed)$/.test(verb) ? base : verb), ...words.slice(1)].join(' ').trim();
}

function headNoun(phrase: string): string | null {
  const np = phrase.split(/ (?:in|on|at|of|under|from|with|that|who|and|before|after)\b/)[0] ?? '';
  const words =
    np
      .toLowerCase()
      .match(/[a-zà-ÿ'-]+/g)
      ?.filter(
        (word) =>
          ![
            'a',
            'an',
            'the',
            'his',
            'her',
            'its',
            'their',
            'my',
            'lost',
            'favourite',
            'favorite',
            'missing',
            'own',
            'for',
          ].includes(word),
      ) ?? [];
  if (!words.length || words.length > 3) return null;
  if (words.length === 1 && (stop.has(words[0] ?? '') || placeWords.has(words[0] ?? ''))) return null;
  return words.join(' ');
}

function nounPhrase(phrase: string): string | null {
  const np = phrase.split(/ (?:and|but|so|because|who|that|when)\b/)[0]?.trim() ?? '';
  return np && np.split(' ').length <= 5 ? np : null;
}

function readPlaces(text: string, wish: Wish): void {
  for (const [word, place] of placeWords) {
    if (
      new RegExp(`\\b${word}s?\\b`).test(text) &&
      !wish.places.includes(place) &&
      wish.heroes[0]?.noun !== word &&
      !(wish.aim?.kind === 'make' && wish.aim.whom?.includes(word)) &&
      !wish.heroes.some((hero) => hero.noun.includes(word))
    )
      wish.places.push(place);
  }
}

function readLeftovers(body: string, wish: Wish): void {
  const placed = [
    wish.heroes.map((hero) => `${hero.noun} ${hero.name ?? ''} ${hero.adjectives.join(' ')}`).join(' '),
    wish.afraidOf,
    wish.goal?.phrase,
    wish.cannot,
    wish.lost,
    wish.misses,
    wish.loves,
    wish.habit,
  ]
    .join(' ')
    .toLowerCase();
  const terms = (
    nlp(body).json({ terms: { tags: true } }) as { terms: { normal: string; tags: string[] }[] }[]
  ).flatMap((sentence) => sentence.terms);
  for (const { normal, tags } of terms) {
    const word = normal.replace(/'s$/, '');
    if (
      !/^[a-zà-ÿ-]{3,16}$/.test(word) ||
      stop.has(word) ||
      traitOf(word) ||
      placeWords.has(singular(word)) ||
      word === 'family' ||
      placed.includes(word.slice(0, 5)) ||
      placed.includes(singular(word).slice(0, 5))
    )
      continue;
    if (!tags.includes('Noun') || tags.includes('Pronoun') || tags.includes('Verb')) continue;
    const noun = singular(word);
    if (!wish.things.includes(noun) && wish.things.length < 3) wish.things.push(noun);
    else if (wish.leftovers.length < 3) wish.leftovers.push(noun);
  }
}

/** What is said of the hero, as a predicate: "who keeps forgetting" gives "kept forgetting". */
function readState(body: string, wish: Wish): void {
  const text = body.replace(/[.!?]+$/, '');
  const relative = /\b(?:who|that|which)\s+([a-z].+)$/i.exec(text)?.[1];
  const having = /^\S+(?:\s\S+){0,3}?\s+with\s+(.+)$/i.exec(text)?.[1];
  const doing =
    /^\S+(?:\s\S+){0,2}?\s+((?:looking|waiting|searching|going|trying|learning|dreaming|living|hiding|playing|sitting|flying)\b.+)$/i.exec(
      text,
    )?.[1];
  const predicate = relative ?? (having ? `has ${having}` : doing ? `is ${doing}` : undefined);
  if (!predicate || predicate.length > 70 || /^(?:i|we|you|he|she|it|they)\b/i.test(predicate)) return;
  const words = predicate.split(' ');
  const verb = (words[0] ?? '').toLowerCase();
  const rest = words.slice(1).join(' ');
  const special: Record<string, string> = {
    is: 'was',
    are: 'was',
    was: 'was',
    "isn't": 'was not',
    has: 'had',
    have: 'had',
    had: 'had',
    "can't": 'could not',
    cannot: 'could not',
    "doesn't": 'did not',
    "don't": 'did not',
    "didn't": 'did not',
    does: 'did',
    can: 'could',
    gets: 'got',
    keeps: 'kept',
    never: 'never',
    always: 'always',
    only: 'only',
    wants: 'wanted',
    says: 'said',
    lost: 'lost',
    fell: 'fell',
    found: 'found',
    forgot: 'forgot',
    got: 'got',
    went: 'went',
    left: 'left',
    ate: 'ate',
    broke: 'broke',
    cut: 'cut',
  };
  if (verb === 'never' || verb === 'always' || verb === 'only') {
    const inner = rest.split(' ');
    const second = (inner[0] ?? '').toLowerCase();
    wish.state = {
      present: predicate,
      past: `${verb} ${special[second] ?? past(basePhrase(second))} ${inner.slice(1).join(' ')}`.trim(),
    };
    return;
  }
  if (!special[verb] && !/(?:s|ed|t|n)$/.test(verb)) return;
  wish.state = {
    present: predicate,
    past: `${special[verb] ?? (verb.endsWith('ed') ? verb : past(basePhrase(verb)))} ${rest}`
      .trim()
      .replace(/\b(he|she|it) is\b/g, '$1 was')
      .replace(/\b(they) are\b/g, '$1 were'),
  };
}
