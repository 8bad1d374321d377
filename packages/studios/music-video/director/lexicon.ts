import type { Air, ThreadKind, VistaView, World } from '@kinora/capabilities';

/** Times of day that words can name. */
export type TimeOfDay = 'night' | 'dawn' | 'day' | 'dusk';

/** Words, and how strongly they speak for something; Japanese ones are found inside a sentence. */
type Words<Key extends string> = Record<Key, { strong: string; weak?: string; japanese?: string }>;

/** What speaks for which world. */
export const worldWords: Words<World> = {
  'neon-city': {
    strong:
      'neon city downtown skyline skyscraper tokyo shibuya shinjuku osaka seoul manhattan cyberpunk traffic taxi subway metro nightclub synthwave vaporwave retrowave urban metropolis billboard arcade rooftop crosswalk',
    weak: 'street club car drive driving electric laser traffic party dance disco crowd elevator apartment wire future futuristic vending highway',
    japanese: '街 都会 東京 ネオン 夜景 渋谷 新宿 都市 ビル 繁華街 高速道路 終電',
  },
  cosmos: {
    strong:
      'space cosmos cosmic galaxy planet universe nebula rocket astronaut orbit alien satellite interstellar spaceship starship supernova zodiac constellation saturn mars venus jupiter comet meteor cosmonaut',
    weak: 'star stars starlight moon infinity eternity gravity sky float floating void heaven weightless signal black-hole',
    japanese: '宇宙 銀河 惑星 彗星 ロケット 星空 天の川 星座 流星 月面 星',
  },
  ocean: {
    strong:
      'ocean sea underwater wave waves whale dolphin coral reef ship sailor sail sailing island tide harbour harbor mermaid dive diving submarine jellyfish lighthouse shipwreck aquarium lagoon pearl surf surfing',
    weak: 'beach fish water deep river lake boat swim drown drowning blue shore coast shell rain-on-water float current salt',
    japanese: '海 水中 深海 波 魚 鯨 くじら クジラ イルカ 島 船 浜辺 人魚 渚 港 灯台',
  },
  'desert-road': {
    strong:
      'desert dune dunes cactus canyon route highway cowboy sahara mirage mesa texas arizona nevada camel oasis caravan outlaw tumbleweed saguaro badlands roadtrip road-trip motorcycle truck',
    weak: 'road sand dust west western lost drive driving wheels gasoline motel dry heat sun vulture freedom nomad journey travel rider horse horizon mile miles engine',
    japanese: '砂漠 荒野 サボテン 旅路 砂丘 ハイウェイ 蜃気楼 ドライブ',
  },
  geometry: {
    strong:
      'geometry geometric abstract shapes triangle cube square pattern grid digital robot code machine mathematics fractal bauhaus polygon circuit algorithm computer android cyborg minimal minimalist techno data',
    weak: 'line lines circle crystal mirror metal steel glass electric logic system glitch pixel number clockwork prism architecture',
    japanese: '幾何 図形 抽象 機械 ロボット 結晶 デジタル コンピュータ 迷路',
  },
  'liquid-light': {
    strong:
      'liquid psychedelic kaleidoscope aurora ink lava plasma trance acid hypnotic oil fluid hallucination prism colours colors rainbow lsd euphoria',
    weak: 'light lights paint flow flowing glow soul spirit melt melting wave breath feeling emotion mind energy dream vision smoke silk colour color spectrum bliss meditation',
    japanese: '液体 虹 オーロラ 万華鏡 光 色彩 陶酔 幻覚 インク',
  },
  'dream-garden': {
    strong:
      'garden flower flowers forest fairy fairytale butterfly meadow rose roses sakura blossom blossoms tree trees woods jungle mushroom orchard tulip lily daisy lavender enchanted firefly fireflies wonderland eden grove ivy picnic',
    weak: 'dream dreams spring summer love petal petals leaf leaves green grow bloom child childhood innocence honey bee sweet wedding kiss peace autumn rain-forest deer fox',
    japanese: '庭 花 桜 森 夢 春 蝶 花畑 薔薇 向日葵 木漏れ日 恋 妖精',
  },
  'film-noir': {
    strong:
      'noir detective crime gangster murder spy femme-fatale whisky whiskey cigarette alley trench-coat black-and-white monochrome mafia heist silhouette 1930s 1940s 1950s casino private-eye saxophone speakeasy',
    weak: 'shadow shadows smoke mystery jazz lonely betrayal lie lies revenge secret blues midnight guilty gun stranger night fog lamp piano hotel phone dark cold heartbreak tango bar',
    japanese: 'ノワール 探偵 影 白黒 煙草 路地 ギャング 犯罪 秘密 ジャズ',
  },
  'mountain-dawn': {
    strong:
      'mountain mountains dawn sunrise peak summit hike hiking valley alps glacier cabin cliff fuji highlands viking himalaya everest fjord tundra snowfall blizzard avalanche waterfall pines wilderness',
    weak: 'snow snowy winter ice frozen cold morning hill hills sky pine eagle wolf north cloud clouds climb climbing breath air fly rise horizon train field freedom hope awakening home norway iceland',
    japanese: '山 夜明け 雪 氷 凍 富士 冬 朝 谷 峰 登山 高原 雪国 空 列車',
  },
  'paper-theatre': {
    strong:
      'paper theatre theater puppet puppets circus carnival cardboard collage toy toys storybook pop-up origami cutout fairground carousel marionette ballet opera clown magician shadow-play vaudeville musicbox music-box stage masquerade',
    weak: 'play dance waltz story tale castle king queen princess prince dragon knight child doll lullaby parade show curtain mask once letter book comedy folk village',
    japanese: '紙 劇場 人形 折り紙 舞台 サーカス おとぎ話 絵本 お城 影絵 メリーゴーランド',
  },
};

/** What speaks for which air. */
export const airWords: Words<Air> = {
  clear: { strong: 'clear cloudless', japanese: '晴れ 快晴' },
  rain: {
    strong: 'rain rainy raining rainfall raindrop drizzle thunderstorm downpour umbrella monsoon rainstorm',
    weak: 'storm stormy thunder wet puddle tears',
    japanese: '雨 嵐 梅雨 傘 雷',
  },
  snow: {
    strong: 'snow snowy snowing snowfall snowflake blizzard snowstorm',
    weak: 'winter ice frost frozen christmas arctic glacier',
    japanese: '雪 吹雪 冬',
  },
  mist: {
    strong: 'mist misty fog foggy haze hazy steam smoke smoky',
    weak: 'cloud clouds ghost breath cigarette noir',
    japanese: '霧 靄 霞 煙',
  },
  embers: {
    strong:
      'fire ember embers flame flames burn burning spark sparks volcano ash ashes bonfire inferno hell wildfire campfire fireworks',
    weak: 'heat explosion explode phoenix dragon forge war riot lava',
    japanese: '火 炎 燃え 火花 花火 溶岩',
  },
  petals: {
    strong: 'petal petals blossom blossoms sakura cherry-blossom confetti wedding',
    weak: 'rose roses flower flowers spring leaves autumn carnival',
    japanese: '桜 花びら 花吹雪 紅葉 春',
  },
  dust: {
    strong: 'dust dusty sandstorm duststorm',
    weak: 'desert sand dune dunes wind sahara ruins attic circus',
    japanese: '砂 埃 砂嵐 砂漠',
  },
  stars: {
    strong: 'starlight starry starlit stardust firefly fireflies glitter milky-way shooting-star falling-star',
    weak: 'star stars constellation galaxy magic wish cosmos space universe',
    japanese: '星 星空 流れ星 蛍 天の川',
  },
};

/** What speaks for which time of day. */
export const timeWords: Words<TimeOfDay> = {
  night: {
    strong: 'night nighttime midnight nocturnal nightfall moonlight moonlit starlit moon',
    weak: 'dark darkness neon noir star stars lantern',
    japanese: '夜 月 真夜中 闇',
  },
  dawn: { strong: 'dawn sunrise daybreak morning', weak: 'awakening wake rise', japanese: '朝 夜明け 暁 日の出' },
  day: {
    strong: 'day daylight noon midday sunny sunshine',
    weak: 'summer bright blue-sky',
    japanese: '昼 真昼 青空 太陽 晴れ',
  },
  dusk: {
    strong: 'dusk sunset evening twilight golden-hour sundown',
    weak: 'farewell fading',
    japanese: '夕 黄昏 日没 暮れ',
  },
};

/** What speaks for which thread. */
export const threadWords: Words<ThreadKind> = {
  road: {
    strong: 'road highway route path street rails railway train trail roadtrip road-trip car motorcycle truck driving',
    weak: 'drive travel journey bridge mile miles wheels',
    japanese: '道 線路 列車 電車 ハイウェイ 車',
  },
  light: {
    strong: 'light beacon lighthouse lamp spotlight headlight',
    weak: 'shine shining glow hope soul sun sunlight ray',
    japanese: '光 灯台 太陽',
  },
  traveller: {
    strong:
      'traveller traveler wanderer nomad stranger runaway detective cowboy astronaut dancer hero girl boy woman man child lovers rider soldier hiker figure somebody someone',
    weak: 'lost alone lonely walk walking run running lover wander wandering',
    japanese: '旅人 少女 少年 彼女 彼 孤独 探偵',
  },
  bird: {
    strong: 'bird birds dove raven crow swan eagle seagull gull owl swallow crane phoenix heron',
    weak: 'wing wings fly flying feather',
    japanese: '鳥 翼 鶴 燕 白鳥 鷲',
  },
  boat: {
    strong: 'boat ship sail sailing sailor canoe raft gondola ferry submarine',
    weak: 'river harbour harbor',
    japanese: '船 舟 帆',
  },
  comet: {
    strong: 'comet meteor shooting-star falling-star rocket spaceship starship satellite',
    weak: 'wish fast speed',
    japanese: '彗星 流れ星 流星 ロケット 宇宙船',
  },
  balloon: {
    strong: 'balloon balloons airship zeppelin kite',
    weak: 'childhood party float',
    japanese: '気球 風船 凧',
  },
  lantern: {
    strong: 'lantern lanterns candle candles torch firefly fireflies',
    weak: 'lamp campfire match',
    japanese: '提灯 灯籠 灯り 灯 蝋燭 蛍',
  },
};

/** What speaks for which composition. */
export const viewWords: Words<VistaView> = {
  establishing: {
    strong:
      'establishing panorama panoramic wide skyline horizon faraway far-away from-afar aerial overview bird’s-eye',
    weak: 'far distant distance vast',
    japanese: '遠景 全景 地平線 遠く',
  },
  approach: {
    strong: 'approach approaching nearer towards toward closer-to comes-near',
    weak: 'near leads',
    japanese: '近づ 向か',
  },
  within: {
    strong: 'within inside among amid amidst surrounded between',
    weak: 'around',
    japanese: '中に 中で 囲まれ',
  },
  detail: {
    strong: 'close-up closeup close detail macro tiny small',
    weak: 'single drop hand eye',
    japanese: 'アップ 細部 小さ 接写',
  },
  summit: {
    strong: 'summit climax highest above peak huge enormous gigantic towering blazing everything',
    weak: 'top grand',
    japanese: '頂上 頂 巨大 最高',
  },
  departure: {
    strong: 'departure leaving leaves-behind behind farewell goodbye away vanishing fading disappears',
    weak: 'last end gone',
    japanese: '別れ 去る 去って さよなら 消え',
  },
};

/** Hues in degrees of OKLCH that words name. */
export const colourWords: Record<string, { hue: number; japanese?: string }> = {
  red: { hue: 27, japanese: '赤' },
  crimson: { hue: 20 },
  scarlet: { hue: 30 },
  ruby: { hue: 15 },
  orange: { hue: 58, japanese: '橙 オレンジ' },
  amber: { hue: 72 },
  copper: { hue: 50 },
  gold: { hue: 88, japanese: '金色 黄金' },
  golden: { hue: 88 },
  yellow: { hue: 100, japanese: '黄色' },
  green: { hue: 145, japanese: '緑' },
  emerald: { hue: 155 },
  jade: { hue: 165 },
  mint: { hue: 168 },
  teal: { hue: 192 },
  turquoise: { hue: 188 },
  cyan: { hue: 205 },
  blue: { hue: 255, japanese: '青 蒼' },
  azure: { hue: 245 },
  sapphire: { hue: 262 },
  indigo: { hue: 278, japanese: '藍' },
  violet: { hue: 300, japanese: '紫' },
  purple: { hue: 305 },
  lavender: { hue: 300 },
  magenta: { hue: 332 },
  pink: { hue: 355, japanese: '桃色 ピンク' },
  rosy: { hue: 5 },
};

/** How colourful words make a picture: a factor. */
export const saturationWords: Record<string, { factor: number; japanese?: string }> = {
  monochrome: { factor: 0.12, japanese: '白黒 モノクロ' },
  'black-and-white': { factor: 0.12 },
  grey: { factor: 0.3, japanese: '灰色' },
  gray: { factor: 0.3 },
  sepia: { factor: 0.5 },
  faded: { factor: 0.6 },
  pastel: { factor: 0.65, japanese: 'パステル' },
  vivid: { factor: 1.35, japanese: '鮮やか' },
  colourful: { factor: 1.3, japanese: 'カラフル' },
  colorful: { factor: 1.3 },
  neon: { factor: 1.15, japanese: 'ネオン' },
};

/** How grand words make a picture: its energy. */
export const energyWords: Record<string, { energy: number; japanese?: string }> = {
  quiet: { energy: 0.15, japanese: '静か' },
  silent: { energy: 0.1, japanese: '静寂' },
  still: { energy: 0.15 },
  empty: { energy: 0.15, japanese: '空っぽ' },
  calm: { energy: 0.2, japanese: '穏やか' },
  lonely: { energy: 0.2, japanese: '寂し' },
  soft: { energy: 0.25 },
  blazing: { energy: 1 },
  exploding: { energy: 1, japanese: '爆発' },
  explosion: { energy: 1 },
  huge: { energy: 0.95, japanese: '巨大' },
  enormous: { energy: 0.95 },
  crowded: { energy: 0.85 },
  bright: { energy: 0.8, japanese: '眩し' },
  ecstatic: { energy: 0.95 },
  wild: { energy: 0.9, japanese: '激し' },
};
