/** Greeting, plans, and the words of fans. How it is written: `read-script.ts`. */
export const opening = `
= 配信スタート！ | We are live!
* 日本語と英語のまったり雑談 | A slow chat in two languages
* 今日のゲスト：レオさん | Today's guest: Leo
~ music on
M: みんな、こんばんは。星見ミナです。聞こえてますか？
M: えーと、音量は大丈夫かな。大きすぎたらコメントで教えてね。
L: Hey everyone, good evening. Leo here, coming to you live from Vancouver.
M: 今日はレオさんと一緒に、ゲームをしながら言葉の話をしていきたいと思います。
L: I have been looking forward to this all week. Seriously, I could not sleep last night.
M: うそー、そんなに楽しみにしてくれてたんだ。めっちゃうれしい。
L: Well, to be honest, it was mostly the coffee. I had one cup too many.
~ laugh 2
M: 初見さんもいらっしゃい。ゆっくりしていってくださいね。
L: "Shoken" means people who are here for the first time, right?
M: そうそう。初めて見ると書いて「初見」。ゲームでも初めて遊ぶときに使うよ。
L: So if I have never played this game before, I can say "shoken desu".
M: 完璧。もう日本語の先生いらないじゃん。
L: Oh, come on. You are just being nice to me.
~ pause 2.5

= 今日の予定 | Plan for today
* 1. 推しとスラング | Oshi and slang
* 2. 初見プレイ | First playthrough
* 3. まちがえやすい言葉 | Words that trip you up
~ music off
M: じゃあ、今日の予定を発表します。まずは「推し」の話から。
L: Then we play a game that neither of us has touched before. What could possibly go wrong?
M: 絶対に事故る気しかしないんだけど。
L: And after that, we go through some mistakes that all of us make.
M: 間違えたっていいんです。失敗は成功のもとって言うしね。
L: We have something like that too. Practice makes perfect.
M: あのー、ちなみに、今日は勉強になった言葉があったら、コメントに書いてほしいです。
L: And if something is really good, just say "save that", and our editor will find it later.
M: 日本語だったら「クリップして」でもいいよ。編集さん、よろしくお願いします。
L: Poor editor. He is going to have his work cut out for him.
M: え、それどういう意味？ 「仕事を切る」ってこと？
L: It means that he will have a lot of hard work to do. Nothing to do with scissors.
M: なるほど、大変な仕事が待ってるってことね。メモしとこう。
~ pause 1.5

= 推しってなに？ | What is an oshi?
* 推し（おし） | the one you support
* 推す・推し活・推しカプ | to support, fan life, favourite pair
M: では最初の言葉、「推し」です。レオさん、推しはいますか？
L: I do have an oshi. But what is the difference between "oshi" and "favorite"?
M: うーん、好きなだけじゃなくて、応援したい人のことかな。
M: 人にすすめたいくらい好き、っていう気持ちが入ってる。
L: So it comes from "osu", to push or to recommend.
M: そうです。でも、ドアを押すの「押す」とは漢字が違うから気をつけて。
L: Got it. One is for doors, and the other one is for idols.
~ laugh 1.6
M: 推しのためなら、早起きもできちゃうんだよね。
L: I wish I could say the same. I am not a morning person at all.
M: 最近は「推し活」っていう言葉もあって、グッズを買ったり、ライブに行ったりするの。
L: I guess my wallet is in trouble, then.
M: 財布が軽くなっても、心は満たされるから大丈夫。クリップして、今のいいこと言ったから。
~ pause 2

= 尊い・てぇてぇ | Too precious for this world
* 尊い（とうとい） → てぇてぇ | precious, adorable
* 仲がいい二人を見たとき | when two people get along
M: 次は「尊い」。本当は神様とか、命とかに使う言葉です。
L: Right, I learned it in school as "noble" or "sacred".
M: それがオタクの間では、好きすぎて言葉が出ないときに使うようになったの。
M: で、さらに崩れて「てぇてぇ」になりました。
L: So it is like saying "I can't even" when something is too cute.
M: まさにそれ。語彙力がなくなる感じ。
L: My vocabulary is already gone, so I am a natural.
~ laugh 1.8
M: たとえば、仲良しの二人がコラボしてるのを見て、「てぇてぇなあ」って言う。
L: Can I say it about my two cats? They always sleep back to back.
M: 言える言える。それは間違いなくてぇてぇ。写真送って。
L: I will post it after the stream. Do not let me forget.
M: リスナーさん、レオさんが忘れないように見張っといてね。
~ pause 1.2
`;
