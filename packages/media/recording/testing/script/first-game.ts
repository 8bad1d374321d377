/** The first game, clumsiness, laughter in writing, and gifts of money. */
export const firstGame = `
= 初見プレイ開始 | First playthrough
~ game
M: それでは、ゲームを始めていきましょう。操作方法、全然わかんないけど。
L: I read the manual, so one of us should be fine. Famous last words.
M: えーと、ジャンプがエーボタンで、ダッシュが、ダッシュどれだっけ。
L: Just press everything and hope for the best.
M: あ、落ちた。開始五秒で落ちちゃった。
~ laugh 2.4
L: That has to be some kind of record.
M: 待って待って、今のは練習だから。ノーカンで。
L: "No-kan"? Is that short for "no count"?
M: そう、「ノーカウント」の略。ずるい言い訳をするときに便利です。
L: In English we would say "that one doesn't count".
M: よし、次こそ本気出す。本気を出した私を止められるわけがない。
L: She said, right before falling into the same hole again.
~ laugh 1.5
M: なんで同じところに穴があるの！
~ pause 3

= ぽんこつ | Clumsy, but we love it
* ぽんこつ | klutz, a bit of a mess (affectionate)
* 本来は壊れかけの車 | originally: a worn-out car
M: コメントで「ぽんこつ」って言われてるんですけど。
L: Ponkotsu. I see that word all the time. What does it actually mean?
M: もともとは古くて壊れそうな車のこと。そこから、失敗ばっかりする人のことになったの。
L: So it is like calling someone a klutz or a hot mess.
M: でも、悪口っていうより、愛情がこもってる感じかな。
L: I see. You would not say it to your boss, though.
M: 絶対だめ。クビになっちゃう。
L: To get fired is "kubi ni naru", right? Literally, becoming a neck.
M: 直訳するとこわいけどね。まあ、私は毎日ぽんこつですけど。
L: Hey, nobody is perfect. That is part of your charm.
M: やさしい。レオさん、推していい？
L: Only if you push me gently.
~ laugh 1.6
~ pause 1.4

= 草・ｗ・大草原 | How to laugh in text
* ｗ → 草 → 大草原 | w → grass → prairie
* lol, lmao, I'm dead | same feeling, English
M: コメント欄が草だらけになってますね。
L: Okay, I have to ask. Why do people write "grass" when something is funny?
M: 笑うの頭文字が「わ」だから、ローマ字でダブリューって書くの。
M: ダブリューがたくさん並ぶと、草が生えてるように見えるでしょ？
L: Oh, that makes so much sense now. It looks like a lawn.
M: だから、面白いときに「草」とか、もっと面白いときに「大草原」って言う。
L: We used to write "lol", but now people say "I'm dead" or use the skull emoji.
M: え、死んじゃうの？ 英語こわすぎて草。
~ laugh 2
L: See, you just did it. That was a textbook example.
M: ちなみに、庭の草を見て「草」って言っても、それはただの草です。
L: Good to know. Context is everything. Save that, please.
~ pause 2

= スパチャありがとう | Thank you for the gift
* スパチャ＝スーパーチャット | a paid message
* 無理のない範囲で | only as much as you can afford
~ music on
M: あ、スパチャありがとうございます！ えーと、「いつも元気をもらってます」だって。
L: That is so sweet. Thank you very much for your support.
M: 無理のない範囲でお願いしますね。ごはんはちゃんと食べてください。
L: "Muri no nai han'i de". That is such a useful phrase.
M: 「できるだけでいいよ」っていう、思いやりのある言い方です。
L: In English, I would say "only if you can afford it" or "no pressure".
M: ノープレッシャー、いいね。短くて使いやすい。
L: By the way, you should say "afford it", not "afford to it". I hear that one a lot.
M: はーい、気をつけます。プロの先生みたい。
L: I actually used to teach English in Osaka, back in the day.
M: 「バック・イン・ザ・デイ」って、昔はってこと？
L: Exactly. It is a casual way to say "many years ago".
M: 勉強になるなあ。ちょっとお水飲ませてください。
~ music off
~ pause 4.5

= 〜ちゃう・〜てしまう | Oops, I did it
* 食べてしまう → 食べちゃう | ate it all (oops)
* 飲んでしまう → 飲んじゃう | drank it all
M: さっきから「落ちちゃった」って何回も言ってるから、文法の話もしましょう。
L: Yes, please. I always mix up "chau" and "te shimau".
M: 実は同じです。「食べてしまう」を短くすると「食べちゃう」になるの。
L: And does it always mean that you regret it?
M: うーん、後悔の気持ちか、全部終わったっていう気持ち、どっちかかな。
M: 「ケーキを全部食べちゃった」は、両方入ってるかも。
L: I know that feeling way too well.
M: 「宿題をやっちゃおう」だと、早く終わらせようっていう前向きな意味になるよ。
L: So that one is like "let's get it over with".
M: そうそう、それそれ。英語の言い方もかっこいい。
L: I forgot my keys this morning. How would you say that?
M: 「鍵を忘れちゃった」。はい、完璧な日本語のできあがり。
L: I also forgot where I parked my car, but let's not talk about that.
~ laugh 2.2
~ pause 1.5
`;
