import { pick, seededRandom } from '../../audio/random.ts';
import type { ChatMessage } from './sample-plan.ts';
import type { SampleSchedule } from './schedule.ts';

const names = [
  'みかん',
  'sakura_92',
  'たぬきち',
  'NoodleFan',
  'ゆきだるま',
  'K_mori',
  'PixelOwl',
  'おもち',
  'river',
  'ねこ社長',
];
const ordinary = [
  'こんばんは〜',
  'first time here!',
  '待ってました',
  'this is so helpful',
  'わかる',
  'メモメモ…',
  'I say that too lol',
  '発音きれい',
  'なるほど！',
  'greetings from Brazil',
  '今日も推しが尊い',
  'wait what',
  'それな',
  'same in Spanish',
  '勉強になります',
  'ミナちゃんかわいい',
  'Leo is a great teacher',
  '初見です',
];
const amused = [
  '草',
  'ｗｗｗｗｗ',
  'LMAO',
  '大草原',
  "I'm dead",
  '腹筋崩壊',
  'lol',
  'ツボったｗ',
  'haha',
  '切り抜き班！',
];

/** What viewers write: something every few seconds, and much at once where there is laughter. */
export function writeChat(schedule: SampleSchedule, seed: number): ChatMessage[] {
  const random = seededRandom(seed + 2);
  const messages: ChatMessage[] = [];
  const say = (time: number, texts: readonly string[]) =>
    messages.push({ time, name: pick(random, names), text: pick(random, texts), hue: Math.floor(random() * 360) });
  for (let time = 0.5; time < schedule.seconds; time += 2 + 5 * random()) say(time, ordinary);
  for (const { start, end } of schedule.laughs) {
    for (let time = start + 0.6; time < end + 1.5; time += 0.4 + 0.5 * random()) say(time, amused);
  }
  return messages.toSorted((a, b) => a.time - b.time);
}
