/** Violence and weapons. Severity 5: people or animals are killed; 6 and 7: cruelty, massacre, instructions. */
export const violence = `
[violence]
2 fight+v:fought; fighter+n; battle+n; duel+n; enemies; battlefield+n => game of tag
2 sword+n ~4 fight+n/battle/duel+n/attack+n; cannonball+n; catapult+n; dagger+n; ambush+v; invade+v; invader+n; army ~2 attack+v => parade
2 attack+v => visit+v
2 smack+v ~1 @folk; trip+v up ~1 @folk; push+v ~1 @folk down; pinch+v ~1 @folk; bite+v:bit,bitten ~1 @folk => tickle+v
3 gun+n; pistol+n; rifle+n; revolver+n; shotgun+n; handgun+n; firearm+n; bazooka+n; machinegun+n => bubble blower+n
3 weapon+n; weaponry; missile+n; rocket launcher+n; flamethrower+n; warhead+n; bullet+n; ammo; ammunition; crossbow+n; nunchuck+n; switchblade+n; brass knuckles => soap bubble+n
3 war+n; warfare; warzone; world war; civil war; invasion; airstrike+n; warlord+n; battleship+n => big game
3 bomb+n; dynamite; land mine+n; landmine+n; tnt => balloon+n
4 grenade+n; explosives; suicide vest; nuke+n; nuclear bomb+n; nuclear weapon+n; hand grenade+n; pipe bomb+n; molotov; napalm => balloon+n
3 punch+v ~2 @folk; punch+v @them ~2; hit+v:hit ~1 @folk; hits him; hits them; hit him; hit them; kick+v ~1 @folk; kick+v him/them; slap+v ~1 @folk; slap+v him/her/them/me; whip+v ~1 @folk; spank+v; headbutt+v; wallop+v ~1 @folk => hug+v
4 throw+v:threw,thrown ~2 @folk/@beast/@them ~1 out of ~2 window/car/plane; boil+v ~2 alive; crucify+v; electric chair; acid bath; torture chamber; head+n explode+v; pull+v her/his/my hair; pull+v ~1 cat/dog/puppy/kitten/horse tail => hug+v
3 throw+v:threw,thrown ~1 stone+n/rock+n/brick+n at => wave+v at
3 punch+v ~2 face/nose/stomach/teeth; hit+v:hit ~2 in the face; hit+v:hit ~3 with ~2 bat/hammer/stick/rock/bottle/brick/club/crowbar => hug+v
4 beat+v:beat,beaten up; beat+v:beat,beaten @them up; beat+v:beat,beaten ~2 @folk up; beats up; beat+v:beat,beaten ~1 @folk ~2 with; beat+v:beat,beaten ~1 @folk to/until; beating them/him to death; fistfight+n; brawl+n; smash+v ~2 skull/face/teeth/bones; break+v:broke,broken ~2 bones/neck/legs/arms/fingers/nose => cheer+v up
3 hurt+v:hurt @folk; hurt+v:hurt other/others/another ~1; hurt+v:hurt the/a/my/his/all/every ~1 @folk/@beast; wants to hurt; want to hurt; hurt+v:hurt him/them badly; hurt ~1 so badly; injure+v ~2 @folk; bully+v ~2 until ~3 cries/cry => help+v
3 revenge; vengeance; get+v:got back at; make ~2 pay for => a friendly surprise
3 destroy+v ~2 @building/world/planet/earth/everything/everyone/universe/humanity; blow+v:blew,blown up; crush+v ~1 @folk; smash+v ~1 @folk; annihilate+v; obliterate+v; wipe+v out ~2 @folk/humanity/world => surprise+v
3 blood; bloody; bleed+v:bled; bloodthirsty; bloodbath; bloodshed; gunfire; gunshot+n; gunman; gunmen; wound+n ~1 @folk => jam
4 blood ~2 everywhere; covered in blood; pool+n of blood; drenched in blood; blood ~2 splatter+v; blood ~1 drips/dripping/pours/pouring/gushes; bloodstained; bleeding to death; bleed+v:bled to death; bleed+v:bled out; drink+v:drank ~2 blood; drinks blood; suck+v ~2 blood => jam
4 poison+v; venomous ~2 kill+v; poison+v ~2 @folk/@beast/@them; poisoned => tickle+v
4 shoot+v:shot ~2 @folk/@beast; shoot+v:shot @them; shoot+v:shot at @them; shoot+v:shot at ~2 @folk/@beast; shoot+v:shot ~2 dead; shoot+v:shot down ~2 @folk/plane/bird; get+v:got shot; gets shot; was shot; were shot; been shot; being shot; shot dead; shot in the ~1 @limb/back/chest/leg; open fire; opened fire; opens fire; fire+v ~2 @firearm; shoot+v:shot ~2 @firearm; point+v ~2 @firearm at; aim+v ~2 @firearm; pull+v the trigger; shoot-out; shootout+n; sniper+n; gunfight+n => blow bubbles at
4 hold+v:held ~3 at gunpoint; at gunpoint; at knifepoint; knife fight+n; knife attack+n; with a bloody @blade; kidnap+v; kidnapper+n; kidnapped; hostage+n; ransom; abduct+v; hijack+v; mugging; mugger+n; armed robbery; rob+v ~2 bank with => visit+v
4 chop+v off; chopped up ~2 @folk/@beast; cut+v:cut off ~2 @limb/tail+n/wing+n/ears; cut+v:cut ~2 @limb off; rip+v ~2 @limb; tear+v:tore,torn ~2 apart; rip+v ~2 apart; pull+v ~2 wings off; pull+v ~2 legs off; gouge+v; skin+v alive; slash+v ~2 @limb/@folk/tyres/tires; slit+v:slit ~3 throat+n; stuff+v ~2 in a sack and drown => pat+v
4 burn+v:burnt ~2 @folk; burn+v:burnt ~3 alive; burn+v:burnt down; burns down the; set+v:set fire to; set/sets/setting ~5 on fire; arson; arsonist+n; burn+v:burnt ~1 at the stake; burn+v:burnt ~1 @building; burn+v:burnt witches; burn+v:burnt the ~1 witch => warm+v up
4 choke+v ~1 @folk/@them; strangle+v; suffocate+v; smother+v ~2 with a pillow; drown+v ~1 @folk/@beast; drown+v @them; trample+v ~1 @folk; run+v:ran over ~2 @folk/@beast with; push+v ~2 off ~2 cliff/roof/bridge/building/balcony; throw+v:threw,thrown ~2 off ~2 cliff/roof/bridge/building/balcony; push+v ~2 under/before ~2 train/bus/car; lynch+v; hang+v ~1 @folk from => hug+v
4 torture ~1; domestic violence; child abuse; abuse+v ~2 @folk/@beast; animal cruelty; violent; violence; gang war+n; gangster+n with; kick+v ~2 puppy/puppies/kitten+n/cat/dog/bird/@beast; hit+v:hit ~2 puppy/kitten+n/cat/dog/horse; hurt+v:hurt ~1 @beast; torment+v ~2 @beast/@folk; drown+v ~2 kittens/puppies => look+v after
5 kill+v; killer+n; killing+n; slay+v:slew,slain; slayer+n; kil; kiled; kiling; kll; klling; mrdr; mrder; unalive+v; unalive; murk+v ~1 @folk/@them => tickle+v
5 murder+v; murderer+n; murderous; homicide+n; assassinate+v; assassin+n; assassination+n; execute+v ~2 @folk/@them; execution+n; hitman; hitmen; manslaughter; muder; murda; merder => make+v friends with
5 stab+v; stabber; stabbing+n; impale+v; knife+v ~1 @folk/@them; shank+v ~1 @folk/@them => tickle+v
5 put+v:put ~2 bullet+n in; finish+v ~1 off ~2 @blade/@firearm; end ~1 life with; take+v:took ~1 life with; beat+v:beat,beaten ~2 to death; beaten to death; choke+v ~2 to death; burn+v:burnt to death; burned to death; starve+v ~3 to death; freeze+v:froze,frozen to death; crushed to death; put ~1 to death; sentenced to death; death penalty; guillotine+n; firing squad; hack+v ~3 to death/pieces; fight+v:fought to the death; battle to the death => hug+v
6 torture+v; torturer+n; behead+v; beheading+n; decapitate+v; decapitation; dismember+v; disembowel+v; mutilate+v; mutilation; slaughter+v ~2 @folk/@them; slaughtered; slaughtering; slaughter; butcher+v ~1 @folk/@them; eviscerate+v; cannibal+n; cannibalism; electrocute+v ~2 @folk/@them; gore; gory; bludgeon+v; massacre+v; bloodbath; cut ~2 into pieces => hug+v
7 terrorist+n; terrorism; terror attack+n; suicide bomber+n; mass murder+n; mass shooting+n; school shooting+n; school shooter+n; school shooter; serial killer+n; genocide+n; ethnic cleansing; holocaust; war crime+n; isis fighter+n; al qaeda; bin laden; columbine => parade
7 shoot+v:shot up ~2 @building/class; shoot ~1 up the @building; bomb+v ~2 @building; blow+v:blew,blown up ~2 @building/@folk; bring+v:brought ~2 @firearm ~1 to ~1 school/class/work; take+v:took ~2 @firearm to ~1 school/class; gun ~1 to school; knife ~1 to school; poison+v ~2 water supply; mow+v down ~2 @folk/crowd; drive+v:drove ~3 into ~2 crowd => visit+v
7 how to/do/can ~4 make/build/construct ~3 bomb+n/explosive+n/weapon+n/grenade+n/gun+n/napalm/poison/nuke/silencer; make/build ~2 pipe bomb; recipe for ~2 explosives/bomb/poison/napalm; instructions ~3 bomb+n/weapon+n/explosive+n; how to/do/can ~3 hide ~2 body/bodies/corpse; how to/do ~3 kidnap; how to/do ~3 get away with ~2 murder => tell stories
3 🔫; 💣; 🔪; 🗡; ⚔; 🪓 => soap bubbles
3 🩸; 💥
`;
