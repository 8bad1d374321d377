/** What learners of both languages get wrong, a third game, and words that sound like what they mean. */
export const mistakes = `
= よくある英語のミス | Watch out: English
* I'm boring ✗ → I'm bored ○ | たいくつな人／たいくつしている
* discuss about ✗ → discuss ○ | 前置詞はいらない
L: Here is one of my favorites. A student once told me, "Teacher, I am boring".
M: え、「私はつまらない」じゃないの？ 合ってるよね？
L: It means that you are a boring person. If you feel like that, say "I'm bored".
M: うわー、私、ずっと自分のことをつまらない人間だって言ってたかも。
~ laugh 2.3
L: It happens to the best of us. The same goes for "exciting" and "excited".
M: 「アイム・エキサイテッド」が正解ね。覚えました。
L: Another one is "discuss about". You discuss something. No "about".
M: 「について」って言いたくなっちゃうんだよなあ。
L: And "I have ever been to Tokyo" should be "I have been to Tokyo".
M: エバーは質問のときだけ？ 「ハブ・ユー・エバー」みたいな。
L: Exactly. Questions and negatives. You are on fire today.
M: 燃えてるってこと？ あ、絶好調っていう意味か。
~ pause 1.8

= よくある日本語のミス | Watch out: Japanese
* 私は猫が好きです ○ | は：話題 が：対象
* すごいおいしい → すごくおいしい | adverb form
L: Now it is your turn. What do we get wrong all the time?
M: まずは「は」と「が」。「私は猫を好きです」って言う人、多いかな。
L: It should be "neko ga suki desu", because "suki" is not a verb.
M: そうなんです。「好き」は形容動詞だから、「が」を使います。
L: I was today years old when I learned that.
M: あと、「座ってもいいですか」を「触ってもいいですか」って言っちゃった人がいて。
~ laugh 2.7
L: Oh no. That is a very different question.
M: 発音って大事だよね。「す」と「さ」だけで大事件になる。
L: I once said "kowai" instead of "kawaii" to a friend's baby.
M: 赤ちゃんに「こわい」って言っちゃったの？ お母さん、びっくりしたでしょうね。
L: I wanted the ground to swallow me up.
M: それ、日本語でも「穴があったら入りたい」って言うよ。ここ、クリップして。
~ pause 2

= 三本目のゲーム | One more game
~ game
M: さて、そろそろ最後のゲームに行きますか。今日はとことん付き合うよ。
L: Bring it on. I have been practicing behind your back.
M: ずるい！ こそこそ練習してたなんて聞いてない。
L: All is fair in love and war, my friend.
M: 負けたほうが、リスナーさんのリクエストで早口言葉ね。
L: Deal. There is no way that I am going to lose.
M: ほら、そういうのをフラグが立つって言うの。負けフラグ。
L: Like in a movie, when the soldier shows a picture of his family?
M: そう、それが死亡フラグ。「俺、この戦いが終わったら結婚するんだ」みたいな。
~ laugh 1.8
L: Noooo! How did you do that? You came out of nowhere.
M: 見たか、これが本気を出したぽんこつの力だ！
L: I have been played like a fiddle.
~ pause 3.5

= 早口言葉に挑戦 | Tongue twister time
* 生麦生米生卵 | raw wheat, raw rice, raw eggs
* She sells seashells | 海辺で貝殻を売っています
M: 約束だからね。まずは「生麦、生米、生卵」。
L: Nama mugi, nama gome, nama tamago. Wait, was that right?
M: すごい、一発で言えた！ じゃあ三回続けてどうぞ。
L: Nama mugi, nama mugi, nama... I give up.
~ laugh 2.4
M: 残念！ でも、ナイスファイト。
L: Now you try "She sells seashells by the seashore".
M: シー・セルズ・シー・シェルズ・バイ・ザ・シー・ソー。むり、舌がからまった。
L: That was pretty good for a first try. You only drowned a little.
M: 「エス」と「エスエイチ」の区別が、日本人にはきついんだよね。
L: Just like "ryo" and "riyo" for us. I still can't say "ryokan" properly.
M: 「旅館」と「利用」は、ちゃんと分けないと伝わらないかも。
~ pause 1.5

= オノマトペの世界 | Words that sound like feelings
* わくわく・ドキドキ・ぺこぺこ | excited, heart racing, starving
* しーん | the sound of silence
M: 次は、私の大好きなオノマトペのコーナーです。
L: Japanese has a sound for everything, even for silence.
M: 「しーん」ね。誰も笑わなかったときに使います。今みたいに。
~ pause 3
L: Okay, that was actually funny.
M: 「わくわく」は楽しみなとき、「ドキドキ」は緊張してるときに使うよ。
L: So before this stream I was "dokidoki", and now I am "wakuwaku".
M: うまい！ 座布団一枚！
L: What? Why are you giving me a cushion?
M: テレビの番組で、面白いことを言うと座布団がもらえるの。
L: I will take it. My chair is killing me.
M: あー、しゃべってたら、おなかがぺこぺこになってきた。
L: My stomach is growling too. I could eat a horse.
M: 馬？ 馬を食べるくらいおなかがすいてるってことか。びっくりした。
~ laugh 1.6
~ pause 1.5
`;
