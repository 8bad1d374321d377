/** What words ask of the colours of a video: hues in degrees of OKLCH. What they leave open is missing. */
export type Look = {
  sky?: number;
  haze?: number;
  main?: number;
  accent?: number;
  light?: number;
  /** A factor of how colourful it is. */
  chroma?: number;
  /** 0 night to 1 noon. */
  daylight?: number;
  /** Brown and ochre are wanted. */
  isEarthy?: boolean;
  /** The sky keeps its colour at night. */
  keepsSky?: boolean;
};

/** Words that call for a look; Japanese ones are found inside a sentence. */
export type LookWords = Look & {
  words: string;
  japanese: string;
  /** They say what time it is: their daylight goes before that of things. */
  isTime?: true;
};

/**
 * Looks by how much they say: first what fills a sky, then things with colours of their own, then warmth and cold, then moods,
 * then times of day. Each colour comes from the first that speaks of it, so “a frozen mountain under northern lights” has the
 * sky of the lights and the stone of the ice.
 */
export const looks: readonly LookWords[] = [
  // What fills a sky.
  {
    isTime: true,
    words: 'aurora northern-lights polar-lights',
    japanese: 'オーロラ 極光',
    sky: 274,
    haze: 196,
    accent: 156,
    light: 178,
    daylight: 0.16,
  },
  {
    isTime: true,
    words: 'blood-moon red-moon eclipse',
    japanese: '赤い月 月食 日食',
    sky: 14,
    haze: 24,
    main: 355,
    accent: 32,
    light: 38,
    daylight: 0.1,
    keepsSky: true,
  },
  {
    isTime: true,
    words: 'golden-hour',
    japanese: '黄金の時間',
    sky: 45,
    haze: 74,
    accent: 62,
    light: 86,
    daylight: 0.76,
    main: 292,
    chroma: 1.2,
  },
  {
    isTime: true,
    words: 'sunset sundown afterglow',
    japanese: '夕焼け 夕日 夕陽 日没',
    sky: 14,
    haze: 50,
    accent: 52,
    light: 72,
    daylight: 0.46,
  },
  {
    isTime: true,
    words: 'sunrise dawn daybreak',
    japanese: '夜明け 暁 日の出 朝焼け',
    sky: 312,
    haze: 36,
    light: 76,
    daylight: 0.54,
  },
  {
    isTime: true,
    words: 'storm thunderstorm thunder lightning hurricane',
    japanese: '嵐 雷',
    sky: 262,
    haze: 240,
    chroma: 0.75,
    daylight: 0.2,
  },
  { isTime: true, words: 'blue-sky', japanese: '青空', sky: 238, haze: 222, daylight: 0.86 },
  { words: 'nebula galaxy milky-way', japanese: '銀河 天の川', sky: 278, haze: 318, daylight: 0.08 },
  // Things with colours of their own.
  {
    words: 'cherry-blossom cherry-blossoms sakura plum-blossom',
    japanese: '桜 花吹雪',
    sky: 352,
    haze: 12,
    main: 350,
    accent: 5,
    light: 55,
    daylight: 0.74,
  },
  {
    words: 'lavender wisteria lilac',
    japanese: 'ラベンダー 藤',
    sky: 300,
    haze: 345,
    main: 300,
    accent: 15,
    light: 70,
  },
  {
    words: 'rust rusty rusted sepia',
    japanese: '錆 セピア',
    sky: 62,
    haze: 72,
    main: 42,
    accent: 55,
    light: 80,
    isEarthy: true,
    keepsSky: true,
    daylight: 0.5,
  },
  {
    words: 'fire flame inferno lava volcano burning wildfire ember hell',
    japanese: '炎 溶岩 火山 燃え',
    sky: 14,
    haze: 34,
    main: 26,
    accent: 48,
    light: 72,
    chroma: 1.2,
    daylight: 0.22,
    keepsSky: true,
  },
  {
    words: 'deep-sea abyss underwater submarine',
    japanese: '深海 水中 海底',
    sky: 238,
    haze: 212,
    main: 226,
    accent: 188,
    light: 198,
    daylight: 0.2,
  },
  { words: 'ocean sea lagoon reef wave', japanese: '海 波', sky: 234, haze: 212, main: 225, daylight: 0.46 },
  { words: 'gold golden gilded', japanese: '黄金 金色', haze: 78, main: 82, accent: 88, light: 90 },
  {
    words: 'autumn maple harvest',
    japanese: '秋 紅葉',
    sky: 26,
    haze: 58,
    main: 34,
    accent: 48,
    light: 78,
    daylight: 0.7,
  },
  {
    words: 'forest wood jungle rainforest meadow grove moss',
    japanese: '森 草原 ジャングル 苔',
    sky: 178,
    haze: 158,
    main: 148,
    light: 112,
  },
  {
    words: 'desert dune sahara canyon sandstone',
    japanese: '砂漠 砂丘 荒野',
    sky: 30,
    haze: 62,
    main: 38,
    light: 76,
    daylight: 0.7,
  },
  { isTime: true, words: 'moon moonlight moonlit', japanese: '月', sky: 265, haze: 248, light: 238, daylight: 0.1 },
  {
    words: 'candle candlelight lantern campfire bonfire',
    japanese: '灯 蝋燭 提灯 焚き火',
    sky: 340,
    haze: 30,
    accent: 50,
    light: 74,
  },
  { words: 'space cosmos universe', japanese: '宇宙', sky: 274, daylight: 0.07 },
  // Warmth and cold.
  {
    words:
      'frozen freezing ice icy iceberg snow snowy snowfall winter frost frosty glacier blizzard arctic antarctic polar cold',
    japanese: '氷 雪 冬 凍',
    sky: 244,
    haze: 226,
    main: 246,
    accent: 196,
    light: 222,
    chroma: 0.9,
  },
  { words: 'rain rainy raining drizzle downpour', japanese: '雨', sky: 256, haze: 236, daylight: 0.22 },
  { words: 'fog foggy mist misty', japanese: '霧', chroma: 0.7 },
  {
    words: 'summer heat hot tropical beach',
    japanese: '夏 暑',
    sky: 42,
    haze: 68,
    accent: 40,
    light: 84,
    daylight: 0.78,
  },
  { words: 'spring', japanese: '春', sky: 218, haze: 350, accent: 355, light: 95, daylight: 0.74 },
  // Moods.
  {
    words: 'angry anger rage fury furious hate war',
    japanese: '怒 憎',
    sky: 16,
    haze: 24,
    main: 22,
    accent: 36,
    light: 52,
    chroma: 1.2,
    daylight: 0.16,
    keepsSky: true,
  },
  {
    words: 'sad sadness sorrow melancholy melancholic grief tears crying heartbreak heartbroken',
    japanese: '悲し 涙 哀',
    sky: 256,
    haze: 242,
    main: 250,
    light: 232,
    chroma: 0.65,
    daylight: 0.24,
  },
  {
    words: 'lonely alone loneliness solitude',
    japanese: '孤独 寂し 独り',
    sky: 262,
    haze: 246,
    main: 256,
    chroma: 0.7,
    daylight: 0.22,
  },
  { words: 'hope hopeful uplifting', japanese: '希望', sky: 228, haze: 64, light: 86, daylight: 0.68 },
  {
    words: 'euphoria euphoric ecstatic joy joyful happy party',
    japanese: '歓喜 幸せ 喜び',
    sky: 325,
    haze: 20,
    main: 345,
    accent: 62,
    light: 84,
    chroma: 1.25,
    daylight: 0.62,
  },
  { words: 'love romance romantic kiss', japanese: '恋 愛', sky: 345, haze: 14, main: 350, accent: 20, light: 50 },
  { words: 'dream dreamy dreaming', japanese: '夢', sky: 292, haze: 340, light: 345 },
  {
    words: 'nostalgia nostalgic memory memories',
    japanese: '懐かし 思い出',
    sky: 20,
    haze: 58,
    light: 76,
    chroma: 0.75,
    daylight: 0.66,
  },
  {
    words: 'mystery mysterious secret haunted ghost',
    japanese: '謎 幽霊 秘密',
    sky: 288,
    haze: 262,
    chroma: 0.8,
    daylight: 0.14,
  },
  { words: 'calm peaceful serene', japanese: '穏やか 静か', chroma: 0.8 },
  // Times of day.
  { isTime: true, words: 'midnight', japanese: '真夜中', sky: 268, haze: 258, daylight: 0.03 },
  { isTime: true, words: 'night nighttime', japanese: '夜', sky: 268, haze: 262, daylight: 0.06 },
  {
    isTime: true,
    words: 'dusk twilight evening',
    japanese: '夕 黄昏 暮れ',
    sky: 335,
    haze: 34,
    light: 68,
    daylight: 0.36,
  },
  { isTime: true, words: 'morning', japanese: '朝', sky: 232, haze: 42, light: 82, daylight: 0.66 },
  {
    isTime: true,
    words: 'noon midday daylight sunny sunshine',
    japanese: '昼 太陽 晴れ',
    sky: 236,
    haze: 220,
    light: 92,
    daylight: 0.9,
  },
];

/** The look of several words together: each part from the first that speaks of it, factors of colour multiplied. */
export function mergeLooks(found: readonly LookWords[]): Look {
  const merged: Look = {};
  for (const { words: _, japanese: __, isTime: ___, ...look } of found) {
    const chroma = (merged.chroma ?? 1) * (look.chroma ?? 1);
    Object.assign(merged, { ...look, ...merged }, chroma === 1 ? {} : { chroma: Math.max(0.5, Math.min(1.3, chroma)) });
  }
  const daylight = found.find(({ isTime }) => isTime)?.daylight ?? merged.daylight;
  return daylight === undefined ? merged : { ...merged, daylight };
}
