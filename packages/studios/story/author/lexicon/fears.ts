import { singular } from '../prose/english.ts';
import { wordsOf } from '../level.ts';

/** Words, sounds and sights that belong to a fear. */
const fields: Record<string, string> = {
  dog: 'dog,puppy,pup,hound,bark,growl,kennel,wuff,woof,wolf',
  wolf: 'wolf,wolves,howl,wolve',
  thunder: 'thunder,storm,lightning,rumble,boom',
  storm: 'storm,thunder,lightning,gale,wind',
  spider: 'spider,web,cobweb',
  dark: 'dark,darkness,black,shadow',
  night: 'dark,darkness',
  monster: 'monster,beast,ogre,troll,grmf',
  ghost: 'ghost,boo,haunt,spook',
  snake: 'snake,hiss,adder',
  fire: 'fire,flame,burn,smoke,candle,lit,ember,match',
  water: 'water,drown,sea,wave,deep',
  falling: 'fall,fell,falling,fallen,drop,tumble',
  height: 'high,height,cliff,top',
  clown: 'clown,mask',
  mask: 'mask,disguise',
  shouting: 'shout,shouted,shouting,yell,roar',
  noise: 'loud,bang,boom,shout,roar',
  loud: 'loud,bang,boom,shout,roar',
  bee: 'bee,wasp,sting,stung,buzz,hive',
  wasp: 'bee,wasp,sting,stung',
  doctor: 'doctor,nurse,hospital,medicine',
  alone: 'alone,lonely,abandon',
  trapped: 'trapped,stuck,shut,locked',
  lost: 'lost',
  shark: 'shark,teeth',
  witch: 'witch,spell',
  insect: 'insect,bug,beetle,ant,spider,bee',
  bug: 'insect,bug,beetle,ant,spider,bee',
  cat: 'cat,kitten,miaow',
  balloon: 'balloon,pop',
  bath: 'bath',
  blood: 'blood',
  crowd: 'crowd',
  dinosaur: 'dinosaur',
  dragon: 'dragon',
  giant: 'giant',
  robot: 'robot',
  owl: 'owl',
  bird: 'bird',
  bear: 'bear',
  fox: 'fox',
  rain: 'rain,drizzle,umbrella',
  snow: 'snow',
  shadow: 'shadow',
  cave: 'cave',
  wood: 'wood,forest',
  rat: 'rat,mouse',
  mouse: 'mouse,mice,rat',
  bat: 'bat',
  frog: 'frog',
  worm: 'worm,caterpillar',
  hole: 'hole',
  needle: 'needle',
  death: 'dead,death,die,died',
  vacuum: 'vacuum,hoover',
  toilet: 'toilet',
  cold: 'cold,ice,frost',
  scary: '',
  bad: '',
  dream: 'nightmare',
};

const skipped = new Set(
  'the a an of and or in on at to with being very big small loud things thing people scary bad my their his her barking left getting going from by for'.split(
    ' ',
  ),
);

/**
 * What must not be read or seen for a child with these fears. Words of the wish win over a fear.
 * @returns null when there is nothing to keep out.
 */
export function fearPattern(fears: string[], wish: string): RegExp | null {
  const allowed = new Set(wordsOf(wish.toLowerCase()).map(singular));
  const stems = new Set<string>();
  for (const fear of fears) {
    for (const raw of wordsOf(fear.toLowerCase())) {
      const word = singular(raw);
      if (skipped.has(raw) && !fields[word]) continue;
      if (allowed.has(word)) continue;
      const known = fields[word] ?? fields[raw.replace(/ing$|y$|s$/, '')];
      const field = known?.split(',').some((stem) => allowed.has(stem)) ? undefined : known;
      if (known && !field) continue;
      for (const stem of [word, ...(field?.split(',') ?? [])])
        if (stem.length > 2 && !allowed.has(stem)) stems.add(stem.replace(/[^a-zà-ÿ'-]/g, ''));
    }
  }
  stems.delete('');
  return stems.size ? new RegExp(`\\b(?:${[...stems].join('|')})(?:s|es|ed|ing|y|ly|ness|ened|'s)?\\b`, 'i') : null;
}
