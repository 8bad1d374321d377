/** Wishes that no part of the author was written for: 200, by sort, for the bench and for reading. */
export const heldOutWishes: readonly string[] = `a shy fox who is afraid of the dark
a penguin who wants to fly
a bear who can't find his scarf
an owl who is awake all day
a rabbit who is always late
a hedgehog nobody wants to hug
a mouse who wants to see the sea
a badger who is grumpy in the morning
a squirrel who forgot where the nuts are
a cat who is afraid of water
a puppy on his first day at school
a deer who misses her sister
an otter with a new baby brother
a mole who wants to see the stars
a frog who sings too loud
a duck who doesn't like rain
a snail who wants to win a race
a turtle looking for a friend
a little fish who is lost
a whale who lost her song
an octopus who is messy
an elephant who is too big for the bath
a lion who is scared of mice
a monkey who plays tricks on everyone
a pig who wants to be clean
a sheep who can't sleep
a horse who wants to dance
a goat who eats everything
a koala who wants to stay up all night
a panda who wants to learn kung fu
a sloth who wants to be fast
a giraffe with a sore throat
a wolf who is lonely
a bat who is afraid of heights
a raccoon who finds a treasure
a hamster who dreams of space
a kangaroo who lost her pocket
a camel who wants to see snow
a tortoise who keeps forgetting
a dinosaur who is worried about everything
an axolotl who wants to be a pirate
a flamingo who is not pink
a hen who wants to travel
a parrot who never stops talking
a swan who thinks he is ugly
a clownfish who is not funny
a shark who wants friends
a seahorse who is too slow
a jellyfish who glows
a crab who walks straight
a butterfly who misses being a caterpillar
a bee who is tired of flowers
a firefly whose light is broken
an ant who is very strong
a spider who knits
a robin waiting for spring
a polar bear who is too hot
a donkey who says no
a tiger without stripes
a quokka who is sad
a girl who talks to the moon
a boy who can't whistle
a girl called Noor who is afraid of swimming
a boy and his grandpa go fishing
a girl who lost her first tooth
a boy who is jealous of his baby sister
a child who doesn't want to go to bed
a girl who is new at school
a boy who is angry with his friend
a princess who wants to be a knight
a prince who is afraid of horses
a girl who builds a rocket
a boy who collects stones
a girl in a wheelchair who wants to climb a mountain
twins who fight over a blanket
a boy who misses his dad
a girl who can't stop giggling
a boy who is scared of thunder
my daughter Ida and her cat
a boy who wants a dog
a girl who plants a seed
a boy who wants to be big
a girl who is afraid of monsters under the bed
a boy who finds an egg
a girl who wants to stay at grandma's house
a ballerina with two left feet
a pirate who is seasick
an astronaut who is homesick
a baker who makes bread for the whole street
a king who is bored
a robot who is shy
a robot who wants to feel the rain
a digger who is too loud
a tractor who wants to go on holiday
a train that wants to leave the tracks
a small red bus that gets lost
a fire engine who is afraid of fire
a rocket who is afraid of flying
a lift that wants to go sideways
a clock that is always late
a kettle who can't sing
a teapot with a crack
a sad left sock
a shoe who lost its partner
an umbrella who is afraid of rain
a button that rolled away
a stapler who wants to be useful
a pillow who can't sleep
a blanket that wants to travel
a teddy bear who was left on a train
a lamp who is afraid of the dark
a lantern looking for its light
a broom who wants to fly
a book nobody reads
a drum who wants to be quiet
a bell with no voice
a balloon who is afraid of pins
a kite who wants to be free
a snowman who wants to see summer
a bucket with a hole
a bicycle who is tired
a toaster who is jealous of the oven
a fridge that hums at night
a vacuum cleaner who is friendly
a lighthouse who is lonely
a pencil who is getting short
a spoon that wants to be a fork
a little boat who is afraid of waves
a submarine who wants to see the sky
a crayon that nobody uses
a dragon who can't cook
a dragon who is afraid of fire
a unicorn who lost her horn
a fairy who is clumsy
a mermaid who can't sleep
a wizard who forgets his spells
a witch who wants to be kind
a giant who is lonely
a ghost who is afraid of people
a monster who is afraid of children
a troll who wants a pet
a phoenix who is cold
a yeti who likes ice cream
an elf who is late for Christmas
a goblin who collects buttons
a gnome who moves house
a baby dragon who hiccups fire
a knight who is afraid of the dark
a sea monster who is hungry
an invisible cat
a fox and a hare who want to build a boat
a bear and a bee who are friends
an owl and a mouse who share a tree
a mole and a swift who want to visit each other
the sun and the moon who want to meet
a cat and a dog who swap homes
a whale and a bird who sing together
a robot and a snail go to the sea
a girl and a cloud
a king and his cook can't sleep
a frog and a fish who race
two socks who get separated in the wash
a boy and a dragon bake a cake
a lion and a lamb share a blanket
a star and a lighthouse who talk at night
a hedgehog and a balloon
a snowman and a rabbit
an elephant and an ant who play hide and seek
a pirate and a mermaid find a map
a duck and a fox make soup
being brave at the dentist
feeling left out
I am scared of school
when you miss somebody
how to say sorry
why is the sky dark
not wanting to share
being the smallest
waiting for my birthday
a bad day
moving to a new house
the first night without a night light
I want to be a superhero
my best friend moved away
nobody listens to me
a very quiet day
being angry and not knowing why
losing a game
saying goodbye to summer
a new baby
a star that fell into the pond
the moon who is afraid of the sun
a cloud who can't rain
a raindrop who doesn't want to fall
a snowflake looking for its twin
the wind who wants a hug
a rainbow who lost a colour
a tree who wants to walk
a sunflower who is shy
a pumpkin who wants to be a coach
a potato on the moon
a mountain who wants to move
an echo looking for its voice
a shadow who goes on holiday
a puddle that wants to be the sea`.split('\n');
