import { drive } from './define.ts';

/** Tempers, sizes and sorrows. */
export const traitDrives = [
  drive('sibling', {
    want: 'have the old place back, just for one evening',
    intro:
      'There was a new baby in the house of [h], and it had taken over the lap. || Until Sunday, [h] had been the smallest at home. On Monday the baby came, and now [h] was not the smallest, and nobody had asked. || [h] had a new baby {sib}. It was pink, it was loud, and it could not even play ball.',
    habit:
      'All day it squeaked, and all day everyone said, “Soon, [h.n].” || When [h] had something to show, somebody always had their arms full. || “Shh,” people said now, when [h.s] came in, as if that were [h.p] name.',
    tries:
      'So [h] was a baby, too. [h.s] squeaked. [h.s] sucked [h.p] toes. Everyone laughed, and somebody kissed [h.p] nose. But the baby still had the lap. || [h] wrapped up the baby and put on a label: BACK TO THE SHOP. The baby ate the label. || [h] tried being very big. [h.s] carried a bucket, and the wood, and a chair. “How good that you are so big,” they said, and gave [h.so] the other chair. || [h] went to live {spot2} for ever. It was for ever until about half past four.',
    cure: 'When [h] got home the baby was crying, in a way that nobody understood. [h] did, though. It was crying, “Soon is a horrid word.” So [h.s] leaned over the edge and told it about the whole afternoon. It took hold of [h.p] {finger} and listened with its mouth open. || That evening the baby would not go to anyone. It held out both arms to [h]. It was heavier than it looked, and it smelled of bread. “Well,” thought [h], “somebody has to be the big one.”',
    after:
      'The lap had room for one, but an arm goes round two. || The baby squeaked once in its sleep. “Soon,” whispered [h], and this time it sounded quite nice.',
    titles: 'Soon, {name} || {name} and the Lap || Back to the Shop || An Arm Goes Round Two',
  }),
  drive('jealous', {
    want: 'have the very same thing, only bigger || be the one they all looked at, just for a minute',
    intro:
      "Whatever somebody else had, [h] wished that [h.s] had it instead. || [h] could not look at another person's biscuit without seeing that it was the larger one.",
    habit:
      '[h.s] measured things. [h.s] had a string for it. || [h.p] eyes went green at the edges, and [h.s] had to go and stand in the shade.',
    tries:
      'First [h] copied it all: the walk, the hat, the laugh. The laugh came out backwards. || [h] told everyone about [h.p] own, which was better, and at home. They all wanted to see it, and so it had to be at the menders. || [h] looked the other way. But it went on being there; you could feel it on the back of the neck. || [h] measured with [h.p] string. It was bigger by one knot. Then [h.s] measured again, and it was the string that had shrunk.',
    cure: '“I wish that I could do that,” said [n]. [h] looked round to see whom [n.s] meant. There was nobody else. || For the whole of that time [h] had not once looked at what the others had. [h.p] string was gone, too. It had been just right for tying up the parcel.',
    after:
      'The biscuit on the shelf was the small one. It tasted exactly as big as itself. || [h.s] had something now that nobody could measure.',
    titles: '{name} and the Measuring String || Bigger by One Knot || The Other Biscuit',
  }),
  drive('angry', {
    want: 'be let alone with [h.sp] bad mood until it was finished',
    intro:
      'It was a cross day. [h] had got up on the wrong side, and the wrong side had been wet. || [h] was cross. Nobody knew why, and nor did [h], and that made it worse. || On cross days [h] wore [h.p] eyebrows low, like a hat.',
    habit:
      '[h.s] kicked a stone, and the stone kicked back. || Even the spoons were against [h.so]. || “Hmf,” [h.s] said to the sun, and it went behind a cloud.',
    tries:
      "First [h] shut the door with a bang. It was a good bang. But the door, which was polite, came open again. || [h] sat under {thing1}, where you can be cross in peace. A beetle came and sat down, too. “Are you cross?” said the beetle. “No!” shouted [h]. “Nor am I!” shouted the beetle happily. || [h] stamped on a hill, to make it flat. It was an ants' hill, and they all came out and thanked [h.so] for the drumming. || [h] wanted to say something dreadful. [h.s] thought for a long time. “Turnip,” [h.s] said. It made [h.so] want to laugh, and [h.s] had to bite [h.p] lip.",
    cure: '[h] felt about for [h.p] bad mood. It had been here, quite a large one, with corners. It seemed that [h.s] had used it up. It takes a lot of cross to do a thing like that. || “Turnip,” said [n], for no reason at all. And then it was no good; [h] had to laugh. It began in the feet.',
    after:
      'The eyebrows had gone back up where they lived. || One small “hmf” was left over. [h.s] kept it for tomorrow, in case.',
    titles: 'A Cross Day || Turnip, Said {name} || {name} Wears Low Eyebrows || Hmf',
  }),
  drive('loud', {
    want: 'get through one evening without waking anyone',
    intro:
      '[h] was loud. [h.s] did not mean to be; it was only that everything that went on inside [h.so] came out. || {Noise}! That was [h], and it was only good morning. || You could hear [h] before you could see [h.so], and for some time afterwards.',
    habit:
      'Wherever [h] came, somebody said shh, and somebody had just got the baby off. || Even [h.p] whisper had an echo.',
    tries:
      'First [h] tried to be small. [h.s] went in small steps with small elbows. But it is hard to be small all over, and the noise came out at the side. || [h] tied a scarf round it. Now it went {noise} in wool. || [h] said nothing for a whole hour. At the end of it all the saved-up words came out together, and the weathercock went round. || [h] practised whispering to {thing1}. “PSST,” said [h]. A window opened, and shut.',
    cure: 'Nobody had said shh. They had all come to the windows to listen. It had been loud where it needed to be loud, and at the end, soft where it was soft. || [h] stood still and listened to [h.r]. There was a part that banged, and there was a part that hummed. The humming part was the one that they had liked. And it had been there all along, under the other.',
    after:
      '“Good night,” said [h], in the humming voice, and everyone stayed asleep. || {NoiseSoft}, went [h], so low that only the pillow got it.',
    titles: '{Noise}! || {name} Says Psst || The Part That Hummed || Somebody Said Shh',
  }),
  drive('small', {
    want: 'do one thing that the big ones could not',
    intro:
      '[h] was so small that [h.s] had to be careful in wind. || The others could see over the wall. [h] could see the wall. || When they counted heads, they generally forgot [h.pp].',
    habit:
      '“Not yet,” they told [h.o], and “mind out”, and, “Oh, is that you?” || [h.s] stood on tiptoe even in [h.p] sleep.',
    tries:
      "First [h] stood on a bucket. Now [h.s] was as tall as somebody on a bucket. || [h] ate nine potatoes, so as to grow. [h.s] grew, but only forwards. || [h] tied sticks to [h.p] feet. From up there the world looked very fine. It was only that you could not stop. || [h] spoke in a deep, big voice. “Who's that?” they all said, and looked over [h.p] head.",
    cure: '“However did you get there?” asked all the big ones. They went round it, and bent, and peered. Not one of them would have fitted. || For the first time, nobody said “mind out.” They said, “Make room.” And it did not take much room, which was the good of it.',
    after:
      'There was no need to stand on tiptoe any longer. Lying down, everyone is as tall as they are long. || [h.s] was just the same size as this morning. It had turned out to be the right one.',
    titles: 'Make Room for {name} || As Tall as a Bucket || Nine Potatoes || {name} and the Wall',
  }),
  drive('big', {
    want: 'join in without breaking anything',
    intro:
      '[h] was so big that [h.s] had to go out in order to turn round. || There was a great deal of [h], and all of it was friendly. || When [h] sat down on one end, somebody always went up at the other.',
    habit:
      'Things broke when [h.s] came to tea. They broke gently, one after another. || [h.s] had said sorry to so many fences.',
    tries:
      'First [h] breathed in and held it. For a moment [h.s] was nearly thin. Then it all came out, and so did the washing. || [h] played hide-and-seek. They found [h.o] first, and second, and third. || [h] made [h.r] flat, like a rug. It was a success, until they had a picnic on [h.o]. || [h] offered to hold things still. Now they were very still, and rather bent.',
    cure: "“Don't go,” they said, when [h] got up to leave. “It's draughty without you.” And when [h] looked round, there they all were, in [h.p] shadow, out of the wind. || Not a thing was broken. [h] looked twice. And one thing was whole that had been broken before [h.s] came.",
    after: 'There was exactly enough of [h.o] to go round. || [h.s] lay down with care, and the hill moved up.',
    titles: "A Great Deal of {name} || {name} Sits Down || Don't Go, {name}",
  }),
  drive('slow', {
    want: 'get to a party while it was still going on',
    intro:
      '[h] was slow. When [h.s] said good morning, it was generally noon. || The others had long been there and back, and [h] had got as far as [h.p] left sock. || [h] had never been late in [h.p] life; it was only that everyone else was so early.',
    habit:
      '“Wait for me,” [h.s] said, but it took so long to say that they were gone. || [h.p] shadow sometimes went ahead.',
    tries:
      'First [h] got up before [h.s] went to bed. That way [h.s] had only [h.r] to wait for, and did. || [h] took a short cut. It was so short that [h.s] fell out at the other end, back where [h.s] had started. || [h] sat in a wheelbarrow. It was fast, but it did not say where. || [h] left out everything that was not needed: the washing, the scarf, the end of each word. “Goo mor,” said [h], and nobody answered.',
    cure: '“We ran right past it,” the quick ones said. “Three times.” They all stood and looked at where [h] was standing. It was plain enough, when you stopped. || When [h] came along at last, the party had just been going to be over. But now there was a story to tell, and it took so long, and was so good, that the party had to start again.',
    after:
      'The evening was in no hurry either. It waited at the corner until [h.s] had come. || It took [h.o] a while to shut both eyes, and nobody minded.',
    titles: 'Wait for {name} || {name} and the Short Cut || Late for the Party || The Left Sock',
  }),
  drive('fast', {
    want: 'be first at something that was worth being first at',
    intro:
      '[h] was so fast that [h.p] breakfast was still running behind. || [h] had always just been there, and was off. || The wind had given up on [h].',
    habit:
      "[h.s] finished other people's sentences, and got them wrong. || [h.s] had seen everything there was {place.at}, but only as stripes.",
    tries:
      'First [h] raced {thing1}. {Thing1} did not mind at all. || [h] ran three times round {place.name}, and met [h.r] coming back. || [h] did everything at once. The bath was in the soup, then, and it was all done by nine. After that there was just the rest of the day. || [h] tried to be the fastest at sleeping. “Done!” [h.s] called, and it was still light.',
    cure: "For once [h] had been in a place for longer than a minute. There was more in it than stripes. || “Stay,” said [n], “if you aren't in a hurry.” [h] thought it over. It took [h.o] quite three seconds, and for [h] that was a long time. “I'm not,” said [h].",
    after:
      'The night went by slowly, one star at a time. [h] let it. || [h.p] feet ran on for a bit under the cover, and then they noticed that they had arrived.',
    titles: '{name} in Stripes || First at What? || {name} Meets {name} Coming Back',
  }),
  drive('clumsy', {
    want: 'carry one cup from here to there and have it be a cup when it arrived',
    intro:
      'What [h] picked up, [h.s] dropped; what [h.s] put down fell off. || [h] had four elbows. That is how it felt, at any rate. || Whenever something went crash, people called, “Good morning, [h.n]!”',
    habit:
      '[h.s] had tripped over everything {place.at}, and once over a smell. || [h.p] cups had all been glued so often that they were mostly glue.',
    tries:
      'First [h] walked very slowly and looked at nothing but the cup. There was {thing1}. || [h] tied on a cushion in front and a cushion behind. Now nothing hurt; it only happened more. || [h] put everything down on the ground, where it could not fall. Then [h.s] stepped back to look at it. || [h] practised falling, so as to get it over with. [h.s] became very good at it. It was the first thing that [h.s] had ever got right, and [h.s] was so pleased that [h.s] tripped.',
    cure: 'Not once in all that time had [h] dropped a thing. There had been no time to think about elbows. || There was a crumb here, and a splash there, and a button: that was [h.p] way, all along the ground, and everybody had simply followed it and so got home.',
    after:
      'The cup stood on the sill. It had come all the way, and it was a cup. || “Crash,” said something softly in a dream, and it was only a wave.',
    titles: 'Four Elbows || Good Morning, {name} || {name} and the Cup || Mostly Glue',
  }),
  drive('forgetful', {
    want: 'remember one thing from one end of the day to the other',
    intro:
      '[h] forgot things. [h.s] forgot what [h.s] had come in for, and then where in was. || There was something that [h] had meant to do. [h.s] knew that much. || [h] had such a good place for everything that nobody ever found it again.',
    habit:
      '[h.s] had tied a knot in [h.p] handkerchief, and forgotten what the handkerchief was for. || [h.s] said good morning twice, to be sure.',
    tries:
      "First [h] wrote it down. The note said, “Don't forget!” It did not say what. || [h] said it over and over on the way, and met somebody, and said hello over and over instead. || [h] asked {thing1}. If it knew, it was being loyal. || [h] went back to where [h.s] had thought of it, in case it was still there. It wasn't. There was a very nice beetle, though, and so the rest went, too.",
    cure: "“You remembered!” said [n]. [h] thought about it. It was true. And [h.s] had not had a knot, or a note. It seems that what you do with both hands stays in them. || “What was it that you had forgotten?” asked [n]. “I can't remember,” said [h], “but I think that this was it.”",
    after:
      'There was something that [h.s] had meant to do now. Oh yes: sleep. || [h.s] forgot the beginning of the day, and then the middle, and kept the end.',
    titles: "Don't Forget! || {name} and the Knot || Where In Was || Something {name} Meant to Do",
  }),
  drive('curious', {
    want: "find out what was on the other side of {thing1} || know what it was that went bump at six o'clock",
    intro:
      '[h] wanted to know. It did not matter what. || Why, said [h], and how, and what if you turn it over? || Everyone else walked past. [h] lifted the lid.',
    habit:
      '[h.p] nose had been in every keyhole {place.at}. || [h.s] had taken a clock apart to see where it kept the afternoon.',
    tries:
      "First [h] looked in from above. It looked back from below, and shut. || [h] asked. “Because,” said everyone. It is a good answer, but it doesn't go anywhere. || [h] shook it. It did not rattle. It went quiet, as if it were shaking [h.o]. || [h] made a hole to look through. It was the hole that was interesting then, and the whole morning went by in it.",
    cure: '“How did you know?” asked [n]. “I only wondered,” said [h]. And so [h.s] had; [h.s] had wondered just a bit longer than the rest. || And there it was, the answer. It had been standing behind [h.so] the whole time, waiting until [h.s] was looking at something else.',
    after:
      'There was one more question. It could lie on the chair till morning, with [h.p] socks. || Why, thought [h], does the dark… But that one was too long, and too soft.',
    titles: "What If You Turn It Over? || {name} Lifts the Lid || Bump at Six O'Clock || {name} Wants to Know",
  }),
  drive('lonely', {
    want: 'have one person to share the other half of the bun with',
    intro:
      '[h] had a seesaw and nobody for the other end. || [h] always cut the bun in two, and then ate both halves [h.r]. || {Place.at} everyone came in pairs: boots, doves, {twoThings}. [h] came in ones.',
    habit:
      'In the evening [h.s] said “Well, well,” and there was nobody to say “Indeed.” || [h.s] played catch with a wall. It was a good wall, but it only ever threw back.',
    tries:
      'First [h] drew a friend on a stone. It was a good listener, and kept its eyes open, but it never had an idea. || [h] sat on one end of the seesaw and waited for the other to fill up. A leaf came. It was not quite enough. || [h] put up a notice: FRIEND WANTED. MUST LIKE BUNS. Somebody came and ate the bun. || [h] called hello into the well. “Hello,” said the well. “How are you?” “How are you?” said the well. It was a start. But they never got past it.',
    cure: "“I have half a bun,” said [h], “and it is one half too many.” “That's odd,” said [n]. “I have half a pot of tea.” || They sat down on the seesaw. It went up, and it went down, and for the first time, [h] saw the other side of the wall.",
    after:
      '“Well, well,” said [h] into the dark. “Indeed,” somebody said. || There were two cups on the shelf, and they stood quite close.',
    titles: 'The Other Half of the Bun || Friend Wanted || {name} and the Seesaw || Indeed',
  }),
  drive('new', {
    want: 'know where to hang [h.sp] coat, without asking || find out where the others went at noon',
    intro:
      'Everything was new to [h]: the stairs, the smell, and which tap was hot. || It was the first day. [h] had new shoes on, and they talked. || [h] had come {place.at} only that week, and did not know yet which of the hooks was [h.pp].',
    habit:
      'Everybody knew the song but [h.o]; so [h.s] opened and shut [h.p] mouth. || [h.s] kept [h.p] coat on, just in case.',
    tries:
      'First [h] did what the rest did. They sat, and [h] sat. They stood up, and [h] stood up. Then they laughed, and [h] laughed, and only then saw what at. || [h] asked the way and was told, “Where it always is.” || [h] sat down in an empty place. It was the place of somebody called Bertha, who was only tying her shoe. || [h] pretended to be looking for something. That was all right, until they all helped.',
    cure: "“Where did you learn that?” they said. “Where I come from,” said [h], “we do it all the time.” And all at once it was good to have come from somewhere. || “I'm new as well,” said [n]. “I have been new for years. You get used to it.” And [n.s] showed [h.o] the hook beside [n.p] own.",
    after:
      'The coat hung on its hook, as if it had never hung anywhere else. || The new shoes stood by the bed. They had nothing more to say.',
    titles: "The Hook Beside It || {name}'s New Shoes || Where It Always Is || First Day for {name}",
  }),
  drive('sad', {
    want: 'find out where the gladness had gone',
    intro:
      '[h] was sad. It was not about anything. It was simply there, like weather. || There are grey days, and [h] was having one inside. || [h] woke up with a stone in [h.p] middle, about the size of a plum.',
    habit:
      'Even the jam tasted of Monday. || When people made jokes, [h.s] smiled with the front of [h.p] face. || [h.s] carried the sadness about carefully, so as not to spill.',
    tries:
      'First [h] tried to laugh. “Ha,” [h.s] said, “ha.” It sounded like somebody putting down two boxes. || [h] went for a walk to lose it. It came along. It even knew the way. || [h] put the sadness under a bucket and sat on top. It was no smaller, and now [h.s] could not get up. || [h] told {thing1} about it. That helped a little, for {thing1} did not say, “Cheer up.”',
    cure: '[h] felt for the stone. It was still there. But it was warm now, like one that has been carried in a pocket; and it had got smaller, or [h.s] had got more room. || [n] did not say, “Cheer up.” [n] moved over. They sat side by side, and let it be grey, and after a time it was more of a blue.',
    after:
      "The stone lay on the sill, and there was a bit of shine on it. || It would rain tomorrow, or it wouldn't. Either way there was somebody to watch it with.",
    titles: 'The Size of a Plum || {name} on a Grey Day || More of a Blue || Nobody Said Cheer Up',
  }),
  drive('missing', {
    want: '{missWant}',
    intro:
      '[h] missed {misses}. It was a long way, and the evenings were longer. || There was a gap at [h.p] table, and its shape was {misses}. || [h] counted the days until {misses}. There were more than [h.s] had fingers.',
    habit: '[h.s] still laid two cups. || [h.s] kept one old mitten that smelled right, and did not wash it.',
    tries:
      'First [h] wrote a letter. It was a good one, but it lay there and could not say a thing in that voice. || [h] looked from the highest place there was. It was not quite high enough, by about two countries. || [h] thought of something else, with all [h.p] might. But everything else had some of it in. || [h] asked the wind to take a message. It took it, and the hat.',
    cure: "Half-way through it, [h] stopped. “You must hold it by the thin end,” [h.s] had just said, “and hum.” Those weren't [h.p] words. [h.s] knew whose they were; [h.s] even knew the voice. So that was where it had been. || “Who taught you that?” asked [n]. [h] told [n.so]. It took the whole pot of tea, and by the end of it there seemed to have been three of them at the table.",
    after:
      'It was still a long way. But it was the same moon, at both ends. || The second cup was warm; somebody had used it.',
    titles: 'Two Cups || By the Thin End || The Same Moon at Both Ends || What {name} Heard {name} Say',
  }),
  drive('proud', {
    want: 'hear somebody say that [h.s] was the best',
    intro:
      '[h] was the best. [h.s] said so [h.r], since it saved time. || There was nothing that [h] could not do, if you asked [h.so]. || [h] had won a prize once, and wore it.',
    habit:
      '[h.s] never asked the way, and so knew a great many places that [h.s] had not meant to go. || [h.s] bowed at the end of soup.',
    tries:
      'First [h] did it with [h.p] eyes shut, to make it harder. It was harder for {thing1}. || [h] made a list of all that [h.s] was best at, and put it up. Somebody wrote below, “and spelling?” || [h] did it again, with one hand, on one leg. It would have been very fine if anyone had been in. || [h] told the story of the prize. They knew it. They joined in at the chorus.',
    cure: "“Could you,” said [h], very small, “could you show me how it goes?” It was quite a new sentence. It hadn't even hurt. || Nobody said that [h] was the best. They said, “Are you coming tomorrow?” And that went in deeper, and stayed.",
    after:
      'The prize hung on the bedpost. It was a bit heavy, for lying down. || There was nobody left to bow to, so [h.s] just lay there, and that was good as well.',
    titles: '{name} Bows to the Soup || The Best at It || And Spelling? || Could You Show Me?',
  }),
  drive('brave', {
    want: 'do one truly brave thing before supper',
    intro:
      '[h] was brave, but it had not come up yet. || [h] had practised being brave for weeks, and was only waiting for something to be brave at.',
    habit: '[h.s] said “Ha!” when [h.s] opened cupboards. || [h.s] wore a saucepan, in case.',
    tries:
      "First [h] looked for a danger. There was a step that was rather high. || [h] rescued a washing line from its washing. The washing's people saw it differently. || [h] stood guard all morning over {thing1}. Nobody even tried. || [h] roared at a hill. The hill roared back, and they parted friends.",
    cure: "It had not felt like being brave. [h.p] knees had knocked, and nobody had played a trumpet. It was only later that [h] thought, “Oh. Was that it?” || “That was brave,” said [n]. [h] wanted to say, “Ha!” But it came out as, “Was it? I was frightened the whole time.” “Yes,” said [n]. “That's how it's done.”",
    after:
      'The saucepan went back to the kitchen. There would be porridge in it by morning. || Even a brave one likes the blanket up to here.',
    titles: '{name} Wears a Saucepan || Was That It? || Brave Before Supper',
  }),
  drive('kind', {
    want: 'give something to everyone before dark',
    intro:
      '[h] was kind. It was a habit, like whistling. || If anybody {place.at} needed a hand, there was generally one of [h.p] lying about. || [h] gave things away so often that [h.p] shelf was the lightest in the house.',
    habit: '[h.s] held doors, and the doors got tired. || [h.s] said bless you before people sneezed.',
    tries:
      'First [h] gave away [h.p] scarf, and then [h.p] hat, and then it snowed. || [h] made soup for everyone. Everyone brought soup. || [h] did the washing-up for somebody who had not eaten yet. || [h] gave {thing1} a coat of paint, because it looked sad. Now {thing1} looked sad and blue.',
    cure: '“And what do you need?” said [n]. [h] opened [h.p] mouth. No one had ever asked. [h.s] had to go and look. || When [h] came home there was a basket on the step. There were nine things in it: a scarf, a hat, and soup. There was also a note. It said, “Your turn.”',
    after:
      'It is a nice thing to be given the last blanket. [h] took it, and only said thank you twice. || The shelf was full. It creaked a little, with being glad.',
    titles: 'Your Turn, {name} || Soup for Everyone || Bless You Before They Sneezed',
  }),
  drive('messy', {
    want: 'find the floor',
    intro:
      '[h] was not tidy. [h.s] knew where everything was; it was on top of everything else. || [h.p] room had not been seen for a year, but it was in there somewhere.',
    habit:
      '[h.s] once lost a sandwich and met it again in spring. || When [h] came past, something always came off: a button, a crumb, a bit of the hedge.',
    tries:
      'First [h] put all the red things together. There were a great many, and one of them was angry. || [h] pushed the lot behind the door. After that there was no door. || [h] made a list of the mess, and lost it in the mess. || [h] swept. Under the top mess there was an older one, with pictures.',
    cure: '“Have you got a hook,” asked [n], “and a bit of green string, and half a key?” [h] had them all. [h.s] had them on top of everything else. || It was only a heap if you did not need it. Today they had needed nearly all of it; and there, when it was gone, was the floor. It was brown.',
    after:
      'The floor lay in the moonlight, and felt a little bare. || One sock hung on the lamp. It could stay; it had always been a sort of friend.',
    titles: 'Where the Floor Was || {name} and the Top Mess || Half a Key',
  }),
  drive('impatient', {
    want: 'have tomorrow today',
    intro:
      '[h] could not wait. If a thing was to be at four, [h.s] was there at two, in [h.p] hat. || “Is it now?” said [h]. It was not now. “Is it now?” || [h] had planted a bean at breakfast and by lunch had dug it up four times, to see.',
    habit: '[h.s] blew on clocks. || [h.s] peeled oranges on the way home from the shop, and bananas in it.',
    tries:
      "First [h] turned the clock on. Now it was late, and it still wasn't time. || [h] ran to meet it. It was coming from the other side. || [h] went to bed at noon, so that it would be tomorrow. When [h.s] woke up, it was a quarter past. || [h] sat and watched. It was like a kettle, and like toast, and like hair.",
    cure: '“Is it now?” [h] began. It had been now for quite some time. It had come while [h.s] was looking elsewhere, and sat down. || It was done. [h] looked up, and the sun was low, and [h.s] had not asked once.',
    after:
      '“Is it tomorrow?” said [h], with [h.p] eyes shut. “Soon,” said the pillow. || The bean, which no one was watching, put one white foot into the earth.',
    titles: 'Is It Now? || {name} and the Bean || Tomorrow Today || A Quarter Past',
  }),
  drive('lost', {
    want: 'find the way home before the lamps were lit',
    intro:
      '[h] had followed a feather round one corner, and then round another, and now there were only other corners. || [h] was lost. It had been quite easy. || [h] looked left, and it was strange, and looked right, and it was strange from the other side.',
    habit:
      "[h.p] home had a yellow door and smelled of toast. That was all [h.s] could think of, and it didn't help with left or right. || [h.s] said the name of [h.p] street to [h.r], like a sweet.",
    tries:
      'First [h] asked {thing1}. It pointed both ways. || [h] went back the way [h.s] had come. But it had turned round, too. || [h] stood still and waited for something to look like home. A bush nearly did. || [h] followed [h.p] own footprints. They were going somewhere else, and seemed happy.',
    cure: '“Yellow door?” said [n]. “Smells of toast? Why, I go by there each day; I never knew whose it was.” And they walked together, because it was on the way for one of them, and by then neither minded whose. || And there was the smell: thin, brown, from the left. Toast. It had been looking for [h.o], too.',
    after:
      'The yellow door was shut, with [h] on the right side of it. || [h.s] could find the way again now, both ways, in the dark, from in here.',
    titles: 'The Yellow Door || From the Left, Toast || {name} Round the Corner || Only Other Corners',
  }),
  drive('hungry', {
    want: 'eat one whole supper, from one end to the other',
    intro:
      '[h] was hungry. [h.s] had been hungry since breakfast, which was what had made breakfast so short. || {Noise}, said [h.p] stomach. It was usually the first to speak.',
    habit: '[h.s] could hear a lid being lifted two gardens away. || [h.s] called people by what they smelled of.',
    tries:
      'First [h] looked in the larder. There was a lid, and under the lid was a plate, and on the plate was a good memory. || [h] picked a plum. It was a beetle. They were both embarrassed. || [h] waited outside the kitchen and looked thin. It is hard to do from the front. || [h] boiled a stone, as somebody had once said that you could. It was warm. It was a stone.',
    cure: "“Stay to supper,” said [n]. “There isn't much. But there are a lot of us, and that makes it go further.” It is not easy to say why, but it did. || There was soup, and there was the end of a loaf. [h] had meant to eat it all. And then [h.s] saw how they all looked at it, and cut it in nine. It was the best ninth that [h.s] had ever had.",
    after:
      '{Noise}, said [h.p] stomach, but it was only saying good night. || In the larder stood one plum, and this time it was a plum.',
    titles: 'The Best Ninth || {name} and the Plum || A Good Memory on a Plate',
  }),
  drive('bossy', {
    want: 'have everybody do it right, for one single day',
    intro:
      '[h] knew how things should be done, and told them. || “No,” said [h], “not like that. Like this.” It was what [h.s] said instead of good morning. || It was never [h] who began it. It just began wherever [h.s] was.',
    habit: '[h.s] had explained swimming to a duck. || When it was quiet, people went to see what [h.s] was doing.',
    tries:
      'First [h] put them all in a row, by size. The row went home for lunch. || [h] painted white lines for everyone to walk on. They were good lines. The snow came and thought so, too. || [h] blew a whistle. All the dogs in the next village sat down. || [h] did it all by [h.r], to show them. They brought chairs.',
    cure: "“How would you do it?” asked [h]. The words felt strange in [h.p] mouth, like someone else's teeth. They told [h.o]. It wasn't right at all. It was better. || For once nobody had been told, and it had been done, and in the middle of it was [h], with [h.p] sleeves rolled up, doing what a very small person said.",
    after:
      '“Not like that,” murmured [h] to the pillow, and then, “Oh, well. Like that.” || The whistle lay in the drawer, with its mouth shut.',
    titles: 'Not Like That || {name} Explains Swimming || They Brought Chairs',
  }),
  drive('silly', {
    want: 'make the gravest person {place.at} laugh',
    intro:
      '[h] wore a teapot on Sundays. || [h] thought that things were funny until somebody proved that they were not. || If there were two ways of doing something, [h] did the third.',
    habit:
      '[h.s] said good night in the morning and took it from there. || [h.s] had once kept a straight face, but it had slipped.',
    tries:
      'First [h] walked backwards, with [h.p] hat in front. Nobody laughed. They asked the way, and [h.s] told them, backwards. || [h] told the one about the goose. It is a very good one, but it has eleven parts. || [h] put a boot in the oven and hung a pie on the coat hook. It was some days before anyone remarked on it. || [h] tickled {thing1}. You could see that it was holding it in.',
    cure: "It was then that it happened, when [h] wasn't trying. The hat slid down. “Excuse me,” said [h], from inside. And somebody laughed, a rusty, creaky laugh that had not been out for years. || “Do that again,” said [n]. [h] could not; [h.s] didn't know what it had been. But they laughed all the same, at not knowing.",
    after:
      'Somewhere in the dark somebody laughed once more, creak, and was asleep. || The teapot hung on the bedpost, in case tomorrow was Sunday.',
    titles: 'A Teapot on Sundays || The One About the Goose || A Boot in the Oven || {name} Does the Third',
  }),
  drive('different', {
    want: 'be like the others, just for an hour',
    intro:
      'All the others were alike, and then there was [h]. || Someone had made [h] in a different way, perhaps on a Friday. || Wherever one [h.kind] should have had one thing, [h] had the other.',
    habit: 'In photographs [h.s] stood behind. || When they sang, [h.p] note was next door to theirs.',
    tries:
      'First [h] painted [h.r] so as to match. It rained. || [h] did it their way round. It hurt at the corners. || [h] stood very close to them and hoped that it would come off on [h.o]. || [h] asked them how they did it. “Did what?” they said.',
    cure: "There was not one of them who could have done it; they were all made the usual way. “Good that you are as you are,” said [n]. “I'd have been waiting there till Easter.” || They sang, that evening. There was [h.p] note again, just next door to theirs. But somebody stopped, and said, “Listen! Now there are two windows in it.”",
    after:
      'Under the cover you cannot tell who is who, and that was restful as well. || One star was a different colour from the rest. It was the one that you could find.',
    titles: 'Made on a Friday || Next Door to the Note || The One You Could Find',
  }),
  drive('magic', {
    want: 'use up the very last bit of magic on something good',
    intro:
      '[h] had a little magic left, about as much as goes into a thimble. || [h] was magic, but only on one side, and [h.s] could never tell which.',
    habit:
      'It came out when [h.s] sneezed. || There was a cabbage that followed [h.o] about, and it was best not to ask.',
    tries:
      'First [h] said the long word. All the spoons {place.at} stood up, and then sat down. || [h] tried it on {thing1}. {Thing1} turned blue and said that it had been before. || [h] wished for a better wand. Now there were two bad ones. || [h] wished that it was done. It was a different it.',
    cure: 'It had worked, and the odd thing was that [h] had not used the magic at all. It was still there, in its thimble, warm. || There had been only a pinch of it, right at the end. The rest had been elbows.',
    after:
      'The thimble shone a little on the sill. It was enough to find the pillow by. || The cabbage came in, turned round three times, and lay down.',
    titles: 'A Thimble of Magic || The Rest Was Elbows || {name} Says the Long Word',
  }),
  drive('sleepy', {
    want: 'stay awake until the interesting part',
    intro:
      '[h] was always tired. It came up in the middle of words. || [h] had slept through two birthdays and a brass band.',
    habit:
      '[h.s] yawned hello, and it caught on, and nobody {place.at} got anything done. || [h.s] had a cushion for each of the stairs.',
    tries:
      'First [h] propped [h.p] eyes open with [h.p] fingers. They slept the way they were. || [h] splashed cold water on [h.p] face, and dreamed of the sea. || [h] sang to keep awake. It was, by bad luck, a lullaby. || [h] stood on one leg. One leg went to sleep. It was that one.',
    cure: "It was the interesting part; it had come, and [h] had been there for every bit of it with both eyes open. [h.s] had even been in it. || “You woke us all,” said [n], “and it is the best thing that's happened since the band.”",
    after:
      'And now [h] was tired in the good way, the way that has a day in it. || The yawn had been kept waiting so long that it took up the whole room.',
    titles: 'A Cushion for Each Stair || The Interesting Part || {name} Slept Through the Band',
  }),
  drive('quiet', {
    want: 'be heard once, without having to shout',
    intro:
      '[h] was quiet. People sat on [h.so]. || [h] spoke so softly that the words were gone by the time they arrived.',
    habit:
      '[h.s] was generally in the middle of a sentence when the next person began. || [h.s] had been in the room for two hours, once, before they lit the lamp and said oh.',
    tries:
      'First [h] waited until the rest had finished. They did not finish. || [h] held up a sign. It said, “I have an idea,” in very small letters. || [h] tried to shout. It came out as a sort of dent in the air. || [h] said it to {thing1}, who had the time.',
    cure: 'They had all had to stop talking, so as to hear; and once they had stopped, they found that they were listening. “Say it again,” said somebody. || “Only you could have done that,” said [n], “the rest of us would have frightened it.”',
    after:
      'The night was quiet, too. They understood each other. || “Good night,” said [h], hardly at all, and it was heard in three rooms.',
    titles: 'A Dent in the Air || {name} Has an Idea || Say It Again',
  }),
  drive('old', {
    want: 'be asked along once more',
    intro:
      '[h] was old, and had got all the use out of [h.r] that there was, or so people said. || [h] was the oldest {kind} {place.at}, and creaked in two places.',
    habit:
      '[h.s] told the young ones how it had been, and the young ones looked at the clock. || [h.s] was kept for best, and best never came.',
    tries:
      'First [h] polished [h.r]. Now [h.s] was old and shone. || [h] hurried along behind. It was their dust that [h.s] saw, mostly. || [h] offered advice, and they took it, and put it with the rest. || [h] learned one of the new words, and said it. By then it was out.',
    cure: 'None of the young ones had known how. You had to have been there, the last time, and that was forty years ago. “You did it as if it were nothing,” said [n]. “It was nothing,” said [h]. “It was only a long time ago.” || “Tell it again,” said [n]. “How it was.” This time no one looked at the clock.',
    after:
      'It creaked in two places, on the way to bed; and that was a tune, if you knew it. || Old things sleep well. They have had the practice.',
    titles: 'Kept for Best || Creaks in Two Places || Tell It Again, {name}',
  }),
];
