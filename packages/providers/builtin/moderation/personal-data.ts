import type { Normalised } from './normalise.ts';
import { toOriginal } from './normalise.ts';

/** Something that tells who or where a child is. Offsets index the original text. */
export type Finding = { offset: number; length: number; severity: number };

type Detector = {
  severity: number;
  pattern: RegExp;
  /** Looks at the match and at the words before it. Default: always. */
  holds?: (match: string, before: string) => boolean;
};

const months = 'january|february|march|april|may|june|july|august|september|october|november|december';
const streets =
  'street|st|road|rd|avenue|ave|lane|ln|drive|close|court|way|place|square|terrace|crescent|boulevard|blvd|gardens|grove|mews|highway|apartments?|flats?';
const beasts =
  /\b(?:fox|rabbit|bunny|owl|bear|hedgehog|mouse|mice|badger|squirrel|cat|kitten|dog|puppy|deer|otter|mole|frog|duck|penguin|bird|moth|snail|turtle|dragon|unicorn|robot|piglet|pig|goose|hen|toad|spider|wizard|witch|ghost|teddy|gnome|fairy|elf)s?\b/i;
const isAtHome =
  /\b(?:lives?|living|lived|address|home|house|flat|apartment|moved|find (?:us|me|her|him)|meet|visit|come|send|post|deliver|pick)\b[^.!?]{0,40}$/i;
const isCalled =
  /\b(?:call|phone|telephone|tel|ring|text|mobile|cell|number|whatsapp|contact|reach|sms|dial|handy|telefon|numéro|numero|móvil|cellulare|appelle|llama|chiama|ruf)\b[^.!?]{0,30}$|(?:電話|でんわ|番号|けいたい|携帯)[^。]{0,10}$/i;

/** On the folded text, so that full-width digits and hidden characters don't help. */
const folded: Detector[] = [
  { severity: 5, pattern: /[a-z0-9._%+-]+\s?@\s?[a-z0-9-]+(?:\.[a-z0-9-]+)*\s?\.\s?[a-z]{2,}/g },
  {
    severity: 5,
    pattern:
      /[a-z0-9._+-]+\s?[([{ ]\s?at\s?[)\]} ]\s?[a-z0-9-]+\s?[([{ ]\s?(?:dot|punkt|point|punto)\s?[)\]} ]\s?(?:com|net|org|edu|uk|de|fr|es|it|jp|co|io|me)\b/g,
  },
  { severity: 5, pattern: /(?:\+|\(0|\b0|\b00)[\d][\d\s()./-]{5,}\d/g, holds: isPhone },
  { severity: 5, pattern: /\bo\d[\d\s()./-]{5,}\d/g, holds: isPhone },
  {
    severity: 4,
    pattern:
      /\b(?:my|our|her|his|their) (?:(?:home |street |postal )?address|(?:phone|telephone|mobile|cell) number|(?:full|last|family) name|surname) is (?!a secret|called)[^.!?]{2,60}/g,
    holds: (match) => !beasts.test(match),
  },
  { severity: 4, pattern: /\bmy school is (?:called )?[^.!?]{3,40}/g },
  { severity: 5, pattern: /\(?\b\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}\b|\b\d{3}-\d{4}\b/g },
  {
    severity: 5,
    pattern: /\b\d[\d\s()./-]{4,}\d\b/g,
    holds: (match, before) => isPhone(match) && isCalled.test(before),
  },
  {
    severity: 5,
    pattern: /(?:\b(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|double|triple)\b[\s,-]*){6,}/g,
    holds: (match, before) => /\b(?:zero|oh|nought|double|triple)\b/.test(match) || isCalled.test(before),
  },
  { severity: 5, pattern: /\b\d{3}-\d{2}-\d{4}\b/g },
  { severity: 6, pattern: /\b(?:\d[ -]?){13,16}\b/g, holds: passesLuhn },
  {
    severity: 6,
    pattern: /\b[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){3,7}\b/g,
    holds: (match) => /\d{6}/.test(match.replaceAll(' ', '')),
  },
  { severity: 3, pattern: /\b(?:https?:\/\/|www\.)[^\s)"']+/g },
  { severity: 4, pattern: /(?<![\w.])@[a-z][a-z0-9_.]{2,}/g },
  {
    severity: 4,
    pattern:
      /\b(?:my|our|her|his|the) (?:insta(?:gram)?|tiktok|snap(?:chat)?|discord|roblox|minecraft|xbox|psn|twitter|telegram|kik|whatsapp|skype)(?: (?:name|handle|user(?:name)?|account|id|tag))? (?:is|:) ?\S+/g,
  },
  {
    severity: 5,
    pattern:
      /\b(?:my|our|mum's|mom's|dad's|wi-?fi|bank|e-?mail|account|netflix|computer|phone|alarm|door|gate) (?:password|passcode|pin|pin code|code|passwort)\b[ :=]*(?:is|are|ist)?[ :=]*\S+/g,
  },
  {
    severity: 4,
    pattern: new RegExp(
      `\\b(?:born|birthday|birth ?date|date of birth|dob|geboren|né|née|nacido|nata?)\\b[^.!?]{0,20}?(?:\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${months}),? \\d{4}|(?:${months}) \\d{1,2}(?:st|nd|rd|th)?,? \\d{4})`,
      'g',
    ),
  },
  { severity: 5, pattern: /-?\d{1,3}\.\d{4,}\s?,\s?-?\d{1,3}\.\d{4,}/g },
  {
    severity: 5,
    pattern:
      /\b(?:passport|social security|insurance|licence|license) (?:number|no\.?)\b[ :]*(?:is )?[a-z0-9-]*\d[a-z0-9-]+/g,
  },
  {
    severity: 5,
    pattern: new RegExp(`\\b\\d{1,4}[a-z]?,? (?:[a-z][\\w'-]+ ){1,3}(?:${streets})\\b`, 'g'),
    holds: (_match, before) => isAtHome.test(before) && !beasts.test(before.slice(-60)),
  },
  {
    severity: 5,
    pattern: /\b(?:[\p{L}-]+(?:strasse|strase|str\.|gasse|allee|platz)|[\p{L}-]{4,}weg) \d{1,4}[a-z]?\b/gu,
  },
  {
    severity: 5,
    pattern:
      /\b\d{1,4},? (?:bis |ter )?(?:rue|boulevard|impasse|chemin|allee|quai) (?:de |du |des |d'|la |le |les )*[\p{L}'-]+/gu,
  },
  {
    severity: 5,
    pattern: /\b(?:calle|avenida|paseo|plaza|via|viale|piazza|corso) [\p{L}' ]{2,25},? (?:n\.? ?|numero )?\d{1,4}\b/gu,
  },
  {
    severity: 5,
    pattern: /〒\s?\d{3}-?\d{4}|\p{Script=Han}{2,4}[都道府県]\S{1,12}[市区町村]\S{0,14}\d+|\d+丁目\d*|\d+番地/gu,
  },
  {
    severity: 4,
    pattern: /\p{Script=Han}{2,6}(?:小学校|幼稚園|保育園|中学校)(?:の|に通|へ通)?(?:\d年|\d組|[一二三四五六]年)?/gu,
  },
];

/** On the text as it is written: capitals tell names. */
const written: Detector[] = [
  { severity: 5, pattern: /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/g },
  {
    severity: 5,
    pattern:
      /\b(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]),? \d{5}(?:-\d{4})?\b/g,
  },
  {
    severity: 5,
    pattern:
      /\b\d{1,4}[a-zA-Z]?,? (?:[A-Z][\w'’-]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Close|Court|Way|Place|Square|Terrace|Crescent|Boulevard|Blvd|Gardens|Grove|Mews)\b(?:,? (?:in |flat )?[A-Z][a-z]+)/g,
    holds: (_match, before) => !beasts.test(before.slice(-60)),
  },
  {
    severity: 5,
    pattern:
      /\b(?!(?:Once|The|Little|Mister|Mr|Mrs|Miss|Princess|Prince|King|Queen|Captain|Sir|Lady|Old|Aunt|Uncle|Grandma|Grandpa) )[A-Z][\p{L}'’-]+ [A-Z][\p{L}'’-]+[^.!?]{0,40}?\b(?:goes to|go to|attends|studies at|is in|pupil|student|year \d|grade \d|class \w{1,2})\b[^.!?]{0,30}?\b(?:[A-Z][\w'’.]+ ){1,4}(?:Primary|Elementary|Middle|High|Infants?|Juniors?|Secondary|Grammar|Montessori|Nursery|Preschool|Kindergarten|School|Academy|College)\b/gu,
    holds: (match) => !beasts.test(match),
  },
  {
    severity: 5,
    pattern:
      /\b(?:[Mm]y|[Oo]ur|I|[Ww]e|[Ss]he|[Hh]e|daughter|son|child)\b[^.!?]{0,40}?\b(?:goes? to|attends?|(?:is|are|am) (?:at|in)|picked up (?:at|from)|waits? (?:at|outside))\b[^.!?]{0,20}?\b(?:[A-Z][\w'’.]+ ){1,4}(?:Primary|Elementary|Middle|High|Infants?|Juniors?|Secondary|Grammar|Montessori|Nursery|Preschool|Kindergarten|School|Academy)\b/g,
    holds: (match) => !beasts.test(match),
  },
  {
    severity: 3,
    pattern:
      /\b(?:[Mm]y (?:full |real |last |sur|family )?name is|[Mm]y (?:sur|last |family )name is|[Ii] am called|[Ii]'m called|[Hh](?:is|er) full name is) (?:[A-Z][\p{L}'’-]+ ){1,2}[A-Z][\p{L}'’-]+/gu,
    holds: (match) => !beasts.test(match),
  },
  {
    severity: 3,
    pattern:
      /\b(?:[Mm]y|[Oo]ur) (?:daughter|son|child|girl|boy|niece|nephew|sister|brother|friend|teacher|neighbour|classmate|grandson|granddaughter|pupil)s?,?(?:'s name is| is called| named| called)? [A-Z][\p{L}'’-]+ [A-Z][\p{L}'’-]+/gu,
    holds: (match) => !beasts.test(match),
  },
];

/** Finds addresses, numbers, names with schools and the like in a text. */
export function findPersonalData(original: string, normalised: Normalised): Finding[] {
  const findings: Finding[] = [];
  for (const { severity, pattern, holds } of folded) {
    for (const match of normalised.text.matchAll(pattern)) {
      const before = normalised.text.slice(Math.max(0, match.index - 80), match.index);
      if (holds && !holds(match[0], before)) continue;
      const place = toOriginal(normalised, match.index, match.index + match[0].trimEnd().length);
      findings.push({ ...place, severity });
    }
  }
  for (const { severity, pattern, holds } of written) {
    for (const match of original.matchAll(pattern)) {
      const before = original.slice(Math.max(0, match.index - 80), match.index);
      if (holds && !holds(match[0], before)) continue;
      findings.push({ offset: match.index, length: match[0].length, severity });
    }
  }
  return findings;
}

/** Seven to fifteen digits that are neither a date nor somebody counting. */
function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  if (digits.length < 7 || digits.length > 15) return false;
  if (/^\d{4}-\d\d-\d\d$|^\d{1,2}[./-]\d{1,2}[./-]\d{4}$/.test(text.trim())) return false;
  const groups = text.trim().split(/\s+/);
  return groups.length < 4 || groups.some((group) => group.length > 2) || /^[+(0]/.test(text.trim());
}

/** ISO/IEC 7812-1, annex B: the check digit of payment cards. */
function passesLuhn(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  let sum = 0;
  for (const [index, digit] of digits.split('').toReversed().entries()) {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    sum += value > 9 ? value - 9 : value;
  }
  return digits.length >= 13 && sum % 10 === 0 && !/^(\d)\1+$/.test(digits);
}
