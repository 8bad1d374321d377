import { expect, test } from 'vitest';
import { fillerHead, isFiller } from './fillers.ts';
import { markerIn } from './markers.ts';

test.each<[string, ReturnType<typeof markerIn>]>([
  ['クリップして', 'highlight'],
  ['今のクリップしといて！', 'highlight'],
  ['ちょっと、今のとこ切り抜きお願いします', 'highlight'],
  ['切り抜いて〜', 'highlight'],
  ['切り抜きポイント！', 'highlight'],
  ['編集さん、ここ切り抜いといて', 'highlight'],
  ['save that', 'highlight'],
  ['Okay, clip that, please!', 'highlight'],
  ['Someone clip it', 'highlight'],
  ['Save this one for the shorts.', 'highlight'],
  ['Marker.', 'highlight'],
  ['今のカット', 'cut'],
  ['ここ切って', 'cut'],
  ['ごめん、今のところカットでお願いします。', 'cut'],
  ['今の無しで！', 'cut'],
  ['cut here', 'cut'],
  ['Editor, cut that out, please.', 'cut'],
  ['ここ大事', 'important'],
  ['これめっちゃ大事だよ！', 'important'],
  ['ここテストに出るよ', 'important'],
  ['This is really important.', 'important'],
  ['remember this', 'important'],
  ['I forgot to save that file before the game crashed.', null],
  ['髪をカットしてもらったんだ', null],
  ['トマトを切ってください', null],
  ['切り抜きチャンネルの人がいつもありがとう', null],
  ['He said it was important to him.', null],
  ['The clip that you sent me was great.', null],
  ['保存', null],
  ['これ使って', null],
  ['消して', null],
])('%s is %s', (text, order) => {
  expect(markerIn(text)).toBe(order);
});

test.each<[string, boolean]>([
  ['えーと', true],
  ['えーっと、あの', true],
  ['うーん…', true],
  ['あの、', true],
  ['um', true],
  ['Uh, um.', true],
  ['You know,', true],
  ['うん', false],
  ['まあまあ', false],
  ['えー！', false],
  ['あの人', false],
  ['umbrella', false],
  ['you know him', false],
])('%s says nothing: %s', (text, is) => {
  expect(isFiller(text)).toBe(is);
});

test.each<[string, string]>([
  ['えーと、今日は配信です', '今日は配信です'],
  ['えっと今日は配信です', '今日は配信です'],
  ['あの、すみません', 'すみません'],
  ['あの人は誰', 'あの人は誰'],
  ['その、えーと、つまり', 'つまり'],
  ['Um, so I was', 'so I was'],
  ['You know, it is', 'it is'],
  ['You know it is', 'You know it is'],
  ['えーと', 'えーと'],
  ['えとせとら', 'えとせとら'],
])('the head of %s goes: %s', (text, rest) => {
  expect(text.slice(fillerHead(text))).toBe(rest);
});

test.each(['えーー'.repeat(26), 'あのー'.repeat(26), 'じゃあ'.repeat(19)])(
  '%s and a word after it take no time to be told apart',
  (text) => {
    const begun = performance.now();
    expect([isFiller(`${text}猫`), markerIn(`${text}猫`)]).toEqual([false, null]);
    expect(performance.now() - begun).toBeLessThan(100);
  },
);
