import { drive } from './define.ts';

/** Drives for wishes with a goal, a loss, or nothing but a hero. */
export const plainDrives = [
  drive('goal', {
    want: '{goal}',
    intro:
      '[h] wanted to {goal}. [h.s] wanted it on Mondays, and it had not gone away by Sunday. || Some people want a biscuit. [h] wanted to {goal}. || [h] had only one wish, but it was a big one: [h.s] wanted to {goal}.',
    habit:
      '[h.s] thought about it in the bath. || [h.s] had told {thing1} about it so often that {thing1} could have gone instead. || When others counted sheep, [h.s] counted ways to {goal}.',
    tries:
      "First [h] tried to do it all at once. It didn't come all at once. It fell over in the middle. || Then [h] drew a plan on the ground with arrows. It was such a good plan that a snail went along it and was never late again. But the snail was all it moved. || [h] asked around. “Oh, that,” said everybody, and told [h.so] about their feet. || [h] packed a bag for it, with a bun. By the gate the bun was gone, and it seemed best to start again tomorrow.",
    cure: '“And you?” asked [n]. “What would you like best?” “To {goal},” said [h]. [n] looked at [h.o] for a while. “But look,” said [n]. “What do you think you have been doing?” || That was how it happened. [h.s] had set out to help and not to {goal}, and when [h.s] looked up, there it was, done, and not in the way [h.s] had drawn it.',
    after:
      'The wish was gone from its place. In its place was a small warm hole, about the size of tomorrow. || [h.s] had it now, and it had [h.so].',
    titles: '{name} Wants It on Mondays || The Plan with Arrows || {name} and the Big Wish',
  }),
  drive('plain-odd', {
    want: 'be of use to somebody before sunset',
    intro:
      '[h] was a <perfectly|fairly> happy {kind}, except on Tuesdays, when there was nothing to do. || There was once a {kind} called {name}, who had everything but a reason to get up early.',
    habit: "[h.s] looked in at everyone's door, in case they were short of a {kind}.",
    tries:
      'First [h] offered to help {thing1}. {Thing1} was managing. || Then [h] put up a sign: HELP GIVEN HERE. A beetle came, read it, and asked for the time. || [h] helped somebody across the road who had only been standing beside it.',
    cure: '“How did we do without you?” said [n]. It was not a question, but [h] kept it as if it were an answer.',
    after: 'It had been a Tuesday all along. Nobody had noticed.',
    titles: '{name} on a Tuesday || A Reason to Get Up Early || Help Given Here',
  }),
  drive('goal-journey', {
    want: '{goal}',
    intro:
      '[h] wanted to {goal}. [h.s] had got as far as the end of the lane, twice. || There was a place in [h.p] head where it said {goal}, in large letters, with an arrow. || All [h.p] life [h] had been here. Now [h.s] wanted to {goal}.',
    habit:
      '[h.s] had a bag packed: one bun, one sock, one length of string. || At night [h.s] walked there in [h.p] dreams, and in the morning [h.p] feet were tired.',
    tries:
      'First [h] set off at once, without a map, and came to the other side of {thing1}. It looked much like this side. || [h] asked how far it was. “Far,” said one. “Not so very,” said the other. They were still arguing about it when [h] left. || [h] climbed up on {thing2}, to see if you could see it. You could see a cow. || [h] waited for somebody who was going there. Somebody came, but they had just been.',
    cure: '“And where were you off to?” asked [n]. “To {goal},” said [h]. “But it is late now, and I have used up the string.” [n] laughed. “Do you know where you are standing?” [h] did not. So [n] told [h.o]; and it was there. [h.s] had come the whole way without looking. || That was how [h] came to {goal}. It was not by the road with the arrow. It was by way of a small trouble, a bun, and a friend, and people have got there by worse ones.',
    after:
      'Far away at the other end stood [h.p] own bed, and it was nearer than [h.s] had thought; things are, on the way back. || The arrow in [h.p] head had turned round. Now it said home.',
    titles:
      'One Bun, One Sock, One Length of String || {name} at the End of the Lane || How Far Is Far? || The Long Way There',
  }),
  drive('goal-skill', {
    want: '{goal}',
    intro:
      'Everyone has something that they cannot do, and wish they could. [h] wanted to {goal}. || [h] wanted to {goal}. It looked so easy, when it was somebody else. || “One day,” said [h], “I shall {goalMe}.” [h.s] said it every day.',
    habit:
      '[h.s] had watched how it was done, from below. || [h.s] knew all the words for it, and none of the movements.',
    tries:
      'First [h] jumped in with both feet. The feet got there before the idea. || [h] learned it out of a book. It was quite simple, up to page four. || [h] tried it on the quiet, behind {thing1}. A small crowd came. || [h] tried it backwards, in case it was only the front that was hard. || [h] held on to {thing2} and did it with one half of [h.r]. That half was quite good.',
    cure: "“You did it,” said [n]. “Did what?” asked [h]. “Just now. When you weren't looking. You did {goalIng}.” [h] stood quite still, so as not to spill it. || It was not the way the others did it. It was [h.p] own way, with [h.p] own {tool} in it. But if that wasn't what they call to {goal}, then they would have to find another word.",
    after:
      'In [h.p] dream [h.s] did it again, and this time slowly, so that you could see how. || [h.p] feet still knew it. They did a little of it, under the cover.',
    titles: "Up to Page Four || {name}'s Own Way || When {name} Wasn't Looking || One Day, Said {name}",
  }),
  drive('goal-make', {
    want: '{goal}',
    intro:
      '[h] was going to {goal}. [h.s] had the apron on already. || It was to be the best there had ever been. [h] meant to {goal}, and had told everyone to come at six.',
    habit:
      '[h.s] had all that was needed, apart from what you need. || There was flour on [h.p] nose, though there was no flour in it.',
    tries:
      "First [h] made one very quickly. It was quick, but it wasn't one. || [h] made a large one. It would not go through the door, or stay in the room. || [h] left out the difficult bit. The difficult bit, it turned out, was what held up the rest. || [h] followed the directions. They led, by way of paragraph nine, to {thing1}.",
    cure: '“What is it?” asked [n]. [h] walked round it. It had a bit of everything that had gone wrong that day, and it stood up. “It is,” said [h], “what I meant.” || So they all came at six, and it was done, with one corner still wet. And nobody asked what it should have been; they asked if there was more.',
    after:
      'There was a bit left over. [h.s] put it by. You can always start the next one with that. || There was still flour on the pillow, in the shape of a nose.',
    titles: 'Come at Six || What {name} Meant || The Difficult Bit || Paragraph Nine',
  }),
  drive('goal-have', {
    want: '{goal}',
    intro:
      'There was just one thing that [h] wanted: to {goal}. || [h] had a place all ready for it, dusted. [h.s] wanted to {goal}.',
    habit: '[h.s] drew it in the margin of everything. || [h.s] had a box for it, with holes in the lid.',
    tries:
      'First [h] asked for it nicely. Everyone was very nice, too. || [h] swapped a button for a bell, the bell for a boot, and the boot for a button. || [h] saved up. Each day [h.s] put by one crumb. A mouse was saving up as well, and it turned out to be the same tin. || [h] made one of clay. It was nearly right, until it dried.',
    cure: "“I wanted to {goal},” said [h]. “I know,” said [n]. “You've been carrying the box about all day. What's in it?” And [h] looked, and there was something in it. It was not the same as in the margin. It was better; it had come by itself. || It was there, when [h.s] came home. Nobody said from whom. But there were footprints on the step, and they were of exactly the right size.",
    after:
      'The box stood open. It had been a good box; now it could be a bed for something. || [h.s] had it. [h.s] looked at it until it grew too dark to see, and then [h.s] just knew.',
    titles: "The Box with Holes in the Lid || {name}'s Dusted Place || A Button for a Bell",
  }),
  drive('goal-find', {
    want: '{goal}',
    intro:
      '[h] was looking. [h.s] wanted to {goal}, and it had to be somewhere. || There was supposed to be one, {place.at}, and nobody had ever seen it. [h] meant to {goal}.',
    habit:
      '[h.s] had looked under everything that had an under. || [h.s] walked with [h.p] nose down, and knew all the shoes in the place.',
    tries:
      "First [h] looked where it was light. It was easier there. But it was not there. || [h] dug. [h.s] found a spoon, and a second spoon, and an old joke. || [h] followed an arrow. It was a bird's foot. Then there were a great many arrows, and they all had breakfast. || [h] asked {thing1} whether it was getting warmer. It was, but that was the sun.",
    cure: '“There,” said [n], and pointed at [h.p] hand. [h] had picked it up along with the rest, and had been much too busy to look. || It is an odd thing about looking. You have to stop, and do something else, and do it properly. And then you put your hand down, and there it lies.',
    after: 'Found things sleep well. So do those who found them. || The spoons lay side by side, both of them.',
    titles: 'Under Everything || A Spoon and a Second Spoon || {name} Looks Where It Is Light',
  }),
  drive('goal-win', {
    want: '{goal}',
    intro:
      '[h] wanted to {goal}, just once, by as much as a nose. || On Saturday it was to be decided. [h] wanted to {goal}, and it was Friday.',
    habit:
      "[h.s] had cleared a place on the shelf for the cup. || [h.s] had been last so often that [h.s] knew everybody's back.",
    tries:
      'First [h] trained. [h.s] ran to {thing1} and back, and {thing1} won. || [h] ate what winners eat. It was mostly parsley. || [h] studied the others, to find out their secret. Their secret was that they were faster. || [h] practised being cheered. That went well.',
    cure: 'When [h] came in, the ribbon was down, and they were rolling it up. But then they heard why. They looked at each other. “We only ran,” said the one with the cup, and put it into [h.p] hands. “You got somewhere.” || “Who won?” asked [n]. Nobody could remember. They were all looking at what [h] had done.',
    after:
      'The place on the shelf had something in it now. It was not a cup; but it shone more. || Last of all, by as much as a nose, came sleep, and it won.',
    titles: 'By a Nose || {name} and the Parsley || We Only Ran',
  }),
  drive('goal-befriend', {
    want: '{goal}',
    intro:
      '[h] wanted to {goal}. [h.s] was not sure how you begin. || There was room on [h.p] bench for one more. [h] wanted to {goal}.',
    habit: '[h.s] had a good joke ready, and nobody to be surprised by it. || [h.s] waved at trains.',
    tries:
      'First [h] said, “Will you be my friend?” to everyone who came by. They said that they were on their way to the shop. || [h] gave a party, and forgot to say when. || [h] learned all about what the others liked, and talked of nothing else. They had gone on to liking something new. || [h] stood beside {thing1} and looked like someone worth knowing. {Thing1} did, too.',
    cure: "“Shall we say tomorrow at four?” said [n]. [h] counted back to see when it had begun. There had been no beginning. There had just been something to do, and two of them doing it. || “I'd have liked to {goalMe},” said [h]. [n] turned quite pink. “Haven't you noticed?” said [n.n].",
    after:
      'There were two dents in the bench, side by side, and they kept warm for a while. || Tomorrow at four, thought [h], and it was like something to hold.',
    titles: 'Tomorrow at Four || Room on the Bench || {name} Waves at Trains',
  }),
  drive('goal-become', {
    want: '{goal}',
    intro:
      '[h] wanted to {goal}. [h.s] had the hat. || When [h.s] was asked what [h.s] would like to do, [h] always said the same: “{GoalMe}.”',
    habit:
      '[h.s] practised in front of a spoon. || [h.s] had written it on the door already, in chalk, so that it could be changed.',
    tries:
      'First [h] walked like one. It is mostly in the knees. || [h] told everybody that [h.s] was one, and then they came with their troubles, and [h.s] had to be out. || [h] made a list of what they do all day. It said: tea, tea, be important, tea. || [h] asked a real one. “You need to be tall,” the real one said, “and know a man called Frank.”',
    cure: "“You are one,” said [n]. “I?” said [h]. “But I haven't got the hat on.” “No,” said [n]. “You'd got both hands full.” || It isn't the hat. It is what you do when somebody knocks. [h] saw that now; and the chalk on the door could stay.",
    after:
      'The hat hung on its nail and looked like one. || Even they, when the day is over, are only somebody in bed.',
    titles: "It Isn't the Hat || {name} in Front of a Spoon || Tea, Tea, Be Important, Tea",
  }),
  drive('goal-help', {
    want: '{goal}',
    intro:
      '[h] had made up [h.p] mind to {goal}. [h.s] had rolled up [h.p] sleeves, as far as [h.s] had any. || “I shall {goalMe},” said [h], and put the kettle on, since that is how you start.',
    habit:
      '[h.s] looked at everybody in a helpful way, and some of them checked their buttons. || There was string in [h.p] bag, and plasters, and a spare bun.',
    tries:
      'First [h] helped very fast, before anyone could say no. It turned out to have been the wrong way up. || [h] asked what was wanted. “Oh, nothing,” everyone said, and went on holding up the wall. || [h] brought what [h.s] would have liked [h.r]. It was a nice bun. || [h] made a plan, and the plan needed nine people and a boat.',
    cure: 'It was done; and [h] had not needed the string. [h.s] had only needed to see what it was like from over there. || “However can I thank you?” said [n]. “I could eat half of that bun,” said [h].',
    after:
      'The sleeves came down again, as far as there were any. || Nobody needed anything at all. It was so quiet that you could hear them not needing it.',
    titles: 'Half of That Bun || {name} Rolls Up the Sleeves || From Over There',
  }),
  drive('cannot', {
    want: 'be able to {cannot}, even if only a little',
    intro:
      'There was one thing that [h] could not do. [h.s] could not {cannot}. || Everybody else could {cannot}. [h] could not, and had an excuse for each day of the week. || [h] could whittle, hum, and stand on one leg. But [h.s] could not {cannot}.',
    habit:
      'When it came to that part, [h.s] always had to tie a shoe. || [h.s] nodded, when the others talked of it, as if it were nothing.',
    tries:
      "First [h] tried it when nobody was there. Nobody was very nice about it. || [h] tried it after counting to three. At two it had gone wrong already. || [h] took a lesson. “It's like this,” said the teacher, and did it, much too well to be any use. || [h] wore a special hat for it. Now there were two things that did not fit.",
    cure: "It was not until it was over that [h] noticed. To do what [h.s] had done, you had to {cannot}; there was no other way. So [h.s] must have. || “I can't {cannot},” [h] began. “I know,” said [n], “I saw. You can't do it beautifully.” They looked at what was done. It was not beautiful. It was done.",
    after:
      'There was a new thing in the list now, at the very end, in small letters. [h.s] said the list over, right down to there. || Nobody would ever need to tie that shoe again. It lay with its laces loose.',
    titles: 'Except on Thursdays || An Excuse for Each Day || {name} Ties a Shoe || Not Beautifully',
  }),
  drive('lost-thing', {
    want: 'find {lostThe} before dark',
    intro:
      '[h] had lost {lostOwn}. It had been here, and now here was empty. || {LostOwn} was gone. [h] looked at the place where it had been, in case it was only hard to see. || When [h] got up that day, there was everything as usual, except for {lostOwn}.',
    habit:
      '[h.s] kept turning round quickly, to catch it. || [h.s] patted [h.p] pockets like somebody putting out sparks.',
    tries:
      'First [h] looked where it ought to be. Then [h.s] looked where it ought not to be, which is a much bigger place. || [h] asked everyone. One had seen one, but that was in another year. || [h] shut both eyes, turned round three times and pointed. It was {thing1}, again. || [h] went back through the whole day, step by step, and met only the breakfast.',
    cure: "And there, where [h] had knelt down to help, with one corner sticking out, was {lostOwn}. It looked as if it had been about to call. || “Is this anybody's?” asked [n]. “I was lying on it. It's the only reason why I was not cold.” It was {lostOwn}. [h.s] held it, and it was even warm.",
    after:
      '{LostOwn} was back in its place; and so the place was a place again. || [h.s] kept one hand on it, all the same.',
    titles: '{name} and the Empty Place || The Lost {Lost} || Here Was Empty || A Much Bigger Place',
  }),
  drive('habit', {
    want: '{habit} so well that somebody noticed',
    intro:
      'Every day [h] would {habit}. It was a small job, but it was [h.pp]. || [h] knew how to {habit} better than anybody, and yet nobody had ever watched.',
    habit:
      '[h.s] began at eight and put everything away at five. || [h.s] hummed when it went well, and when it went badly, [h.s] hummed something else.',
    tries:
      'First [h] did it twice as fast. It had to be done over again. || [h] did it in the window, where people could see. They saw their own hair. || [h] did it at night. The moon was the only one who stopped. || [h] stopped doing it, to see if anyone would miss it. A spider did.',
    cure: "“So it's you,” said [n]. “We always thought that it just happened.” || Nobody had noticed, not in all those years; and nobody had been able to do without. It came to the same thing, said [n], only without the trumpet.",
    after:
      'The tools went back to where they lived. They had a little shine on them. || Tomorrow at eight, thought [h]. It was a good thing to have.',
    titles: "A Small Job || So It's You || We Thought It Just Happened",
  }),
  drive('loves', {
    want: 'find one other person who loved {loves} as much',
    intro:
      'What [h] loved best was {loves}. [h.s] loved it before breakfast, on an empty stomach. || If you asked [h] the time, you got {loves}.',
    habit:
      'When [h.s] spoke of it, people remembered that they had left something on the stove. || There was no room in [h.p] bed, because of it.',
    tries:
      'First [h] told {thing1} everything about it, from the beginning. {Thing1} stayed to the end. || [h] gave a talk. One beetle came, and it was only the heating. || [h] tried to love something more usual. [h.s] tried buttered toast. It went quite well, as far as the crust. || [h] put up a picture of it. Somebody hung their coat on it.',
    cure: '“Wait,” said [n]. “Say that again, about {loves}.” [h] said it again. [n] sat down. “Go on,” said [n]. “From the beginning.” || It had been just the thing that was wanted. All those evenings, all that room that it took up: and then came a day with a hole in it, and the hole had exactly that shape.',
    after:
      'There were two people now who knew about it, {place.at}. It made it twice as large. || [h.s] dreamed of it, naturally.',
    titles: 'From the Beginning || On an Empty Stomach || {name} Gives a Talk',
  }),
  drive('plain-sign', {
    want: 'find out what the tick was, that came each evening from behind {thing1}',
    intro:
      'Every evening at six, something behind {thing1} went tick, and [h] always looked up too late. || {Place.at} lived [h], who had heard everything there was to hear, but for one thing.',
    habit: '[h.s] had guessed a beetle, a pipe, and somebody called Tick.',
    tries:
      'First [h] came at five to six and waited. It came at seven. || [h] made the same noise back. There was a pause, as of somebody blushing. || [h] asked whether it would mind being louder. It minded.',
    cure: 'Tick. It came from up there, and from down here, and then [h] saw what it was. It was only the day, cooling down. It did it every evening, and you had to be sitting still.',
    after: 'Tick, said the day. [h] looked up, and for once it was not too late.',
    titles: 'Somebody Called Tick || {name} at Five to Six',
  }),
  drive('plain-list', {
    want: 'do one thing that was not on the list',
    intro:
      '[h] had a list for the day. It said: up, wash, look out, down. || There was once a {kind} called {name}, who did the same thing every day, in the same order, and left out nothing.',
    habit: 'When [h.s] had done a thing [h.s] put a tick, and then looked at the tick.',
    tries:
      "First [h] did it all from the bottom up. [h.s] was in bed by nine in the morning. || [h] wrote “surprise” on the list, at four o'clock. At four [h.s] sat and was ready for it. || [h] swapped lists with somebody. It said, “Milk, nails, call Aunt.” The aunt was very nice.",
    cure: 'It had not been on the list. [h] looked twice, on the back as well. And it had been the best thing in the day; so [h.s] wrote it in, afterwards, and gave it a tick.',
    after: 'Up, wash, look out. [h] got as far as down.',
    titles: 'Not on the List || {name} Writes Surprise',
  }),
  drive('state', {
    want: 'have one day on which it did not matter || be asked for once because of it, and not in spite of it',
    intro:
      "[h] {state}. It was nobody's fault. || There are easier things in life, but [h] {state}, and that was that. || You could not help noticing it. [h] {state}.",
    habit:
      'People had got used to it, more or less. || [h.s] had tried it the other way. It lasted until tea. || “It could be worse,” everyone said, and then could not think how.',
    tries:
      'First [h] pretended that it was not so. That lasted until somebody spoke to [h.so]. || [h] asked {crowd1} what could be done. “About what?” “About that.” “Oh, that,” said {crowd1}. “I thought that you did it on purpose.” || [h] thought about it from the other end. It was much the same from there, only warmer. || [h] wrote to complain, and addressed it to Whoever It Was. Nobody had been.',
    cure: "“If you weren't as you are,” said [n], “where should I be now?” [h] thought it over. It was the first time that anyone had been glad of it. || It was still so. Nothing about it had changed, only the place where it stood. This morning it had stood in the way, and now it stood behind [h.o], and held the coats.",
    after:
      'It would still be so tomorrow. [h] found that [h.s] was almost looking forward to it. || You can get very fond of a thing, once it has been of use.',
    titles: "It Was Still So || {name}, More or Less || Nobody's Fault || Not in Spite of It",
  }),
];
