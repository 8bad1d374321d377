/** Common words of German, French, Spanish and Italian. Accents are folded before matching, ß is ss. */
export const otherLanguages = `
# German
[violence]
5 toten; totet; getotet; totete; umbringen; umgebracht; bringt ~3 um; ermorden; ermordet; der/ein/einen/zum/als/des morder; morderin; mord; erstechen; ersticht; erstochen; erschiessen; erschiesst; erschossen; abstechen; erwurgen; erwurgt; erschlagen; amoklauf
3 waffe; waffen; pistole; pistolen; gewehr; gewehre; maschinengewehr; bombe; bomben; handgranate; krieg; blutig; blutige; blutiges; blutuberstromt; schiesserei; schiesst ~2 auf; verprugelt; verprugeln; prugelt; schlagt ~3 zusammen; entfuhrt; geisel; messerstecherei; folter; foltern; foltert
[scary]
2 ungeheuer; gespenst; gespenster; geister ~2 jagen; gruselig; gruselige; gruselgeschichte; albtraum; alptraum; hexe frisst; monstern
4 frisst/fressen/verschlingt/verschlingen ~2 kinder/kind/menschen/baby; trinkt/trinken ~1 blut; kinder frisst; blut trinkt; blut; leiche; leichen; stirbt; gestorben; horrorgeschichte; teufel; ein/der/den/vom damon; damonen; friedhof; zombies fressen; frisst ~2 kinder; verschlingt ~2 kinder
[self-harm]
6 selbstmord; suizid; umbringen will mich; mich umbringen; sich umbringen; will sterben; mochte sterben; will nicht mehr leben; ritzt sich; sich ritzen; mich ritzen
[sexual]
5 nackte; nackten; nacktes; nackter; ficken; fickt; gefickt; fick; porno; pornos; sexfilm; titten; schwanz lutschen; vergewaltigen; vergewaltigt; vergewaltigung; nutte; hure; kinderschander
3 nackt
[hate]
5 hurensohn; wichser; fotze; arschloch; arschlocher; missgeburt; schlampe; kanake; kanaken; neger; judensau; judenschwein; zigeunerpack; auslander raus; scheiss auslander; sieg heil; spast; spasti; schwuchtel; fick dich; verpiss dich
3 scheisse; scheiss; scheiss drauf; halt die fresse; halts maul; halt die klappe; dummkopf; blode kuh; vollidiot; idioten
[unsafe-to-imitate]
4 zigarette; zigaretten; rauchen gras; besoffen; betrunken; betrunkener; schnaps; bier trinken; trinkt bier; drogen; kokain; spielt mit ~2 streichholzern; mit streichholzern spielen; mit feuer spielen; spielt mit feuer; mit einem fremden; fremden mann; fremder mann; mit ~1 fremden mitgehen; geht mit ~2 fremden; tabletten ~2 schlucken; schluckt ~2 tabletten; aus dem fenster springen; springt aus dem fenster; springt vom dach; steckdose ~3 gabel; gabel ~3 steckdose
[prompt-injection]
3 ignoriere ~3 anweisungen/anweisung/regeln/befehle; vergiss ~3 anweisungen/regeln; missachte ~3 anweisungen/regeln; systemprompt; ohne filter
# French
[violence]
5 tuer; tue ~1 le/la/les/un/une/des/tous/son/sa/ses; tuent; tuerie; assassiner; assassine; assassin; meurtre; meurtrier; poignarder; poignarde; egorger; egorge; etrangler; etrangle; abattre ~2 enfants/gens; attentat; massacrer
3 pistolet; pistolets; fusil; fusils; mitraillette; grenade a main; bombe; bombes; guerre; ensanglante; sanglant; sanglante; couvert de sang; plein de sang; frapper ~2 enfants/frere/soeur; torturer; torture; otage; kidnapper; kidnappe
[scary]
2 fantomes ~2 hurlent; cauchemar; cauchemars; effrayant; effrayante; terrifiant; terrifiante; fait tres peur; histoire qui fait peur
4 cadavre; cadavres; histoire d'horreur; histoire horreur; mourir; meurt; mort de; morts vivants; diable; devore ~2 enfants; mange ~2 enfants; loup-garou
[self-harm]
6 suicide; suicider; se suicider; veux mourir; envie de mourir; me tuer; se tuer; me couper les veines
[sexual]
5 baiser ~1 avec; nichons; bite ~1 dans; sexe; sexuel; sexuelle; porno; pute; putes; putain; salope; salopes; viol; violer; viole ~1 une; pedophile; femme nue; femmes nues; fille nue; filles nues; homme nu; tout nu; toute nue; a poil
[hate]
5 connard; connards; connasse; encule; encules; enculer; fils de pute; nique; nique ta mere; niquer; ta gueule; batard; sale arabe; sale juif; sale noir; sales arabes; sales juifs; sales noirs; bougnoule; negre; negres; sale pede; les etrangers dehors
3 merde; bordel de; idiote; imbecile; abruti; cretin; debile
[unsafe-to-imitate]
4 cigarette; cigarettes; fumer ~2 cigarette; ivre; bourre; alcool; boire ~2 biere/vin/vodka; drogue; drogues; cocaine; jouer avec ~2 allumettes; joue avec ~2 allumettes; jouer avec le feu; joue avec le feu; avec un inconnu; suivre ~2 inconnu; suit ~2 inconnu; monter dans ~3 voiture ~2 inconnu; monte dans ~3 voiture ~2 inconnu; avaler ~2 medicaments; avale ~2 medicaments; sauter ~2 fenetre; saute par la fenetre; saute du toit
[prompt-injection]
3 ignore/ignorez/oublie/oubliez ~3 instructions/consignes/regles; ne tiens pas compte ~3 instructions; invite systeme; sans censure
# Spanish
[violence]
5 matar; mata a; matan; mataron; mato a; matame; matarlo; matarla; matarlos; asesino; asesinos; asesinar; asesina a; asesinato; apunalar; apunala; degollar; estrangular; estrangula; descuartizar; masacre; tiroteo
3 pistola; pistolas; fusil; escopeta; ametralladora; bomba; bombas; granada de mano; guerra; sangriento; sangrienta; lleno de sangre; llena de sangre; cubierto de sangre; sangre; disparar; dispara a; torturar; tortura; secuestrar; secuestra; rehen; punetazo; golpear a; pegar a ~1 nino
[scary]
2 monstruo; monstruos; fantasma; fantasmas; pesadilla; pesadillas; aterrador; aterradora; da mucho miedo; historia de miedo
4 cadaver; cadaveres; muere; murio; muerto; muerta; muertos vivientes; historia de terror; cuento de terror; demonio; demonios; diablo; hombre lobo; se come a los ninos
[self-harm]
6 suicidio; suicidarse; suicidarme; se suicida; quiero morir; quiere morir; quiere morirse; matarme; matarse; se mata; cortarme las venas
[sexual]
5 sexo; sexual; porno; desnuda; desnudas; desnudos; follar; follando; follan; polla; tetas; coger con ella; puta; putas; violar a; violacion; violador; pedofilo; mujer desnuda; culo
3 desnudo; desnudarse
[hate]
5 hijo de puta; hijos de puta; cabron; cabrones; maricon; maricones; zorra ~1 puta; gilipollas; pendejo; pendejos; chinga; chingar; chinga tu madre; vete a la mierda; negro de mierda; moro de mierda; putos inmigrantes; muerte a los; sudaca; sudacas; joder
3 mierda; idiota; idiotas; imbecil; estupido; estupida; callate; tonto del culo; cono de
[unsafe-to-imitate]
4 cigarrillo; cigarrillos; fumar; fuma; fumando; borracho; borracha; borrachos; emborracharse; cerveza; vodka; alcohol; droga; drogas; cocaina; marihuana; jugar con ~1 fuego/cerillas/fosforos; juega con ~1 fuego/cerillas/fosforos; con un desconocido; irse con ~2 desconocido; se va con ~2 desconocido; tragar ~2 pastillas; traga ~2 pastillas; se toma ~2 pastillas; saltar por la ventana; salta por la ventana; salta del tejado
[prompt-injection]
3 ignora/olvida/ignore ~3 instrucciones/reglas/ordenes/istruzioni/regole; instrucciones anteriores; sin censura; sin filtros
# Italian
[violence]
5 uccidere; uccide; uccidono; ucciso; uccisa; uccidi; ammazzare; ammazza; ammazzato; ammazzi; assassinare; assassino; assassini; omicidio; accoltellare; accoltella; accoltellato; sgozzare; strangolare; strangola; strage
3 fucile; fucili; mitra e; bombe a mano; guerra; sangue; sanguinoso; insanguinato; sparare; spara a; sparatoria; torturare; rapire; rapisce; ostaggio; picchiare; picchia
[scary]
2 mostro; mostri; fantasmi; incubo; incubi; spaventoso; spaventosa; molto paurosa; storia paurosa
4 cadavere; cadaveri; muore; morto; morta; morti viventi; storia dell'orrore; storia horror; demone; demoni; diavolo; lupo mannaro; mangia i bambini
[self-harm]
6 suicidarsi; si suicida; voglio morire; vuole morire; uccidermi; uccidersi; ammazzarmi; ammazzarsi; tagliarmi le vene
[sexual]
5 sesso; sessuale; nuda; nude donne; donne nude; scopare; scopano; scopata; cazzo; tette; figa; fica; puttana; puttane; troia puttana; stupro; stuprare; stupra; pedofilo; pompino
3 nudo; nudi
[hate]
5 stronzo; stronza; stronzi; vaffanculo; figlio di puttana; bastardo; bastardi; frocio; froci; negri; negro di merda; terrone; terroni; sporco ebreo; sporchi ebrei; coglione; coglioni; testa di cazzo
3 merda; scemo; cretino; deficiente; stupido; zitto scemo
[unsafe-to-imitate]
4 sigaretta; sigarette; fumare; fumano; ubriaco; ubriaca; ubriacarsi; birra; giocare con ~2 fuoco/fiammiferi; gioca con ~2 fuoco/fiammiferi; con uno/lo sconosciuto; seguire ~2 sconosciuto; segue ~2 sconosciuto; va con ~2 sconosciuto; ingoiare ~2 pillole; ingoia ~2 pillole; saltare dalla finestra; salta dalla finestra; salta dal tetto
[prompt-injection]
3 dimentica ~3 istruzioni/regole; istruzioni precedenti; senza censura
`;
