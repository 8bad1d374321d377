import indefinite from 'indefinite';
import nlp from 'compromise';
import pluralize from 'pluralize';

const uncountable = new Set(['kelp', 'moss', 'dew', 'wool', 'sheep', 'deer', 'fish', 'squid', 'moose', 'bison']);
const irregularPlural: Record<string, string> = {
  octopus: 'octopuses',
  wolf: 'wolves',
  calf: 'calves',
  hoof: 'hooves',
  roof: 'roofs',
  dwarf: 'dwarfs',
  elf: 'elves',
  thief: 'thieves',
  cactus: 'cactuses',
  platypus: 'platypuses',
  axolotl: 'axolotls',
  mongoose: 'mongooses',
};
const pastForms: Record<string, string> = {
  dig: 'dug',
  lie: 'lay',
  lay: 'laid',
  sing: 'sang',
  swim: 'swam',
  fly: 'flew',
  hang: 'hung',
  ring: 'rang',
  shine: 'shone',
  light: 'lit',
  blow: 'blew',
  catch: 'caught',
  knit: 'knitted',
  read: 'read',
  ride: 'rode',
  bake: 'baked',
  whistle: 'whistled',
  learn: 'learned',
  dream: 'dreamed',
  wake: 'woke',
  be: 'was',
  have: 'had',
};

/** "an owl", "a unicorn", "an hour": the indefinite article by sound. */
export function withArticle(noun: string): string {
  return indefinite(noun);
}

/** Corrects every "a" and "an" of a text by the sound of the next word. */
export function correctArticles(text: string): string {
  return text.replace(/\b([Aa])n? (?=([A-Za-z][\w'-]*))/g, (_match, article: string, next: string) => {
    const right = indefinite(next, { articleOnly: true });
    return `${article === 'A' ? right[0]?.toUpperCase() + right.slice(1) : right} `;
  });
}

/** The plural of a noun or of the last word of a compound. */
export function plural(noun: string): string {
  const words = noun.split(' ');
  const last = words.pop() ?? '';
  const form = uncountable.has(last) ? last : (irregularPlural[last] ?? pluralize.plural(last));
  return [...words, form].join(' ');
}

/** The singular of a noun; a word that is no plural stays as it is. */
export function singular(noun: string): string {
  if (/ss$|us$|is$/.test(noun) || uncountable.has(noun)) return noun;
  const back = Object.entries(irregularPlural).find(([, many]) => many === noun);
  return back ? back[0] : pluralize.singular(noun);
}

/** The past tense of a verb phrase in the base form: "see the sea" gives "saw the sea". */
export function past(phrase: string): string {
  const [verb = '', ...rest] = phrase.split(' ');
  return [pastForms[verb] ?? conjugate(verb).past, ...rest].join(' ');
}

/** The -ing form of a verb phrase in the base form. */
export function gerund(phrase: string): string {
  const [verb = '', ...rest] = phrase.split(' ');
  const special: Record<string, string> = {
    be: 'being',
    see: 'seeing',
    lie: 'lying',
    tie: 'tying',
    swim: 'swimming',
    dig: 'digging',
    run: 'running',
    win: 'winning',
    get: 'getting',
    hum: 'humming',
    nap: 'napping',
  };
  return [special[verb] ?? conjugate(verb).gerund, ...rest].join(' ');
}

/** "a, b and c". */
export function list(items: string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** With a capital first letter, behind an opening quotation mark too. */
export function capital(text: string): string {
  return text.replace(
    /^([^\p{L}\p{N}]*)(\p{Ll})/u,
    (_match, before: string, letter: string) => before + letter.toUpperCase(),
  );
}

type Forms = { past: string; gerund: string };
const known = new Map<string, Forms>();

function conjugate(verb: string): Forms {
  let forms = known.get(verb);
  if (!forms) {
    const view = nlp(verb).tag('Infinitive') as unknown as { verbs(): { conjugate(): Record<string, string>[] } };
    const found = view.verbs().conjugate()[0];
    forms = {
      past: found?.['PastTense'] ?? regularPast(verb),
      gerund: found?.['Gerund'] ?? `${verb.replace(/e$/, '')}ing`,
    };
    known.set(verb, forms);
  }
  return forms;
}

function regularPast(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return `${verb}ed`;
}
