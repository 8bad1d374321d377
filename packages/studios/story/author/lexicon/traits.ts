/** What a hero may be like, or be troubled by. */
export const traitIds = [
  'shy',
  'dark',
  'afraid',
  'sleepless',
  'awake',
  'sibling',
  'jealous',
  'angry',
  'loud',
  'small',
  'big',
  'slow',
  'fast',
  'clumsy',
  'forgetful',
  'curious',
  'lonely',
  'new',
  'sad',
  'missing',
  'proud',
  'brave',
  'kind',
  'messy',
  'impatient',
  'lost',
  'sleepy',
  'hungry',
  'worried',
  'bossy',
  'silly',
  'different',
  'old',
  'magic',
  'quiet',
] as const;
export type TraitId = (typeof traitIds)[number];

const words: Record<TraitId, string> = {
  shy: 'shy,timid,bashful,blushing',
  dark: '',
  afraid: 'scared,afraid,frightened,fearful,terrified',
  sleepless: 'sleepless',
  awake: '',
  sibling: '',
  jealous: 'jealous,envious',
  angry: 'angry,anger,cross,grumpy,furious,mad,moody,crabby,grouchy,stubborn',
  loud: 'loud,noisy',
  small: 'tiny,smallest,weak',
  big: 'huge,enormous,gigantic,biggest,clunky',
  slow: 'slow,slowest,late',
  fast: 'fast,fastest,speedy,quick',
  clumsy: 'clumsy,wobbly',
  forgetful: 'forgetful,forgetting,forgets,forgot,forget',
  curious: 'curious,nosy,asks,wonders,inquisitive',
  lonely: 'lonely,alone,friendless',
  new: '',
  sad: 'sad,ugly,nobody,unhappy,crying,cries,gloomy,heartbroken',
  missing: '',
  proud: 'proud,vain,boastful,best',
  brave: 'brave,superhero,bravest,courageous,fearless,heroic',
  kind: 'kind,sharing,gentle,helpful,friendly,nice,generous',
  messy: 'messy,mess,untidy,dirty,muddy',
  impatient: 'impatient,waiting,wait,waits',
  lost: '',
  sleepy: 'sleepy,tired,lazy,dozy',
  hungry: 'hungry,greedy',
  worried: 'worried,nervous,anxious,worries',
  bossy: 'bossy,naughty,cheeky,mischievous',
  silly: 'silly,funny,goofy,bored,giggling',
  different: 'different,strange,odd,unusual,weird',
  old: 'old,ancient,oldest',
  magic: 'magic,magical,enchanted',
  quiet: 'quiet,silent,quietest',
};

const byWord = new Map<string, TraitId>(
  Object.entries(words).flatMap(([id, list]) =>
    list
      .split(',')
      .filter(Boolean)
      .map((word) => [word, id as TraitId] as const),
  ),
);

/** The trait an adjective stands for, or null. */
export function traitOf(word: string): TraitId | null {
  return byWord.get(word) ?? null;
}
