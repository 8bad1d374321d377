/** A boss, idioms, words made in Japan, and "no way". */
export const idioms = `
= ボス戦 | Boss fight
~ game
M: お、でっかいのが出てきた。これ、ボスじゃない？
L: It is definitely a boss. Stay calm. Do not panic. Okay, maybe panic a little.
M: むりむりむり、体力があと一ミリしかない！
L: Hang in there! You have got this. Dodge to the left.
M: 左ってどっち？ お箸を持たないほう？
~ laugh 1.8
L: Just roll! Roll! Oh, that was close.
M: あっぶな。今の、心臓止まるかと思った。
L: You survived by the skin of your teeth.
M: 「歯の皮」？ 歯に皮なんてないよね？
L: Exactly. That is how thin it was. You nearly died, but you made it.
M: 日本語だと「間一髪」かな。髪の毛一本の差っていう意味。
L: Teeth over here, hair over there. Languages are wonderful. Clip that.
M: よっしゃ、勝った！ 神回じゃない、これ？
~ laugh 2.6
~ pause 3.5

= 英語のことわざ・慣用句 | Idioms that make no sense
* hit the sack | 寝る
* a piece of cake | 朝飯前
* break a leg | がんばってね
L: All right, my turn to be the teacher. First idiom: "a piece of cake".
M: ケーキ一切れ？ おなかすいてきちゃった。
L: It means that something is very easy. This boss was a piece of cake.
M: うそだ、五回も死んだくせに。
~ laugh 1.7
M: 日本語では「朝飯前」って言います。朝ごはんの前にできるくらい簡単ってこと。
L: I love that both of them are about food.
L: Next one: "hit the sack". I am so tired, I am going to hit the sack.
M: 袋をたたくの？ ストレス解消みたいな？
L: Good guess, but no. It means to go to bed.
M: じゃあ今日は配信が終わったら、すぐヒット・ザ・サックします。
L: And before a show, your friends will tell you to "break a leg".
M: 足を折れって、ひどくない？ 友達じゃなくない？
L: It means good luck. Actors think that saying "good luck" brings bad luck.
~ pause 1.6

= 和製英語クイズ | Made in Japan: English edition
* マンション ≠ mansion | apartment, condo
* コンセント ≠ consent | outlet, socket
* ハイテンション ≠ high tension | excited, hyper
M: ここで問題です。私はマンションに住んでいます。さて、お金持ちでしょうか？
L: In English, a mansion is a huge house with a pool and a butler.
M: 残念ながら、プールも執事もいません。六畳一間のワンルームです。
L: So you should say that you live in an apartment or a studio.
M: 「ワンルームマンション」って直訳したら、部屋が一つの豪邸になっちゃうね。
~ laugh 2
L: I once asked a hotel for a "consent", because my student told me so. They were very confused.
M: 充電したかっただけなのにね。英語では「アウトレット」か「ソケット」です。
L: And please be careful with "high tension". For us, that sounds stressful or dangerous.
M: 日本語の「ハイテンション」は、めっちゃ盛り上がってる状態だよ。
L: You could say "I'm so hyped" or "I'm pumped".
M: アイム・ソー・ハイプト！ 言いやすい！
L: That was great. Save that for the highlights.
~ pause 1.8

= わけがない・わけじゃない | No way / It's not that
* できるわけがない | there is no way that I can
* きらいなわけじゃない | it's not that I dislike it
M: さっき「私を止められるわけがない」って言ったの、覚えてます？
L: How could I forget? You fell into a hole two seconds later.
M: 「わけがない」は、絶対に違う、ありえないって強く言うときの表現です。
L: So it is "there is no way that something happens".
M: そう。「こんな問題、わかるわけがない」とか。
L: And "wake ja nai" sounds almost the same, but it is much softer.
M: 「ピーマンがきらいなわけじゃないけど、あんまり食べない」みたいにね。
L: It's not that I hate green peppers. I just don't eat them.
M: やんわり否定するときに便利です。日本人はこれがないと生きていけません。
L: It's not that I am bad at this game. My controller is just sleepy.
M: コントローラーのせいにするな！
~ laugh 1.9
~ pause 2
`;
