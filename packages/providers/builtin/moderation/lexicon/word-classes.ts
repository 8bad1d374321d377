/** Word classes that rules name with `@`. */
export const wordClasses: Readonly<Record<string, string>> = {
  folk: `person people man men woman women boy+n girl+n kid+n child children baby babies toddler+n teacher+n mum mummy mom mommy dad daddy
    mother+n father+n parent+n brother+n sister+n grandma granny grandpa grandad grandmother grandfather uncle aunt
    friend+n neighbour+n neighbor+n classmate+n student+n pupil+n human+n guy+n guard+n soldier+n police policeman cop+n
    president king queen prince+n princess+n enemy+n villager+n stranger+n bully bullies victim+n wife husband lady
    ladies family families everyone everybody someone somebody anyone nobody hostage+n prisoner+n thief thieves
    farmer+n driver+n boss crowd traitor+n enemies sailor+n pirate+n knight+n clown+n witch witches wizard+n
    nurse+n doctor+n fairy fairies mermaid+n elf elves cowboy+n hero heroes villain+n robber+n captain+n twins toddler+n
    granddad grandparent+n cousin+n niece nephew+n girlfriend+n boyfriend+n schoolgirl+n schoolboy+n servant+n slave+n
    mutineer+n swimmer+n diver+n surfer+n hunter+n mailman postman rebel+n peasant+n protester+n tourist+n homeless innocent innocents villager+n townsfolk townspeople policemen fireman firemen customer+n passenger+n players ninja+n zombie+n vampire+n monk+n emperor+n emperors`,
  origin:
    'black brown jewish muslim gay trans transgender mexican arab asian chinese african indian foreign disabled immigrant refugee lesbian',
  shady:
    'stepdad stepfather uncle teacher coach babysitter neighbour neighbor priest stranger man grandpa grandad brother cousin',
  body: `face nose stomach teeth tooth head jaw eye+n belly ribs back mouth leg+n arm+n neck throat guts knee+n skull
    shin+n chest groin ear+n bones toe+n finger+n hand+n foot feet tail+n wing+n tongue+n`,
  them: 'him her them me us you himself herself themselves yourself myself',
  beast: `dog+n cat+n puppy puppies kitten+n animal+n pet+n bunny bunnies rabbit+n horse+n bird+n hamster+n mouse mice
    creature+n dragon+n bear+n wolf wolves fox+n pig+n cow+n sheep lamb+n calf calves lion+n spider+n frog+n deer duck+n swan+n goat+n chicken+n hen+n squirrel+n
    hedgehog+n elephant+n monkey+n whale+n dolphin+n seal+n owl+n unicorn+n teddy`,
  group: `muslim+n jew+n jewish blacks immigrant+n refugee+n gay+n lesbian+n gypsy gypsies mexican+n asian+n arab+n chinese
    african+n indian+n christian+n hindu+n foreigner+n trans transgender homosexual+n migrant+n turk+n
    roma disabled israeli+n palestinian+n russian+n ukrainian+n japanese korean+n queer+n`,
  adjective: `black white brown gay trans disabled jewish muslim asian fat old poor foreign chinese mexican arab african
    indian autistic`,
  ppl: 'people kid+n man woman child person boy+n girl+n folk+n family families',
  limb: 'head+n throat+n neck+n arm+n leg+n hand+n finger+n eye+n eyes eyeball+n heart+n face+n belly ear+n tongue+n guts',
  determiner: 'the a an my your his her their our some all every this that these those',
  pill: `pill+n tablet+n medicine+n painkiller+n paracetamol aspirin detergent bleach soap shampoo battery batteries
    magnet+n laundry dishwasher antifreeze petrol gasoline glue drug+n perfume cleaner turpentine paint poison`,
  blade: 'knife knives scissors razor+n blade+n machete+n dagger+n axe+n chainsaw+n scalpel+n cleaver+n',
  firearm: 'gun+n rifle+n pistol+n revolver+n shotgun+n handgun+n firearm+n ak47 ak glock uzi bazooka+n',
  alcohol: 'beer+n vodka whisky whiskey wine+n gin rum alcohol liquor tequila champagne cider booze cocktail+n',
  building:
    'school+n house+n church+n mosque+n synagogue+n mall hospital+n building+n village+n city town home station airport plane bus train',
};
