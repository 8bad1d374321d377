/** A second game, convenience stores, seasons, and politeness. */
export const culture = `
= 協力プレイ | Co-op time
~ game
~ music on
M: じゃあ、気を取り直して、二人で協力プレイをやってみましょう。
L: Okay, you take the high road, and I will take the low road.
M: えっと、同時にスイッチを踏まないといけないみたい。
L: On three. One, two, three! Wait, on three or after three?
M: 日本では「せーの」って言います。「せーの」の「の」で動くの。
L: "Seh no". All right, let us try that. Seh no!
M: 開いた！ 息ぴったりじゃん、私たち。
L: Teamwork makes the dream work.
M: 韻を踏んでる！ かっこいいけど、ちょっとおじさんっぽい。
~ laugh 2.1
L: Ouch. That hurt my feelings, and it was also true.
M: でもほら、宝箱が出たよ。何が入ってるのかな。
L: Fingers crossed for something good.
M: からっぽだった。期待させといて、それはないわ。
~ music off
~ pause 3

= コンビニは天国 | Convenience store heaven
* おにぎり・肉まん・おでん | rice ball, meat bun, oden
* レジ袋、ご利用ですか？ | Do you need a bag?
L: Can we talk about Japanese convenience stores? I miss them every single day.
M: わかる。日本のコンビニは、もはやインフラだからね。
L: The rice balls, the coffee, the fried chicken next to the register.
M: 冬になると、おでんと肉まんが出てくるの。あれは反則。
L: "Hansoku" is a foul in sports, right? So it is so good that it is unfair?
M: そうそう、おいしすぎてずるいっていう意味。
L: The first time I went, the clerk asked me something really fast, and I just said "hai".
M: あるあるだよね。たぶん「温めますか？」か「袋はご利用ですか？」だと思う。
L: I ended up with a warm salad.
~ laugh 2.5
M: サラダを温められたの？ 断らなかったの？
L: I didn't have the heart to say no. She was so kind.
M: 「断る勇気がなかった」ってことね。クリップして、今の話好きすぎる。
~ pause 2

= 日本の季節 | Seasons in Japan
* 春：花見 夏：花火 | spring blossoms, summer fireworks
* 秋：紅葉 冬：初詣 | autumn leaves, New Year's visit
M: もうすぐ春だから、お花見の計画を立てないと。
L: Hanami is when you sit under the cherry trees and look at the flowers, right?
M: 本当はね。でも実際は「花より団子」で、食べてばっかりです。
L: "Dumplings rather than flowers". That is my whole personality.
~ laugh 1.5
M: 夏は浴衣を着て、花火大会に行きたいな。屋台のたこ焼きも食べたいし。
L: And on New Year's Day, people line up at the shrine in the freezing cold.
M: 初詣ですね。おみくじを引いて、大吉が出るまで何回も引く人もいる。
L: Isn't that cheating?
M: 縁起がいいほうがうれしいでしょ？ 私は去年、凶でしたけど。
L: Well, look on the bright side. It can only go up from there.
M: 前向きだなあ。「不幸中の幸い」ってやつですか。
L: More like "every cloud has a silver lining".
~ pause 1.5

= 敬語ってむずかしい | The politeness ladder
* 食べる → 召し上がる／いただく | eat: you (polite) / I (humble)
* 了解です → 承知しました | got it → certainly
L: Let's be honest. Keigo is the final boss of Japanese.
M: 日本人でも間違えるから、安心してください。
L: When do I say "meshiagaru", and when do I say "itadaku"?
M: 相手が食べるときは「召し上がる」、自分が食べるときは「いただく」です。
L: So one lifts the other person up, and the other one puts me down.
M: その通り。尊敬語と謙譲語って言います。
M: あと、上司に「了解です」って言うと、失礼だと思う人もいるみたい。
L: What should I say, then?
M: 「承知しました」か「かしこまりました」なら間違いないよ。
L: Kashikomarimashita. That is quite a mouthful.
M: 早口言葉みたいでしょ。でもバイトの初日に、みんな覚えさせられるの。
L: I take my hat off to every student who works part-time in Japan.
~ pause 2.2
`;
