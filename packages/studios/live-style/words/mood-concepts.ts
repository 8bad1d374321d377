import { concept } from './concept.ts';

/** Words that name a mood, tone, detail or strength. */
export const moodConcepts = [
  concept(
    'mood',
    {
      en: 'soft, softly, softer, gentle, gently, tender, delicate, mellow, smooth, silky, velvety, subtle contrast',
      ja: '柔らかい, やわらかい, 優しい, やさしい, ソフト, 柔らか, ふんわり, ふわふわ, なめらか, 繊細, やわらか, ほんわか',
    },
    { contrast: -0.35, detail: -0.1, brightness: 0.03 },
  ),
  concept(
    'mood',
    {
      en: 'dreamy, dreamlike, ethereal, hazy dream, floating, angelic, heavenly, romantic, love, romance, wedding',
      ja: '夢のよう, 夢みたい, 夢のような, 幻想, ロマンチック, 恋, 恋愛, 天使, 天国, 儚い, うっとり',
    },
    {
      contrast: -0.3,
      brightness: 0.12,
      toning: 0.25,
      shadows: '#40305c',
      lights: '#ffe6f2',
      light: 0.35,
      lightColour: '#ffe4f0',
    },
    { suggests: 'dream' },
  ),
  concept(
    'mood',
    {
      en: 'dark, darker, darkness, gloomy, gloom, moody, sombre, somber, sinister, grim, brooding, murk, low key, low-key, shadowy',
      ja: '暗い, ダーク, 陰気, 薄暗い, 不吉, 闇, 暗め, 重苦しい, 影, ほの暗い, 暗黒',
    },
    { brightness: -0.35, contrast: 0.1, vignette: 0.35 },
  ),
  concept(
    'mood',
    {
      en: 'bright, brighter, brightness, airy, high key, high-key, brilliant, sunny mood, lighter, fresh, clean, crisp white',
      ja: '明るい, 明るめ, 爽やか, さわやか, 清々しい, フレッシュ, 軽やか, 清潔',
    },
    { brightness: 0.32 },
  ),
  concept(
    'mood',
    {
      en: 'happy, cheerful, joyful, joy, fun, playful, lively, merry, upbeat, energetic, cute, kawaii, adorable, sweet, silly',
      ja: '楽しい, 嬉しい, うれしい, 元気, 陽気, ハッピー, かわいい, 可愛い, ポップ, にぎやか, 賑やか, 愉快, キュート, 幸せ',
    },
    { saturation: 0.25, brightness: 0.15, warmth: 0.15 },
  ),
  concept(
    'mood',
    {
      en: 'sad, melancholy, melancholic, lonely, sorrow, sorrowful, tears, wistful, blue mood, gloomy rain, mournful, lonesome',
      ja: '悲しい, 哀しい, 寂しい, さみしい, 切ない, 憂鬱, メランコリー, 孤独, 涙, せつない, 哀愁',
    },
    { saturation: -0.3, warmth: -0.25, brightness: -0.12, toning: 0.2, shadows: '#1a2844', lights: '#d4dcec' },
  ),
  concept(
    'mood',
    {
      en: 'calm, peaceful, quiet, serene, tranquil, relaxed, relaxing, restful, still, meditative, sleepy, cosy lull',
      ja: '静か, 穏やか, おだやか, 落ち着いた, 平和, 安らか, のどか, 静寂, リラックス, 癒し, 癒やし, まったり',
    },
    { contrast: -0.2, saturation: -0.1, overlayAmount: -0.1, wind: -0.2 },
  ),
  concept(
    'mood',
    {
      en: 'cosy, cozy, homely, snug, hygge, comfortable, intimate, warm and fuzzy',
      ja: '居心地の良い, くつろぎ, ほっこり, 心地よい, ぬくもり, ぬくぬく, 温もり',
    },
    { warmth: 0.4, brightness: -0.05, light: 0.35, lightColour: '#ffc880', vignette: 0.3 },
  ),
  concept(
    'mood',
    {
      en: 'dramatic, drama, epic, intense, heroic, powerful, theatrical, majestic, grand, gothic, fierce',
      ja: 'ドラマチック, 劇的, 壮大, 迫力, 力強い, 激しい, 勇ましい, 荘厳, ゴシック, エピック, 迫真',
    },
    { contrast: 0.4, saturation: 0.1, vignette: 0.4 },
  ),
  concept(
    'mood',
    { en: 'noir, film noir, detective, gangster, hard-boiled', ja: 'ノワール, フィルムノワール, 探偵, ハードボイルド' },
    { saturation: -1, contrast: 0.45, brightness: -0.15, vignette: 0.55, light: 0.3, lightColour: '#ffffff' },
  ),
  concept(
    'mood',
    {
      en: 'mysterious, mystery, enigmatic, secret, eerie, uncanny, arcane, occult',
      ja: '神秘, 謎めいた, ミステリアス, 謎, 秘密, 妖しい, 怪しい, 不思議',
    },
    { brightness: -0.2, toning: 0.35, shadows: '#101c3a', lights: '#cfe0d8', vignette: 0.45 },
  ),
  concept(
    'mood',
    {
      en: 'elegant, luxurious, luxury, royal, regal, noble, opulent, glamorous, sophisticated, classy',
      ja: '優雅, エレガント, 上品, 豪華, 高級, 王様, 気品, 華やか, ゴージャス, 雅',
    },
    { contrast: 0.15, toning: 0.3, shadows: '#221034', lights: '#fbe6b8', warmth: 0.1 },
  ),
  concept(
    'mood',
    {
      en: 'fresh spring, refreshing, crisp, invigorating, lush, juicy',
      ja: 'みずみずしい, 瑞々しい, 清涼, すがすがしい, 新鮮',
    },
    { saturation: 0.2, brightness: 0.1, contrast: 0.1, warmth: -0.05 },
  ),
  concept(
    'mood',
    {
      en: 'fiery, burning, lava, volcanic, inferno, hell, blazing, flaming, molten',
      ja: '燃える, 灼熱, 溶岩, 火山, 地獄, 烈火, 燃え盛る',
    },
    {
      warmth: 0.8,
      saturation: 0.3,
      contrast: 0.3,
      brightness: -0.1,
      toning: 0.5,
      shadows: '#3c0606',
      lights: '#ffb050',
      light: 0.5,
      lightColour: '#ff7a20',
      lightX: 0.5,
      lightY: 0.95,
    },
  ),
  concept(
    'mood',
    {
      en: 'toxic, alien, acid, radioactive, poison, matrix, zombie',
      ja: '毒々しい, エイリアン, 放射能, 毒, マトリックス, ゾンビ, 宇宙人',
    },
    { toning: 0.55, shadows: '#06280c', lights: '#c8ff9a', contrast: 0.2, saturation: 0.1 },
  ),
  concept(
    'tone',
    {
      en: 'contrast, contrasty, hard, high contrast, punchy, bold, striking, stark, harsh, crisp contrast',
      ja: 'コントラスト, くっきり, はっきり, メリハリ, 強いコントラスト, 力強いコントラスト, ハード, パキッと',
    },
    { contrast: 0.35 },
  ),
  concept(
    'tone',
    { en: 'flat, low contrast, matte', ja: 'フラット, 低コントラスト, マット, 平坦, のっぺり' },
    { contrast: -0.35 },
  ),
  concept(
    'detail',
    {
      en: 'detailed, detail, details, fine, intricate, precise, sharp, sharper, elaborate, fine lines, finer, fine strokes, small strokes, filigree, high detail',
      ja: '細かい, 細かく, 精密, 緻密, ディテール, 詳細, 繊細な線, 細密, シャープ, 細い線, 細部, 精細',
    },
    { detail: 0.35 },
  ),
  concept(
    'detail',
    {
      en: 'broad, rough, coarse, loose, simple, simplified, abstract, big strokes, broad strokes, bold strokes, thick strokes, thick lines, thick paint, chunky, minimal, minimalist, blurry, large strokes, sketchy, crude',
      ja: '粗い, 大胆, 大まか, ざっくり, シンプル, 抽象的, 抽象, 太い線, 太い, 簡略, ミニマル, 大きい, おおざっぱ, 荒い',
    },
    { detail: -0.35 },
  ),
  concept(
    'detail',
    {
      en: 'lines, line, outline, outlines, line art, contour, contours, black lines, inked lines',
      ja: '線, 輪郭, 輪郭線, 黒い線, ライン, アウトライン',
    },
    { detail: 0.1, contrast: 0.1 },
    { suggests: 'anime' },
  ),
  concept(
    'strength',
    {
      en: 'strong, stronger, full, fully painted, strongly painted, heavily painted, strength, effect, painterly, stylised, stylized',
      ja: '強い, 強め, しっかり, 濃い, 濃く, 強さ, 効果, 完全に',
    },
    { strength: 0.35 },
  ),
  concept(
    'strength',
    {
      en: 'subtle, subtly, natural, realistic, faint, light touch, mild, transparent, photo, photographic, real, weak, weaker, see-through, half painted, a hint',
      ja: '控えめ, ひかえめ, 自然な, ナチュラル, 写実的, リアル, 薄く, 弱い, 弱め, 淡く, うっすら, さりげない, ほのか',
    },
    { strength: -0.4 },
  ),
];
