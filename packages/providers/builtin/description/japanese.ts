import type { CharacterSpec, PropKind, SceneSpec } from '@kinora/capabilities';

const limit = 250;

const places: Record<SceneSpec['setting'], string> = {
  forest: '森',
  meadow: '野原',
  garden: '庭',
  farm: '農場',
  village: '村',
  rooftops: '屋根の上',
  harbour: '港',
  beach: '浜辺',
  sea: '海',
  underwater: '水の中',
  river: '川辺',
  pond: '池のほとり',
  mountain: '山',
  'snow-wood': '雪の森',
  desert: '砂漠',
  cave: 'ほら穴',
  bedroom: '寝室',
  kitchen: '台所',
  library: '図書室',
  workshop: '作業場',
  castle: 'お城',
  treehouse: '木の上の家',
  railway: '線路のそば',
  sky: '空',
  moon: '月の上',
};

const times: Record<SceneSpec['timeOfDay'], string> = {
  day: '昼',
  'golden-hour': '夕日のころ',
  dusk: '夕暮れ',
  moonrise: '月の出',
  night: '夜',
};

const weathers: Record<SceneSpec['weather'], string> = {
  clear: '',
  cloudy: 'くもり',
  mist: '霧',
  rain: '雨',
  snow: '雪',
  wind: '風',
};

const doings: Record<CharacterSpec['pose'], string> = {
  stand: '立っている',
  sit: 'すわっている',
  walk: '歩いている',
  run: '走っている',
  crouch: 'しゃがんでいる',
  reach: '手をのばしている',
  hold: '立っている',
  wave: '手をふっている',
  point: '指をさしている',
  bow: 'おじぎをしている',
  hug: 'だきしめている',
  'look-up': '見上げている',
  jump: 'とびはねている',
  lie: '横になっている',
  'curl-up': '丸くなっている',
  fly: '飛んでいる',
  swim: '泳いでいる',
};

const feelings: Record<CharacterSpec['expression'], string> = {
  happy: 'うれしそうに',
  calm: '',
  curious: 'ふしぎそうに',
  shy: 'はずかしそうに',
  worried: '心配そうに',
  sad: '悲しそうに',
  surprised: 'おどろいて',
  proud: 'ほこらしげに',
  determined: '一生けんめいに',
  laughing: '笑いながら',
  sleepy: 'ねむそうに',
  asleep: 'すやすやと',
};

const kinds: Record<CharacterSpec['species'], string> = {
  fox: 'きつね',
  rabbit: 'うさぎ',
  owl: 'ふくろう',
  bear: 'くま',
  hedgehog: 'はりねずみ',
  mouse: 'ねずみ',
  badger: 'あなぐま',
  squirrel: 'りす',
  cat: 'ねこ',
  dog: 'いぬ',
  deer: 'しか',
  otter: 'かわうそ',
  mole: 'もぐら',
  frog: 'かえる',
  duck: 'あひる',
  penguin: 'ペンギン',
  bird: '小鳥',
  moth: '蛾',
  snail: 'かたつむり',
  turtle: 'かめ',
  fish: '魚',
  whale: 'くじら',
  octopus: 'たこ',
  elephant: 'ぞう',
  lion: 'ライオン',
  monkey: 'さる',
  pig: 'ぶた',
  sheep: 'ひつじ',
  horse: '馬',
  dragon: 'りゅう',
  unicorn: 'ユニコーン',
  robot: 'ロボット',
  star: '星',
  cloud: '雲',
  digger: 'ショベルカー',
  train: '汽車',
  child: '子ども',
  'grown-up': '大人',
  thing: 'もの',
};

const things: Record<PropKind, string> = {
  acorn: 'どんぐり',
  anchor: 'いかり',
  apple: 'りんご',
  ball: 'ボール',
  balloon: '風船',
  basket: 'かご',
  bed: 'ベッド',
  bell: 'すず',
  bench: 'ベンチ',
  bicycle: '自転車',
  blanket: '毛布',
  boat: '舟',
  book: '本',
  boots: '長ぐつ',
  bridge: '橋',
  bucket: 'バケツ',
  button: 'ボタン',
  cake: 'ケーキ',
  candle: 'ろうそく',
  chair: 'いす',
  clock: '時計',
  cup: 'カップ',
  door: 'ドア',
  drum: '太鼓',
  feather: '羽根',
  flower: '花',
  flute: '笛',
  gate: '門',
  hat: 'ぼうし',
  jar: 'びん',
  kettle: 'やかん',
  key: 'かぎ',
  kite: 'たこ（凧）',
  ladder: 'はしご',
  lamp: 'ランプ',
  lantern: 'ランタン',
  leaf: '葉っぱ',
  letter: '手紙',
  lighthouse: '灯台',
  map: '地図',
  mirror: '鏡',
  mitten: '手ぶくろ',
  mushroom: 'きのこ',
  nest: '巣',
  paintbrush: '絵筆',
  pillow: 'まくら',
  pumpkin: 'かぼちゃ',
  rope: 'ロープ',
  scarf: 'マフラー',
  shell: '貝がら',
  signpost: '道しるべ',
  sledge: 'そり',
  snowman: '雪だるま',
  sock: 'くつ下',
  star: '星',
  stone: '石',
  table: 'テーブル',
  teapot: 'ティーポット',
  teddy: 'テディベア',
  telescope: '望遠鏡',
  tent: 'テント',
  toolbox: '道具箱',
  trunk: 'トランク',
  umbrella: 'かさ',
  'watering-can': 'じょうろ',
  wheelbarrow: '手おし車',
  windmill: '風車',
  window: '窓',
};

const states: Record<NonNullable<SceneSpec['props'][number]['state']>, string> = {
  lit: '明かりのついた',
  out: '',
  open: '開いた',
  shut: '閉じた',
  ajar: '少し開いた',
  full: 'いっぱいの',
  empty: 'からの',
};

/** 「時、所で、だれが、どうしている。見えるもの。」 */
export function describeInJapanese(scene: SceneSpec): string {
  const weather = weathers[scene.weather];
  const when = weather === '' ? times[scene.timeOfDay] : `${weather}の${times[scene.timeOfDay]}`;
  const head = `${when}、${places[scene.setting]}で`;
  const [hero, ...others] = scene.characters;
  const seen = listThings(scene);
  if (!hero)
    return seen === '' ? `${when}の${places[scene.setting]}。` : `${when}、${places[scene.setting]}に${seen}が見える。`;
  const company = others.length > 0 ? `${others.map(nameCharacter).join('と')}といっしょに` : '';
  const held = hero.holds ? `${things[hero.holds]}を持って` : '';
  const doing =
    hero.expression === 'asleep' && hero.pose !== 'lie' && hero.pose !== 'curl-up' ? '眠っている' : doings[hero.pose];
  const forms = [
    `${head}、${nameCharacter(hero)}が${company}${held}${feelings[hero.expression]}${doing}。${seen === '' ? '' : `そばに${seen}。`}`,
    `${head}、${nameCharacter(hero)}が${held}${feelings[hero.expression]}${doing}。`,
    `${head}、${kinds[hero.species]}が${doing}。`,
  ];
  return forms.find((form) => form.length <= limit) ?? forms[2] ?? '';
}

function nameCharacter({ name, kind, species, prop }: CharacterSpec): string {
  const isThing = species === 'thing' && prop !== undefined;
  const what = kind && /[\u3040-\u30ff\u3400-\u9fff]/.test(kind) ? kind : isThing ? things[prop] : kinds[species];
  if (!name) return what;
  return species === 'child' || species === 'grown-up' ? name : `${what}の${name}`;
}

function listThings({ props, focus }: SceneSpec): string {
  const near = props
    .toSorted((a, b) => Math.hypot(a.x - focus.x, a.ground - focus.y) - Math.hypot(b.x - focus.x, b.ground - focus.y))
    .slice(0, 3)
    .map(({ kind, state }) => (state ? states[state] : '') + things[kind]);
  return [...new Set(near)].join('と');
}
