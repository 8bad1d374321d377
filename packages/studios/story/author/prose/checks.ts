import type { Script } from '../../schema.ts';
import { measure, sentencesOf, wordsOf } from '../level.ts';
import type { Plan } from '../plan/plan.ts';
import { singular } from './english.ts';

/** Words that no bedtime story for a small child needs. */
const unsafe =
  /\b(?:kill\w*|dead|death|die[ds]?|blood\w*|gun|guns|knife|murder\w*|weapon\w*|poison\w*|drunk|beer|wine|hate|hates|hated|devil|corpse|suicide)\b/i;
const moral = /\b(?:learned that|realised|always remember|the moral|an important lesson|from that day on)\b/i;
const marks = /[∅{}[\]<>~¶]|\bundefined\b|\bnull\b/;
const slips: [RegExp, string][] = [
  [
    /\b(?:on|at|of|to|for|with|from|behind|beside|round|under|about|without|like) (?:she|he|they)\b(?! (?:was|were|had|did|went|said|could|would|sat))/,
    'a subject pronoun behind a preposition',
  ],
  [/\b(?:said|asks|goes|whispered) (?:she|he)\b[.,]/, 'a tag with a pronoun'],
  [/\b(\w{3,}) \1\b(?! [a-z]+ed\b)/i, 'a doubled word'],
  [/(?<![“A-Z])[.!?]\s+[a-z]/, 'a sentence that starts small'],
  [/\ba [aeiou]\w+/i, 'a before a vowel'],
  [/[,;:] ?[.!?,;]|\.\.|[.!?][,;]|\.\?|\?\.|[“(]\s|\s[”)]|“[^”]*$|^[^“]*”/m, 'punctuation'],
  [/\bfor (?:her|him) (?:sleeps|was|is|had|has)\b|\ba so \w+/i, 'words that do not fit'],
  [/\bthe just one\b|\bthe (?:just|barely) \w+ (?:who|that)\b/i, 'a filler in the place of a word'],
  [/\b(?:pace|face|name|hat|house|end|nose|back|hand) of (?:her|him|them)\b(?! [a-z])/i, 'a possessive with of'],
  [/\b(?:like|than|as) (?:she|he)[.,;]/i, 'a subject pronoun at the end'],
  [
    /\b(?:have|had|has) to (?:have|be) to\b|\bto to\b|\bwants? to have to be\b|\b(?:in|on|at|out|by|of|to) (?:out )?(?:in|on|at|by|of) (?:the )?(?:in|on|at|by|of)\b/i,
    'words that do not follow',
  ],
  [
    /(?<!\b(?:makes?|made|lets?|saw|heard) )\b(?:he|she|it) (?:have|are|do|say|go|want)\b(?! (?:to be|as))/,
    'a verb that does not agree',
  ],
  [
    /\b\w+(?:ed|ost)ed\b(?<!\b(?:need|feed|seed|weed|heed|bleed|speed|shed|nested|rested|tested|listed|hosted|posted|boasted|toasted|roasted|lasted|wasted|tasted|dusted|rusted|trusted|twisted|insisted|rusted|melted|sorted|sledded|wedded|bedded|embedded|shredded|threaded|headed|beaded|needed|seeded|weeded|heeded|kneaded|pleaded|leaded|dreaded|frosted|costed|accosted|ghosted))/i,
    'a past tense twice',
  ],
  [/\b(?:a|an|the) (?:a|an|the)\b/i, 'two articles'],
];

/**
 * What is wrong with a story, as short notes; none for a good one.
 * Hard rules only: unsafe or avoided words, marks of the workshop, the hero, the wish, and sleep at the end.
 */
export function storyFaults(story: Script, plan: Plan): string[] {
  const faults: string[] = [];
  const text = story.scenes.map((scene) => scene.text).join('\n\n');
  const hero = plan.cast['h'];
  const name = hero?.character.name ?? hero?.noun ?? '';
  const mark = marks.exec(text + story.title);
  if (mark) faults.push(`a mark was left in: ${around(text, mark[0])}`);
  const bad = unsafe.exec(text);
  if (bad) faults.push(`an unsafe word: ${bad[0]}`);
  const said = moral.exec(text);
  if (said) faults.push(`a moral: ${said[0]}`);
  if (plan.avoid) {
    const fear = plan.avoid.exec(
      `${text}\n${story.title}\n${JSON.stringify(story.scenes.map((scene) => ({ ...scene.spec, palette: undefined })))}\n${story.scenes.map((scene) => scene.prompt).join('\n')}`,
    );
    if (fear) faults.push(`something to keep out: ${fear[0]}`);
  }
  for (const [i, scene] of story.scenes.entries()) {
    if (!scene.text.includes(name) && !scene.text.toLowerCase().includes(hero?.noun ?? '∅'))
      faults.push(`no hero in scene ${i + 1}`);
    if (!scene.spec.characters.some((character) => character.id === 'h')) faults.push(`no hero in picture ${i + 1}`);
  }
  const last = story.scenes.at(-1)?.text ?? '';
  if (
    !/\b(?:asleep|slept|sleeps?|sleeping|dream(?:ed)?|dreams)\b|…”?\s*$|asl…|sleep|till morning|Night-night|\bShh\b|\bHush\b|[Nn]ight[.,]|Good night/.test(
      last.slice(-420),
    )
  )
    faults.push('no sleep at the end');
  for (const word of missingWords(`${text} ${story.title}`, plan)) faults.push(`the wish's word is missing: ${word}`);
  for (const [pattern, name] of slips) {
    const slip = pattern.exec(text);
    if (slip && !isFine(slip[0])) faults.push(`${name}: ${around(text, slip[0])}`);
  }
  const repeated = repeatedSentences(text);
  if (repeated) faults.push(`a sentence twice: ${repeated}`);
  if (measure(text).words < 60) faults.push('hardly a story');
  return faults;
}

/** Words of the wish that a text does not mention. */
export function missingWords(text: string, plan: Plan): string[] {
  return wishWords(plan).filter((word) => !mentions(text, word));
}

/** The words of meaning that must come up: hero, goal, loss, fear, things. */
export function wishWords(plan: Plan): string[] {
  const { wish } = plan;
  const phrases = [
    wish.lost,
    wish.cannot,
    wish.goal?.phrase,
    ...wish.things,
    ...wish.leftovers,
    wish.traits.includes('dark') ? undefined : wish.afraidOf,
    // What is only said of the hero counts when nothing else of the wish could be told.
    wish.goal || wish.cannot || wish.lost || wish.afraidOf || wish.aim || wish.traits.length > 1
      ? undefined
      : wish.state?.present.split(' ').slice(1).join(' '),
  ];
  const words = [
    ...wish.heroes.slice(0, 2).map((hero) => (hero.noun === 'child' ? '' : (hero.noun.split(' ').at(-1) ?? ''))),
    ...phrases.flatMap((phrase) =>
      wordsOf(phrase ?? '').filter(
        (word) =>
          word.length > 3 &&
          !/^(?:with|from|into|that|this|them|each|other|their|have|been|make|find|very|some|more|about|under|over|being|who|when|does|doesn't|only|never|always|keeps|every|everything|everyone|nobody|things?|still|just|really|thinks|gets|want|wants|isn't|won't|can't|don't)$/.test(
            word,
          ),
      ),
    ),
  ];
  return [...new Set(words.filter(Boolean))];
}

function mentions(text: string, word: string): boolean {
  const stem = singular(word.toLowerCase()).replace(/(?:ing|ed|es|e|y|s)$/, '');
  const told = text.toLowerCase();
  return told.includes(word.toLowerCase()) || (stem.length > 2 && told.includes(stem));
}

function around(text: string, found: string): string {
  const at = text.indexOf(found);
  return text.slice(Math.max(0, at - 25), at + found.length + 25).replace(/\n/g, ' ');
}

function isFine(found: string): boolean {
  return (
    /^(?:ha|hum|shh|tip|tap|no|now|soon|very|home|chuff|lap|rock|tuck|hop|bump|plip|plop|knock|fff|had|that|hush|step|quack|pat|round|work|eee|oo|puff|ding|pit|run|stamp|hup|rumble|scoop|one|dugga|put|tikka|buk|chk|chew|sniff|nee) /i.test(
      found,
    ) ||
    (/\b(\w+) \1\b/i.test(found) && /^(?:had had|that that|warm warm|is is|other other)$/i.test(found)) ||
    /^a (?:one|uni|use|usu|eu|ewe)/i.test(found)
  );
}

function repeatedSentences(text: string): string | null {
  const seen = new Set<string>();
  for (const sentence of sentencesOf(text)) {
    const words = wordsOf(sentence);
    if (words.length < 7 || sentence.includes('“')) continue;
    const key = words.join(' ').toLowerCase();
    if (seen.has(key)) return sentence;
    seen.add(key);
  }
  return null;
}
