import type { Band } from '../level.ts';
import { createRandom } from '../random.ts';

/** Ways of saying the same: one narrator says the left, another the right. A seeded narrator keeps to theirs. */
const pairs: [RegExp, string][] = [
  [/\b([Ee])verybody\b/g, '$1veryone'],
  [/\b([Ee])veryone\b/g, '$1verybody'],
  [/\b([Ss])omebody\b/g, '$1omeone'],
  [/\b([Ss])omeone\b/g, '$1omebody'],
  [/\bNobody\b/g, 'No one'],
  [/\bnobody\b/g, 'no one'],
  [/\b([Aa])nybody\b/g, '$1nyone'],
  [/\b([Aa])nyone\b/g, '$1nybody'],
  [/\b([Pp])erhaps\b/g, '$1ossibly'],
  [/\ball the same\b/g, 'even so'],
  [/\bAll the same\b/g, 'Even so'],
  [/\bfor a while\b/g, 'for some time'],
  [/\ba long time\b/g, 'a good while'],
  [/\bbegan to\b/g, 'started to'],
  [/\ba good deal\b/g, 'quite a lot'],
  [/\bof course\b/g, 'naturally'],
  [/\bthought about it\b/g, 'thought it over'],
  [/\bAnd then\b/g, 'Then'],
  [/(^|[.!?] )Then (?=[A-Z][a-z]+ (?:saw|went|was|came|had|did|put|sat))/g, '$1After that '],
  [/\ba bit\b(?! of)/g, 'a little'],
  [/, as well\b/g, ', too'],
  [/ as well\./g, ', too.'],
  [/\bIt was not\b/g, "It wasn't"],
  [/\bdid not\b/g, "didn't"],
  [/\bdidn't\b/g, 'did not'],
  [/\bcould not\b/g, "couldn't"],
  [/\bcouldn't\b/g, 'could not'],
  [/\bwas not\b/g, "wasn't"],
  [/\bwasn't\b/g, 'was not'],
  [/\bhad not\b/g, "hadn't"],
  [/\bwould not\b/g, "wouldn't"],
  [/\bthat is\b/g, "that's"],
  [/\bIt is\b(?=\s+[a-z])/g, "It's"],
  [/\bit is\b(?=\s+[a-z])/g, "it's"],
  [/,” said ((?:[A-Z][a-z]+|the [a-z]+))(?=[.,])/g, ',” $1 said'],
  [/\?” said ((?:[A-Z][a-z]+))(?=\.)/g, '?” asked $1'],
  [/\?” asked ((?:[A-Z][a-z]+|the [a-z]+))(?=\.)/g, '?” $1 asked'],
  [/\blooked round\b/g, 'looked about'],
  [/\bwent home\b/g, 'walked home'],
  [/\bthe whole time\b/g, 'all the while'],
  [/\ball day\b/g, 'the whole day'],
  [/\bstood still\b/g, 'stopped'],
  [/\bvery quiet\b/g, 'quite silent'],
  [/(?<!the )(?<!an )\bonly\b(?= (?:a|the|one|there|that))/g, 'just'],
  [/\blarge\b/g, 'big'],
  [/\bin the end\b/g, 'at last'],
  [/\bat last\b/g, 'in the end'],
  [/\bstraight away\b/g, 'at once'],
  [/\bfar away\b/g, 'a long way off'],
  [/\bso much that\b/g, 'so hard that'],
  [/\bonce more\b/g, 'again'],
  [/\bto begin with\b/g, 'at first'],
  [/\bnow and then\b/g, 'from time to time'],
  [/\ba great many\b/g, 'ever so many'],
  [/\bone after another\b/g, 'one by one'],
  [/\bas if\b/g, 'as though'],
  [/\bas though\b/g, 'as if'],
  [/\bunderneath\b/g, 'below'],
  [/\bhardly\b/g, 'barely'],
  [/\bpart of it\b/g, 'bit of it'],
  [/\bcarefully\b/g, 'with care'],
];

/** The same for the youngest, whose stories are told in the present. */
const smallPairs: [RegExp, string][] = [
  [/\bShh\b/g, 'Hush'],
  [/\bIt is\b(?=\s+[a-z])/g, "It's"],
  [/\bWho is\b(?! it)/g, "Who's"],
  [/\bWhat is\b(?! it)/g, "What's"],
  [/\bThere is\b/g, "There's"],
  [/\bHere is\b/g, "Here's"],
  [/\bdoes not\b/g, "doesn't"],
  [/\bdo not\b/g, "don't"],
  [/\bcan not\b/g, "can't"],
  [/\bI am\b/g, "I'm"],
  [/\bOh dear\b/g, 'Oh no'],
  [/,” says ([A-Z][a-z]+)(?=\.)/g, ',” $1 says'],
  [/\?” says ([A-Z][a-z]+)(?=\.)/g, '?” asks $1'],
  [/!” says ([A-Z][a-z]+)(?=\.)/g, '!” calls $1'],
  [/\b([A-Z][a-z]+) and \1\b/g, '$1 and $1'],
  [/, too\b/g, ' as well'],
  [/\bNight-night\b/g, 'Good night'],
  [/\bGood night\b/g, 'Night-night'],
  [/\bLook!/g, 'Oh, look!'],
  [/\b(Up|Down|In|Out|Off) goes ([A-Z][a-z]+)\b/g, '$2 goes $1'.replace('$2 goes $1', '$1 goes $2')],
  [/\bwants to\b/g, 'would like to'],
  [/\bgoes home\b/g, 'walks home'],
  [/\bruns to see\b/g, 'comes to see'],
  [/\ba bit\b(?! of)/g, 'a little'],
  [/\bAll\b(?= the)/g, 'Now all'],
  [/\bNow\b(?= [a-z])/g, 'So now'],
  [/\bEven\b/g, 'And even'],
  [/(?<!\b[Aa] )\bvery\b/g, 'so'],
  [/\bsmall\b(?= (?:voice|song|foot|nose|night|snore|one))/g, 'tiny'],
];

/** Gives a text the manner of one narrator; the same seed has the same manner throughout. */
export function inManner(text: string, seed: number, band: Band, keep: string): string {
  const random = createRandom(seed).fork('manner');
  let result = text;
  for (const [pattern, way] of band === '2-3' ? smallPairs : pairs) {
    const takes = random.chance(0.45);
    if (!takes || keep.split(' ').some((word) => word.length > 3 && pattern.test(word))) continue;
    pattern.lastIndex = 0;
    result = result.replace(pattern, way);
  }
  return result;
}
