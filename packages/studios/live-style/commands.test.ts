import { frameStyle } from '@kinora/capabilities';
import { describe, expect, test } from 'vitest';
import { exampleCommands, readCommand } from './commands.ts';
import { presets } from './presets.ts';
import { liveActions } from './words/actions.ts';

const now = frameStyle.parse({ overlay: 'snow', palette: { saturation: 1 }, strength: 0.7 });

const actions = {
  freeze: [
    'freeze',
    'Freeze!',
    'kinora, freeze please',
    'um, freeze',
    "free's",
    'hold it',
    'freez',
    '止めて',
    '止めてください',
    '静止して',
  ],
  unfreeze: ['unfreeze', 'continue', 'okay go on', '再開して', '動かして'],
  back: ['back', 'go back', 'Undo that.', 'could you go back please', '戻して', '元に戻して', 'さっきの', '取り消し'],
  forward: ['redo', 'go forward', 'やり直す'],
  reset: ['reset', 'start over', 'リセット', '最初から'],
  surprise: ['surprise me', 'random', 'おまかせ', 'ランダム'],
  'record-start': [
    'record',
    'start recording',
    'please start recording now',
    'start the recording',
    'start recordin',
    '録画',
    '録画開始',
    '録画してください',
  ],
  'record-stop': [
    'stop recording',
    'stop the recording',
    'hey kinora stop recording',
    'finish recording',
    '録画停止',
    '録画を止めて',
    '録画やめて',
  ],
  snapshot: [
    'take a picture',
    'snapshot',
    'take a photo please',
    'say cheese',
    'screenshot',
    '写真',
    '写真を撮って',
    '撮って',
    'スクショ',
  ],
  'live-start': [
    'go live',
    'go life',
    'start streaming',
    'start the stream',
    'broadcast',
    "let's go live",
    '配信開始',
    '配信を始めて',
    'ライブ開始',
  ],
  'live-stop': [
    'stop the stream',
    'stop streaming',
    'end the stream',
    'go offline',
    '配信停止',
    '配信を止めて',
    '配信終了',
  ],
  mirror: ['mirror', 'flip', '左右反転', 'ミラー'],
  'mirror-off': ['mirror off', 'no mirror', 'ミラーオフ'],
  mute: ['mute', 'microphone off', 'mute me', 'ミュート', 'マイクを切って'],
  unmute: ['unmute', 'mic on', 'ミュート解除'],
  'compare-on': ['compare', 'show the original', '比較', '比べて'],
  fullscreen: ['full screen', 'fullscreen', '全画面'],
  'background-blur': ['blur the background', '背景をぼかして'],
  'camera-off': ['camera off', 'カメラを止めて'],
  help: ['help', 'what can I say', 'ヘルプ'],
} as const;

const lookPhrases = {
  pencil: [
    'make it a pencil drawing',
    'pencil',
    'pencils drawing',
    'could you make it a pencil sketch please',
    '鉛筆にして',
    'スケッチにして',
  ],
  watercolour: [
    'watercolour',
    'water color',
    'make it watercolor',
    'water cooler',
    '水彩にして',
    '水彩画にしてください',
  ],
  oil: ['oil painting', 'an oil painting please', 'paint me in oil', '油絵', '油絵にして'],
  anime: ['anime', 'anime style', 'make me anime', 'アニメにして', 'アニメ風'],
  comic: ['comic', 'turn it into a comic', 'コミック'],
  'stained-glass': ['stained glass', 'like stained glass', 'stain glass', 'ステンドグラスにして'],
  mosaic: ['mosaic', 'モザイクにして'],
  pixel: ['pixel art', '8-bit', 'ドット絵にして', 'ファミコン風'],
  neon: ['neon', 'ネオンにして'],
  ink: ['ink and wash', '水墨画', '墨絵にして'],
  pastel: ['pastel', 'chalk', 'パステルにして'],
  dream: ['dream', '夢'],
} as const;

/** Which number goes where: [phrases, path, sign]. */
const adjustments = [
  [
    [
      'more blue',
      'more blew',
      'bluer',
      'make it more blue',
      'a bit more blue please',
      'もっと青く',
      'もっと青くして',
      '少し青く',
    ],
    'warmth',
    -1,
  ],
  [['warmer', 'make it warmer', 'a little warmer', 'more warmth', 'もっと暖かく', '暖かくして'], 'warmth', 1],
  [['colder', 'cooler please', 'もっと冷たく'], 'warmth', -1],
  [
    ['darker', 'make it darker', 'a bit darker', 'much darker', 'darken it', '暗くして', 'もっと暗く', 'もう少し暗く'],
    'brightness',
    -1,
  ],
  [
    [
      'brighter',
      'more light',
      'brightness up',
      'turn up the brightness',
      'もっと明るく',
      '明るくして',
      '明るさを上げて',
    ],
    'brightness',
    1,
  ],
  [
    ['less detail', 'fewer details', 'simpler', 'rougher', 'ディテールを減らして', '細かさを下げて', 'もっと粗く'],
    'detail',
    -1,
  ],
  [['more detail', 'finer', 'more details please', 'もっと細かく', 'ディテールを増やして'], 'detail', 1],
  [['stronger', 'more effect', 'もっと強く', '効果を強く'], 'strength', 1],
  [['weaker', 'less effect', 'subtler', '効果を弱く', 'もっと弱く'], 'strength', -1],
  [['more contrast', 'punchier', 'コントラストを上げて'], 'contrast', 1],
  [['less contrast', 'softer', 'もっと柔らかく', 'コントラストを下げて'], 'contrast', -1],
  [['more colourful', 'more color', 'more saturation', 'richer', 'もっと鮮やかに', '彩度を上げて'], 'saturation', 1],
  [['less colourful', 'paler', 'less saturation', '彩度を下げて'], 'saturation', -1],
  [['more snow', 'a lot more snow', '雪を増やして', 'もっと雪を降らせて'], 'overlayAmount', 1],
  [['less snow', 'fewer snowflakes', '雪を減らして', '雪を少なく'], 'overlayAmount', -1],
  [['more wind', 'windier', '風を強く'], 'wind', 1],
] as const;

const numbers = (style: typeof now) => ({ ...style.palette, ...style }) as unknown as Record<string, number>;

describe('commands', () => {
  test.each(Object.entries(actions).flatMap(([action, said]) => said.map((phrase) => [phrase, action])))(
    '"%s" means %s',
    (phrase, action) => {
      expect(readCommand(phrase, now)).toEqual({ type: 'action', action });
    },
  );

  test.each(Object.entries(lookPhrases).flatMap(([look, said]) => said.map((phrase) => [phrase, look])))(
    '"%s" changes the look to %s and nothing else',
    (phrase, look) => {
      const command = readCommand(phrase, now);
      expect(command).toMatchObject({ type: 'look', style: { look, overlay: 'snow', strength: 0.7 } });
    },
  );

  test.each(adjustments.flatMap(([said, key, sign]) => said.map((phrase) => [phrase, key, sign] as const)))(
    '"%s" moves %s by %i',
    (phrase, key, sign) => {
      const command = readCommand(phrase, now);
      if (command.type !== 'adjust') throw new Error(`It is taken for ${command.type}.`);
      expect(Math.sign((numbers(command.style)[key] ?? 0) - (numbers(now)[key] ?? 0))).toBe(sign);
      expect(command.style.look).toBe('oil');
      expect(command.style.overlay).toBe('snow');
    },
  );

  test.each(['no snow', 'remove the snow', 'snow off', '雪なし', '雪を消して', '雪をやめて'])(
    '"%s" ends the snow and nothing else',
    (phrase) => {
      expect(readCommand(phrase, now)).toMatchObject({
        type: 'adjust',
        style: { overlay: 'none', palette: now.palette },
      });
    },
  );

  test.each([
    ['watercolour, golden autumn evening', { look: 'watercolour', overlay: 'leaves' }],
    ['golden autumn evening, soft', { look: 'oil', overlay: 'leaves' }],
    ['a rainy night in Tokyo', { overlay: 'rain' }],
    ['make it a winter evening with fireflies', { overlay: 'fireflies' }],
    ['水彩、秋の夕方', { look: 'watercolour', overlay: 'leaves' }],
    ['桜の朝、水彩で', { look: 'watercolour', overlay: 'petals' }],
    ['星空の夜', { overlay: 'stars' }],
  ])('"%s" is a new style', (phrase, style) => {
    expect(readCommand(phrase, now)).toMatchObject({ type: 'prompt', style });
  });

  test.each(
    presets.flatMap(({ id, name }) => [
      [id, name.en],
      [id, name.ja],
      [id, `preset ${name.en}`],
    ]),
  )('%s is had by "%s"', (id, said) => {
    const command = readCommand(said, now);
    expect(command.type === 'preset' ? command.preset.id : command.type).toBe(id);
  });

  test.each([
    ['grandmother on a bicycle', null],
    ['watercolur please', 'watercolour'],
    ['', null],
    ['カメラを動かせ', 'カメラをつけて'],
  ])('"%s" is not understood; perhaps %s was meant', (phrase, suggestion) => {
    const command = readCommand(phrase, now);
    expect(command).toMatchObject({ type: 'unknown', suggestion });
  });

  test('a new look takes the place of the one in the words', () => {
    const painted = frameStyle.parse({ prompt: 'oil painting, golden autumn' });
    const command = readCommand('watercolour', painted);
    expect(command).toMatchObject({ type: 'look', style: { prompt: 'watercolour, golden autumn' } });
  });

  test('each step goes on where the one before ended, and never beyond its range', () => {
    let style = now;
    let last = 0;
    for (let i = 0; i < 30; i++) {
      const command = readCommand('more blue', style);
      if (command.type !== 'adjust') throw new Error(command.type);
      style = frameStyle.parse(command.style);
      expect(style.palette.warmth).toBeLessThanOrEqual(last);
      last = style.palette.warmth;
    }
    expect(last).toBeLessThan(-0.8);
  });

  test('every action has an example in both languages that means it', () => {
    for (const language of ['en', 'ja'] as const) {
      for (const { action, phrase } of exampleCommands(language)) {
        expect(readCommand(phrase, now)).toEqual({ type: 'action', action });
      }
    }
    expect(exampleCommands('en')).toHaveLength(liveActions.length);
  });
});
