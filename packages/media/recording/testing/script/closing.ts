/** Phrasal verbs, formal grammar, deep feelings, questions, review and goodbye. */
export const closing = `
= 句動詞マスター | Phrasal verbs
* put off / call off | 延期する／中止する
* run out of | 〜を切らす
L: Phrasal verbs drive everyone crazy, so let us do three of them.
L: Number one: "put off". I put off my homework until midnight.
M: 「先延ばしにする」だね。私の得意技です。
L: Number two: "call off". They called off the concert because of the typhoon.
M: それは「中止にする」。推しのライブが中止になったら、一週間は立ち直れない。
L: So "put off" means later, and "call off" means never.
M: たった一語で天国と地獄じゃん。
L: And number three: "run out of". We ran out of milk this morning.
M: 「牛乳を切らしちゃった」。これも「ちゃった」が出てきた！
L: Full circle. I am so proud of us.
M: 私は今、やる気を切らしています。アイ・ラン・アウト・オブ・やる気。
L: Close! "I ran out of motivation". Past tense.
~ laugh 1.5
~ pause 1.6

= ざるを得ない | No choice but to
* 認めざるを得ない | have to admit
* する → せざるを得ない | irregular!
~ music on
M: ちょっと難しい文法もやってみましょう。「〜ざるを得ない」です。
L: I have seen it in the news, but I never dared to use it.
M: 本当はしたくないけど、ほかに方法がないっていう意味です。
M: たとえば、「雨が強いので、試合を中止せざるを得ない」。
L: So it is "we have no choice but to cancel the game".
M: そうです。「する」だけは「せざる」になるので、注意してください。
L: Let me try. I have to admit that you are better at games.
M: 「ミナのほうが上手だと認めざるを得ない」。いい文ですね。もう一回言って。
L: I am not saying that twice.
~ laugh 2
M: けちー。まあ、録画に残ってるから大丈夫。編集さん、ここ切り抜いて。
L: The internet never forgets.
~ music off
~ pause 2

= 沼とエモい | Into the swamp
* 沼にはまる | to fall deep into a hobby
* エモい | nostalgic, emotional
M: 次のスラングは「沼」。池より深くて、どろどろしたやつ。
L: A swamp? What does that have to do with the internet?
M: 一度はまると抜け出せないでしょ？ だから、趣味に夢中になることを「沼にはまる」って言うの。
L: Oh, we say "I fell down the rabbit hole".
M: ウサギの穴もかわいいね。私は今、カメラの沼に片足突っ込んでる。
L: Cameras are dangerous. You start with one lens, and suddenly you have ten.
M: やめて、現実を見せないで。あと「エモい」も最近よく使います。
L: Is that from "emotional"?
M: たぶんね。夕焼けとか、古い喫茶店とかを見て、なんか切ないときに言う。
L: Nostalgic in a good way. I get that with old video game music.
M: わかりみが深い。レトロゲームの曲、エモすぎるよね。
L: "Wakarimi ga fukai" means "I can totally relate", doesn't it?
M: 正解！ レオさん、もう立派なオタクですよ。
~ laugh 1.7
~ pause 2

= 質問コーナー | Questions from chat
* コメントありがとう！ | Thanks for your comments!
* 「なるほど」は失礼？ | Is "naruhodo" rude?
M: ここからは質問コーナーです。えーと、どれにしようかな。
M: 「なるほどって、目上の人に使ってもいいですか」。いい質問ですね。
L: I say "naruhodo" to everyone. Please do not tell me that it is rude.
M: 上から目線に聞こえることがあるから、「おっしゃる通りです」のほうが安心かな。
L: Oops. I owe my old boss an apology.
M: 次の質問。「英語を話すとき、緊張してしまいます。どうすればいいですか」。
L: Honestly? Make mistakes on purpose. Once you laugh about it, the fear is gone.
M: いいこと言うなあ。「習うより慣れろ」って言葉もあるしね。
L: And nobody is judging you as hard as you judge yourself.
M: 刺さる。今の言葉、めっちゃ刺さりました。save that！
L: Hey, that was my line!
M: えへへ、使ってみたかったんだもん。
~ laugh 1.9
~ pause 2.5

= 今日のおさらい | Let's review
* 推し・尊い・草・沼 | oshi, precious, lol, rabbit hole
* piece of cake / hit the sack / on fire | 朝飯前／寝る／絶好調
M: というわけで、そろそろおさらいの時間です。
L: Time flies when you are having fun.
M: 最初に「推し」と「尊い」をやって、それから「草」の歴史を勉強しました。
L: We learned that a mansion is not a mansion, and that nobody actually breaks a leg.
M: 文法は「ちゃう」と「わけがない」と「ざるを得ない」。盛りだくさんでしたね。
L: My brain is full, but in a good way.
M: 宿題は、「〜ちゃった」を使って、今日あったことをコメントに書くこと。
L: And for the English learners: tell us about something that you put off.
M: 一番面白かった人には、次の配信で名前を呼んじゃいます。
L: No pressure, of course.
M: あ、さっき習ったやつだ！ ちゃんと使えてる。
~ pause 1.5

= おつかれさまでした | Good night!
* 次回：土曜の夜９時 | Next time: Saturday, 9 p.m.
* おつミナ！ | See you!
~ music on
M: それでは、今日の配信はここまでにしたいと思います。
L: Thank you so much for having me. I had a blast.
M: こちらこそ、来てくれて本当にありがとうございました。
L: If you enjoyed it, please like and subscribe. It helps more than you think.
M: 高評価とチャンネル登録、よろしくお願いします。励みになります。
L: Let me try the goodbye. Otsu Mina!
M: 言えてる！ 「おつかれさま」と私の名前で「おつミナ」です。
L: Sleep tight, everyone, and don't let the bedbugs bite.
M: なんか怖いこと言ってるけど、みんな、いい夢見てね。
L: It is just what my grandma used to say. Good night!
M: また土曜日の夜九時に会いましょう。おつミナ、ばいばーい。
~ pause 2
`;
