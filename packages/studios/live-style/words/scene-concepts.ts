import { concept } from './concept.ts';

/** Words that name a season, a time of day, a light, the weather or a place. */
export const sceneConcepts = [
  concept(
    'season',
    {
      en: 'spring, springtime, april, cherry blossom, cherry blossoms, sakura, blossom, blossoms, blooming, bloom season',
      ja: '春, 春らしい, 桜, さくら, サクラ, お花見, 花見, 桜吹雪, 満開, 四月',
    },
    {
      overlay: 'petals',
      overlayAmount: 0.05,
      warmth: 0.1,
      saturation: 0.1,
      brightness: 0.15,
      contrast: -0.1,
      toning: 0.25,
      shadows: '#3a2c50',
      lights: '#ffe3ec',
    },
  ),
  concept(
    'season',
    {
      en: 'summer, summery, summertime, july, august, midsummer, tropical, holiday, vacation',
      ja: '夏, 夏らしい, 真夏, 常夏, 南国, 夏休み, 八月, トロピカル',
    },
    { warmth: 0.2, saturation: 0.25, brightness: 0.15, contrast: 0.1, light: 0.35, lightColour: '#fff0c0' },
  ),
  concept(
    'season',
    {
      en: 'autumn, autumnal, fall, falling leaves, october, november, harvest, autumn leaves, foliage, maple, thanksgiving',
      ja: '秋, 秋らしい, 紅葉, もみじ, 落ち葉, 枯れ葉, 枯葉, 晩秋, 十月, 収穫',
    },
    {
      overlay: 'leaves',
      overlayAmount: 0.05,
      warmth: 0.4,
      saturation: 0.1,
      toning: 0.35,
      shadows: '#40200f',
      lights: '#ffd79a',
    },
  ),
  concept(
    'season',
    {
      en: 'winter, wintry, winterly, december, january, christmas, xmas, yule, polar, arctic',
      ja: '冬, 冬らしい, 真冬, 十二月, 一月, クリスマス, 雪国, 北極, 雪景色',
    },
    {
      overlay: 'snow',
      overlayAmount: 0,
      warmth: -0.35,
      saturation: -0.15,
      brightness: 0.1,
      toning: 0.3,
      shadows: '#1c2e52',
      lights: '#e6f0ff',
    },
  ),
  concept(
    'season',
    {
      en: 'halloween, spooky, haunted, creepy, ghostly, witch, witchy',
      ja: 'ハロウィン, ハロウィーン, 不気味, お化け, おばけ, 幽霊, 魔女',
    },
    { brightness: -0.25, contrast: 0.2, toning: 0.5, shadows: '#1e0b33', lights: '#ffb05a', vignette: 0.5 },
  ),
  concept(
    'time',
    {
      en: 'dawn, daybreak, sunrise, early morning, first light, aurora dawn',
      ja: '夜明け, 明け方, 日の出, 暁, あけぼの, 朝焼け, 朝日',
    },
    {
      warmth: 0.15,
      brightness: 0.05,
      contrast: -0.15,
      toning: 0.35,
      shadows: '#2c2a58',
      lights: '#ffd8c0',
      light: 0.4,
      lightColour: '#ffc4a0',
      lightX: 0.15,
      lightY: 0.45,
    },
  ),
  concept(
    'time',
    { en: 'morning, mornings, breakfast', ja: '朝, 午前, 朝の光, 爽やかな朝' },
    { brightness: 0.15, warmth: 0.1, light: 0.3, lightColour: '#fff0cc', lightX: 0.15, lightY: 0.2 },
  ),
  concept(
    'time',
    { en: 'noon, midday, daylight, daytime, day, broad daylight', ja: '昼, 真昼, 正午, 昼間, 日中, お昼' },
    { brightness: 0.2, contrast: 0.1, light: 0.2, lightColour: '#ffffff', lightX: 0.5, lightY: 0 },
  ),
  concept(
    'time',
    { en: 'afternoon, late afternoon, tea time', ja: '午後, 昼下がり' },
    { warmth: 0.2, light: 0.3, lightColour: '#ffe2ae', lightX: 0.8, lightY: 0.2 },
  ),
  concept(
    'time',
    {
      en: 'evening, sunset, sundown, golden hour, dusk glow, setting sun, evenings',
      ja: '夕方, 夕焼け, 夕暮れ, 夕日, 日没, 夕陽, 夕, 黄昏, たそがれ, 日暮れ',
    },
    {
      warmth: 0.4,
      brightness: -0.08,
      toning: 0.35,
      shadows: '#38204a',
      lights: '#ffc98a',
      light: 0.5,
      lightColour: '#ffb870',
      lightX: 0.8,
      lightY: 0.45,
      vignette: 0.2,
    },
  ),
  concept(
    'time',
    { en: 'dusk, twilight, nightfall, blue hour, gloaming', ja: '薄暮, 宵, ブルーアワー, 夕闇, 薄明, 日が暮れる' },
    { warmth: -0.15, brightness: -0.2, toning: 0.4, shadows: '#16204a', lights: '#d6b8d8', vignette: 0.3 },
  ),
  concept(
    'time',
    {
      en: 'night, nights, nighttime, night-time, midnight, nocturnal, at night',
      ja: '夜, 真夜中, 夜中, 深夜, 夜の, 夜間, 夜更け, 夜景',
    },
    {
      warmth: -0.3,
      brightness: -0.38,
      contrast: 0.1,
      toning: 0.45,
      shadows: '#0a1436',
      lights: '#b8c8f0',
      vignette: 0.45,
    },
  ),
  concept(
    'light',
    { en: 'moonlight, moonlit, moon, full moon, moonshine', ja: '月明かり, 月光, 月, 満月, 月夜, 月影' },
    {
      warmth: -0.35,
      brightness: -0.2,
      toning: 0.35,
      shadows: '#0c1a40',
      lights: '#d0dcff',
      light: 0.45,
      lightColour: '#c8d8ff',
      lightX: 0.7,
      lightY: 0.1,
      vignette: 0.35,
    },
  ),
  concept(
    'light',
    {
      en: 'candlelight, candle, candles, candlelit, lantern, lanterns, fireplace, firelight, campfire, fire, bonfire, lamplight, lamp',
      ja: 'ろうそく, 蝋燭, キャンドル, 灯り, ランタン, 提灯, 暖炉, 焚き火, たき火, 火, 炎, ランプ, 行灯',
    },
    {
      warmth: 0.5,
      brightness: -0.15,
      contrast: 0.1,
      toning: 0.35,
      shadows: '#2a1008',
      lights: '#ffcf8c',
      light: 0.65,
      lightColour: '#ffab52',
      lightX: 0.3,
      lightY: 0.7,
      vignette: 0.5,
    },
  ),
  concept(
    'light',
    {
      en: 'sunlight, sunny, sun, sunshine, sunlit, sunbeams, sun rays, god rays, sunbeam, bright sun',
      ja: '日差し, 太陽, 日光, 陽光, 晴れ, 晴れた, 晴天, お日様, 陽射し, 木漏れ日, 陽だまり, 快晴',
    },
    { warmth: 0.25, brightness: 0.15, saturation: 0.1, light: 0.5, lightColour: '#ffe6a8' },
  ),
  concept(
    'light',
    {
      en: 'glow, glowing, shine, shining, radiant, luminous, light, lights, lit, halo, sparkle, sparkling, glitter, shimmering, shimmer',
      ja: '光, 輝き, 輝く, 光る, きらきら, キラキラ, 発光, 眩しい, まばゆい, きらめき, 煌めく, グロー, ライト',
    },
    { light: 0.45, brightness: 0.05 },
  ),
  concept(
    'light',
    { en: 'backlit, backlight, rim light, silhouette, contre-jour', ja: '逆光, シルエット, バックライト' },
    { light: 0.7, lightX: 0.5, lightY: 0.2, contrast: 0.3, brightness: -0.1, vignette: 0.2 },
  ),
  concept(
    'light',
    {
      en: 'spotlight, stage, stage light, theatre, theater, dramatic light, chiaroscuro, caravaggio, rembrandt, limelight',
      ja: 'スポットライト, 舞台, 劇場, 明暗, カラヴァッジョ, レンブラント, ステージ, 演劇',
    },
    { light: 0.6, lightX: 0.5, lightY: 0.1, lightColour: '#ffe8c4', contrast: 0.4, brightness: -0.15, vignette: 0.7 },
  ),
  concept(
    'light',
    { en: 'vignette, dark corners, dark edges, peephole', ja: 'ビネット, 周辺減光, 四隅' },
    { vignette: 0.5 },
  ),
  concept(
    'weather',
    {
      en: 'snow, snowy, snowing, snowfall, snowflakes, blizzard, snowstorm, flurries',
      ja: '雪, 降雪, 吹雪, 粉雪, 雪の, 雪が降る, 初雪, 大雪, ゆき',
    },
    { overlay: 'snow', overlayAmount: 0.1, warmth: -0.25, brightness: 0.1, saturation: -0.1 },
  ),
  concept(
    'weather',
    {
      en: 'rain, rainy, raining, drizzle, downpour, shower, wet, umbrella, raindrops, monsoon',
      ja: '雨, 雨の, 小雨, 大雨, 雨降り, 梅雨, しとしと, 雨粒, 土砂降り, にわか雨',
    },
    {
      overlay: 'rain',
      overlayAmount: 0.1,
      warmth: -0.2,
      saturation: -0.2,
      brightness: -0.12,
      toning: 0.2,
      shadows: '#182430',
      lights: '#d4dee8',
    },
  ),
  concept(
    'weather',
    {
      en: 'storm, stormy, thunder, thunderstorm, lightning, tempest, hurricane, typhoon',
      ja: '嵐, 雷, 雷雨, 台風, 暴風, 暴風雨, 稲妻',
    },
    {
      overlay: 'rain',
      overlayAmount: 0.35,
      wind: 0.6,
      warmth: -0.3,
      brightness: -0.25,
      contrast: 0.3,
      saturation: -0.2,
      vignette: 0.35,
    },
  ),
  concept(
    'weather',
    {
      en: 'fog, foggy, mist, misty, haze, hazy, smoky, smoke, steam, steamy, cloudy, overcast, clouds, murky',
      ja: '霧, もや, 靄, 霞, かすみ, 曇り, 曇天, 煙, 湯気, 雲, くもり, 朝霧',
    },
    { contrast: -0.4, saturation: -0.25, brightness: 0.1, toning: 0.15, shadows: '#59616c', lights: '#eef0f2' },
  ),
  concept(
    'weather',
    {
      en: 'wind, windy, breeze, breezy, gust, gusty, blowing, windswept',
      ja: '風が強い, そよ風, 強風, 風の強い, 突風, 吹く, 風に吹かれ',
    },
    { wind: 0.5 },
  ),
  concept(
    'weather',
    { en: 'leaves, leaf, falling leaf', ja: '葉, 葉っぱ, 木の葉, 落葉, リーフ' },
    { overlay: 'leaves', overlayAmount: 0.1 },
  ),
  concept(
    'weather',
    {
      en: 'petals, petal, confetti, falling flowers, flowers, flower, floral',
      ja: '花びら, 花弁, 花, 紙吹雪, お花, 花吹雪',
    },
    { overlay: 'petals', overlayAmount: 0.1 },
  ),
  concept(
    'weather',
    {
      en: 'fireflies, firefly, glow worms, embers, lightning bugs, fairy lights, fairy dust, will-o-the-wisp',
      ja: '蛍, ホタル, ほたる, 火の粉, 妖精の光, 蛍の光',
    },
    { overlay: 'fireflies', overlayAmount: 0.1, brightness: -0.15 },
  ),
  concept(
    'weather',
    {
      en: 'stars, star, starry, starlight, stardust, constellation, shooting stars, milky way',
      ja: '星, 星空, 満天の星, 星屑, 流れ星, 星座, 天の川, きらぼし',
    },
    { overlay: 'stars', overlayAmount: 0.1, brightness: -0.15, toning: 0.2, shadows: '#0b1038', lights: '#dfe4ff' },
  ),
  concept(
    'weather',
    {
      en: 'dust, dusty, sand, sandstorm, floating dust, pollen, motes, ash fall, particles',
      ja: '埃, ほこり, 砂, 砂嵐, 塵, 花粉, 粒子',
    },
    { overlay: 'dust', overlayAmount: 0.1 },
  ),
  concept(
    'weather',
    {
      en: 'bubbles, bubble, soap bubbles, foam, fizzy, champagne',
      ja: '泡, シャボン玉, あわ, バブル, しゃぼん玉, 炭酸',
    },
    { overlay: 'bubbles', overlayAmount: 0.1 },
  ),
  concept(
    'place',
    {
      en: 'underwater, sea, ocean, under the sea, deep sea, aquarium, mermaid, reef, lagoon, marine',
      ja: '海, 水中, 海の中, 海中, 深海, 水族館, 人魚, 珊瑚礁, 海底, 大海',
    },
    {
      overlay: 'bubbles',
      overlayAmount: 0.05,
      warmth: -0.35,
      brightness: -0.05,
      toning: 0.45,
      shadows: '#06304a',
      lights: '#bdf0ec',
      light: 0.3,
      lightColour: '#c8fff4',
      lightX: 0.5,
      lightY: 0,
    },
  ),
  concept(
    'place',
    {
      en: 'forest, woods, woodland, jungle, garden, meadow, park, nature, fern, leafy',
      ja: '森, 林, 森の中, ジャングル, 庭, 草原, 公園, 自然, 森林, 緑豊か',
    },
    { toning: 0.35, shadows: '#12301c', lights: '#eaf4c4', saturation: 0.1, light: 0.2, lightColour: '#f4ffc0' },
  ),
  concept(
    'place',
    { en: 'desert, dunes, savanna, wild west, western, sahara', ja: '砂漠, サバンナ, 西部劇, 荒野, 砂丘' },
    {
      overlay: 'dust',
      overlayAmount: 0,
      warmth: 0.45,
      saturation: 0,
      contrast: 0.15,
      toning: 0.35,
      shadows: '#4a2a12',
      lights: '#ffe2b0',
    },
  ),
  concept(
    'place',
    {
      en: 'space, outer space, cosmos, cosmic, galaxy, universe, nebula, interstellar, planet',
      ja: '宇宙, 銀河, 星雲, コスモ, 惑星, 宇宙空間, スペース',
    },
    {
      overlay: 'stars',
      overlayAmount: 0.2,
      brightness: -0.25,
      saturation: 0.2,
      toning: 0.5,
      shadows: '#14083a',
      lights: '#d8c8ff',
      vignette: 0.4,
    },
  ),
  concept(
    'place',
    {
      en: 'city, city lights, street, urban, downtown, tokyo, metropolis, nightclub, club, disco',
      ja: '街, 都会, 都市, 夜の街, 東京, 渋谷, 新宿, クラブ, ディスコ, 繁華街',
    },
    { contrast: 0.2, saturation: 0.15, toning: 0.25, shadows: '#141034', lights: '#ffd0e8' },
    { suggests: 'neon' },
  ),
  concept(
    'place',
    {
      en: 'cyberpunk, sf, sci-fi, science fiction, futuristic, future, hacker, hologram, synthwave, vaporwave, retrowave, outrun',
      ja: 'サイバーパンク, 近未来, 未来, 未来的, ホログラム, シンセウェーブ, ヴェイパーウェイヴ, サイバー',
    },
    {
      saturation: 0.35,
      contrast: 0.2,
      brightness: -0.15,
      toning: 0.5,
      shadows: '#1a0b4a',
      lights: '#8df2ff',
      light: 0.4,
      lightColour: '#ff5ad0',
      lightX: 0.85,
      lightY: 0.3,
      vignette: 0.3,
    },
    { suggests: 'neon' },
  ),
  concept(
    'place',
    {
      en: 'fairy tale, fairytale, fantasy, magic, magical, enchanted, wonderland, wizard, unicorn, elf, mystical, mythical',
      ja: 'おとぎ話, 童話, ファンタジー, 魔法, 魔法の, メルヘン, 不思議の国, 妖精, 神話, 幻想的, 神秘的',
    },
    {
      overlay: 'fireflies',
      overlayAmount: 0,
      saturation: 0.15,
      contrast: -0.1,
      toning: 0.3,
      shadows: '#2a1a58',
      lights: '#ffe8f4',
      light: 0.35,
      lightColour: '#ffe0ff',
    },
  ),
  concept(
    'place',
    {
      en: 'beach, seaside, shore, coast, island, hawaii, paradise',
      ja: 'ビーチ, 浜辺, 海辺, 海岸, 島, ハワイ, 楽園, 渚, 砂浜',
    },
    {
      warmth: 0.15,
      saturation: 0.2,
      brightness: 0.2,
      toning: 0.2,
      shadows: '#0e4258',
      lights: '#fff2cc',
      light: 0.3,
      lightColour: '#fff4d0',
    },
  ),
  concept(
    'place',
    {
      en: 'mountain, mountains, alpine, glacier, ice, icy, frost, frosty, frozen, freezing, crystal',
      ja: '山, 山脈, 氷, 氷河, 霜, 凍った, 凍てつく, 凍える, クリスタル, アルプス',
    },
    { warmth: -0.45, contrast: 0.15, brightness: 0.1, toning: 0.35, shadows: '#183a5c', lights: '#ecf8ff' },
  ),
  concept(
    'place',
    {
      en: 'temple, shrine, kyoto, zen, tea house, bamboo, wabi-sabi',
      ja: '神社, お寺, 寺, 京都, 禅, 茶室, 竹, わびさび, 侘び寂び, 鳥居',
    },
    { saturation: -0.2, contrast: -0.05, toning: 0.3, shadows: '#22301f', lights: '#f4ead0' },
    { suggests: 'ink' },
  ),
  concept(
    'place',
    {
      en: 'festival, matsuri, carnival, circus, fairground, party, fireworks, celebration, birthday',
      ja: '祭り, お祭り, 縁日, カーニバル, サーカス, パーティー, パーティ, 花火, 誕生日, 夏祭り',
    },
    {
      saturation: 0.35,
      warmth: 0.2,
      contrast: 0.1,
      overlay: 'petals',
      overlayAmount: 0,
      light: 0.3,
      lightColour: '#ffce70',
    },
  ),
];
