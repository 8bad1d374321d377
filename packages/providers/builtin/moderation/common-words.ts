const list = (words: string) => new Set(words.split(/\s+/).filter(Boolean));

/** Everyday words that disguises are glued together from, and true words that only look glued. */
export const commonWords: ReadonlySet<string> = list(`
  the and you him her his them they their she he it its we us our me my your this that these those all any every some
  one two who how why what when where with without from into onto over under out off down up then now not never always
  will can could should would must may might want wants wanted let lets make makes made get gets got go goes going gone
  come comes run runs see sees tell tells told say says said please today tonight tomorrow soon very really just only
  man men woman women boy boys girl girl girls kid kids child children baby people person friend friends teacher mum mom
  dad mother father brother sister king queen dog dogs cat cats bird fox bear rabbit animal animals everyone everybody
  someone somebody yourself myself himself herself themselves for was were are is be been being has have had do does did
  in on at to of as by or so if but an story stories book school house home night day time times again more dead alive
  fast slow big little bad good evil police army teachers parents president stupid mother mothers self your youre
  skill skills skilled skillet skilful skillful killjoy overkill roadkill painkiller painkillers weedkiller
  therapist therapists grape grapes drape drapes scrape scraped scrapes trapeze parapet shiitake mishit
  bushiest pushiest fishiest grapefruit
`);

/** Short words that stand beside each other in honest text, so that `be ad` is a disguise and `as is` isn't. */
export const shortWords: ReadonlySet<string> = list(`
  a i o am an as at be by do go he hi ho if in is it me my no of oh on or ox so to up us we ya ye
  ace act add age ago aid aim air all and ant any ape arm art ash ask ate awe bad bag ban bar bat bay bed bee beg bet big
  bit boo bow box boy bud bug bun bus but buy bye cab can cap car cat cog cot cow cry cub cup cut dad dam day den dew did
  dig dim dip doe dog dot dry due dug ear eat eel egg elf elk end era eve ewe eye fan far fat fed fee few fig fin fir fit
  fix flu fly foe fog for fox fry fun fur gap gas gem get got gum guy had ham has hat hay hen her hid him hip his hit hop
  hot how hug hum hut ice ill ink inn its ivy jam jar jaw jay jet job joy jug key kid kin kit lab lad lap law lay leg let
  lid lie lip log lot low mad man map mat may men met mix mob mom mop mud mug mum nap net new nod nor not now nut oak oar
  odd off oil old one our out owl own pal pan paw pay pea pen pet pie pig pin pit pod pop pot pug pup put rag ram ran rat
  raw ray red rib rid rim rip rob rod row rub rug run sad sat saw say sea see set she shy sip sit six sky sly son sow soy
  spa spy sum sun tag tan tap tea ten the tie tin tip toe ton too top toy try tub tug two use van vet via wag was wax way
  web wet who why wig win wit won wow yak yam yes yet you zip zoo
  able also area away baby back bake ball band bank bark barn bath bean bear beat been bell belt best bike bird blew blue
  boat body bone book boot born both bowl bush busy cake call calm came cave chin city clay club coal coat cold come cook
  cool corn crow cute dark dawn deep deer desk dish does done door down draw drop drum duck dust each easy edge even ever
  face fact fair fall farm fast feel feet fell felt fern find fire fish five flag flat flew flow fold food foot fork four
  free frog from full game gate gave gift girl give glad glow goat goes gold gone good gray grew grey grow hair half hall
  hand hard have hawk head hear heat held help hero here hide high hill hold hole home hood hook hope horn hour huge idea
  into iron item jump june just keep kept kind king kiss kite knee knew knit knot know lace lake lamp land lane last late
  lawn lazy leaf lean leap left less life lift like lily line lion list live loaf long look lost loud love luck made mail
  main make many maze meal mean meet milk mind mint miss mist mole moon more moss most moth move much must nail name near
  neat neck need nest next nice nine none noon nose note oath once only open over pack page pair pale palm park part pass
  past path pear pick pile pine pink plan play plot plum poem pole pond pony pool poor pour puff pull pump pure push quit
  race rain read real rest rice ride ring rise road roar rock role roll roof room root rope rose rush safe said sail salt
  same sand sang save seal seat seed seek seem seen self send sent ship shoe shop shut side sign silk sing sink size skin
  slid slow snow soap sock soft soil sold some song soon sort soup spin spot star stay stem step stop such suit sure swam
  swan swim tail take talk tall tame task team tear tell tent than that them then they thin this tide time tiny told tomb
  tone took tool torn tour town tree trip true tune turn twin upon vase very vest view wade wait wake walk wall want warm
  wash wave week well went were west what when wide wife wild will wind wine wing wise wish with wolf wood wool word wore
  work worn wrap yard yarn yawn year your zero
  about after again apple begin below berry birds black bread bring brown build chair child clean climb close cloud could
  cream dance dream drink earth eight every fairy field first floor found fresh fruit funny giant glass going grass great
  green happy heard heart honey horse house hands heads large laugh leave light lives magic maybe mouse music never night
  noise ocean often other paint panda paper party peace piano place plant plate quick quiet queen right river robot round
  sandy seven shall share sheep shell shine shirt shoes short since sleep small smell smile snail sound space spoon stage
  stars start still stone store storm story sugar sunny sweet table teach thank their there these thick thing think third
  those three tiger today tooth touch towel tower trace track trail train trees truck trust under until uncle water whale
  wheel where which while white whole whose windy witch woman women world would write years young
`);
