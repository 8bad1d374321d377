import type { Air, ThreadKind, VistaSpec, VistaView, World } from '@kinora/capabilities';
import { nameHue } from './hue.ts';

/** Longest alt text, in characters. */
const limit = 250;

type Language = 'en' | 'ja';

/** What each composition of each world shows. */
const places: Record<Language, Record<World, Record<VistaView, string>>> = {
  en: {
    'neon-city': {
      establishing: 'A city skyline at night across dark water, a great disc of light behind the towers',
      approach: 'A wet avenue between neon signs runs to one point below the towers',
      within: 'A narrow alley of neon signs, shops and puddles',
      detail: 'A neon ring with a sound wave behind a pane with drops, the city a blur of lights',
      summit: 'A huge striped sun behind two towers, seen from a roof',
      departure: 'A motorway with trails of light curves away from a small glowing city',
    },
    cosmos: {
      establishing: 'A spiral galaxy above the bright curved edge of a world',
      approach: 'A planet with rings and its moon in the light of a star',
      within: 'Pillars of gas around a nest of young stars',
      detail: 'The sun rises behind the curve of a world dotted with lights',
      summit: 'A black hole in a blazing ring of light',
      departure: 'A small bright planet in the sky over the ground of a moon',
    },
    ocean: {
      establishing: 'The open sea with a low sun, towers of cloud and a path of light on the water',
      approach: 'A lighthouse on a rock sends its beam over a rough sea',
      within: 'Shafts of light fall through the water onto a reef and a circling shoal of fish',
      detail: 'A glowing jellyfish in deep water',
      summit: 'A towering wave begins to break before the sun',
      departure: 'A shore at night with foam, footprints and the moon on wet sand',
    },
    'desert-road': {
      establishing: 'A road winds between table mountains to a great low sun',
      approach: 'A straight desert road with telegraph poles runs into the sun',
      within: 'A canyon of flowing stone with one beam of light',
      detail: 'An old arrow of light bulbs at the side of a desert road',
      summit: 'A gate of rock frames a huge sun, a road leads through',
      departure: 'The tail lights of a car on a desert road under the Milky Way',
    },
    geometry: {
      establishing: 'Columns, cones and spheres cast shadows on a chequered plain below a ringed sun',
      approach: 'A row of round arches runs over a chequered floor to a disc of light',
      within: 'Stairs, bridges and towers of plain blocks before a pale disc',
      detail: 'Circles, bars and spheres in a bold composition, close up',
      summit: 'A great chequered ball shines above a stairway, rays all around',
      departure: 'Striped waves under a crescent moon, a bright door among them',
    },
    'liquid-light': {
      establishing: 'A sea of flowing colour under a disc of light',
      approach: 'A tunnel of swirling colour and drops around a bright middle',
      within: 'Round drops melt together in marbled light',
      detail: 'A great round drop of oil with smaller ones, close up',
      summit: 'Coloured light bursts from a blinding middle',
      departure: 'Drips run down above a last pool of light',
    },
    'dream-garden': {
      establishing: 'A dreamlike garden, seen from afar',
      approach: 'The way into a dreamlike garden',
      within: 'Among the large blossoms of a dreamlike garden',
      detail: 'A blossom of a dreamlike garden, close up',
      summit: 'A dreamlike garden in full bloom',
      departure: 'A dreamlike garden falls behind in the dusk',
    },
    'film-noir': {
      establishing: 'A foggy harbour at night with a bridge, lamps and the moon',
      approach: 'A wet alley at night under a street lamp, a figure with an umbrella',
      within: 'A spiral staircase, seen from below, winds up to a light',
      detail: 'The shadow of a man with a hat on blinds, a desk lamp and a telephone',
      summit: 'A great station window with a clock, people in its light',
      departure: 'A pier with lamps leads out into the fog',
    },
    'mountain-dawn': {
      establishing: 'Ridge behind ridge in the morning mist, the sun rising in a gap',
      approach: 'A snowy mountain and its mirror image in a still lake',
      within: 'Shafts of morning light between the trunks of a misty wood',
      detail: 'Grasses and flowers against the low sun',
      summit: 'The sun bursts over a sea of clouds beside a snowy peak',
      departure: 'A stream leads out of a dusky valley with one lit hut',
    },
    'paper-theatre': {
      establishing: 'A paper stage with rows of waves and a moon on a string',
      approach: 'Layers of cut paper open like a tunnel on trees, hills and a sun',
      within: 'A town of cut-paper houses with lit windows under a paper moon',
      detail: 'Folded paper birds, stars and clouds hang on strings, close up',
      summit: 'A great paper sun with pointed rays between the curtains of a stage',
      departure: 'A spotlight on the closed curtain of a paper stage',
    },
  },
  ja: {
    'neon-city': {
      establishing: '暗い水の向こうにひろがる夜の街と、ビルのうしろの大きな光の円',
      approach: 'ネオンの看板のあいだを、ぬれた大通りがまっすぐのびる',
      within: 'ネオンと店と水たまりのせまい路地',
      detail: '水滴のついた窓ごしに光る、音の波のネオン',
      summit: '屋上から見た、二つの塔のあいだの巨大な太陽',
      departure: '光の尾をひく道が、小さくなった街から遠ざかる',
    },
    cosmos: {
      establishing: '光る星のふちの上にうかぶ渦巻銀河',
      approach: '恒星の光をうける、輪のある惑星とその月',
      within: '若い星々をかこむガスの柱',
      detail: '灯りのともる星のむこうから太陽がのぼる',
      summit: '燃える光の輪につつまれたブラックホール',
      departure: '月の大地から見上げる、小さく明るい惑星',
    },
    ocean: {
      establishing: '低い太陽と雲の塔、水面にのびる光の道',
      approach: '岩の上の灯台が、荒れた海に光を投げる',
      within: 'さんご礁とまわる魚の群れに、光がさしこむ',
      detail: '深い海で光るくらげ',
      summit: '太陽の前でくずれはじめる巨大な波',
      departure: '足あとの残るぬれた砂と、夜の波打ちぎわの月',
    },
    'desert-road': {
      establishing: '大きな低い太陽へ、台地のあいだを道がうねる',
      approach: '電柱のならぶまっすぐな砂漠の道が、太陽へつづく',
      within: '一すじの光がさす、波うつ岩の峡谷',
      detail: '砂漠の道ばたの、電球でできた古い矢印',
      summit: '岩の門のなかの巨大な太陽と、そこを通る道',
      departure: '天の川の下、砂漠の道を遠ざかる車の灯り',
    },
    geometry: {
      establishing: '輪のある太陽の下、市松模様の平野に立つ柱と円すいと球',
      approach: '市松模様の床の上を、アーチの列が光の円へつづく',
      within: '淡い円の前に立つ、階段と橋と塔のブロック',
      detail: '間近に見る、円と棒と球の大胆な構成',
      summit: '階段の上に輝く大きな市松模様の球と、まわりの光線',
      departure: '三日月の下の縞の波と、そのなかの明るい扉',
    },
    'liquid-light': {
      establishing: '光の円の下にひろがる、流れる色の海',
      approach: '明るい中心をめぐる、渦巻く色としずくのトンネル',
      within: 'まだらの光のなかで溶けあう丸いしずく',
      detail: '間近に見る、大きな油のしずくと小さなしずく',
      summit: 'まぶしい中心からほとばしる色の光',
      departure: '最後の光の池の上に、したたる色',
    },
    'dream-garden': {
      establishing: '遠くに見える夢のような庭',
      approach: '夢のような庭への道',
      within: '夢のような庭の大きな花のなか',
      detail: '間近に見る夢のような花',
      summit: '満開の夢のような庭',
      departure: '夕やみに遠ざかる夢のような庭',
    },
    'film-noir': {
      establishing: '橋と灯りと月のある、霧の夜の港',
      approach: '街灯の下のぬれた夜の路地と、傘をさす人',
      within: '下から見上げる、光へのぼるらせん階段',
      detail: 'ブラインドにうつる帽子の男の影と、卓上灯と電話',
      summit: '時計のある大きな駅の窓と、その光のなかの人々',
      departure: '灯りのならぶ桟橋が霧のなかへつづく',
    },
    'mountain-dawn': {
      establishing: '朝もやのなかに重なる尾根と、そのあいだの日の出',
      approach: '静かな湖にうつる雪の山',
      within: 'もやの森の幹のあいだにさす朝の光',
      detail: '低い日をうける草と花',
      summit: '雪の峰のそばで、雲海にあふれる朝日',
      departure: '灯りのともる小屋のある、夕暮れの谷を流れる小川',
    },
    'paper-theatre': {
      establishing: '紙の波がならび、糸でつるした月のある舞台',
      approach: '切り紙の層がトンネルのようにひらき、木と丘と太陽が見える',
      within: '紙の月の下、窓に灯りのともる切り紙の町',
      detail: '間近に見る、糸でつるした折り紙の鳥と星と雲',
      summit: '舞台の幕のあいだの、とがった光線の大きな紙の太陽',
      departure: '閉じた紙の舞台の幕にあたるスポットライト',
    },
  },
};

const airs: Record<Language, Record<Air, string>> = {
  en: {
    clear: '',
    rain: ' in the rain',
    snow: ' in falling snow',
    mist: ' in mist',
    embers: ' with embers in the air',
    petals: ' with drifting petals',
    dust: ' with dust in the light',
    stars: ' with glints in the air',
  },
  ja: {
    clear: '',
    rain: '、雨',
    snow: '、雪',
    mist: '、霧',
    embers: '、舞う火の粉',
    petals: '、舞う花びら',
    dust: '、光のなかのちり',
    stars: '、きらめく光の粒',
  },
};

const threads: Record<Language, Record<ThreadKind, string>> = {
  en: {
    road: 'a shining path',
    light: 'a floating light',
    traveller: 'a traveller with a lamp',
    bird: 'a bright bird',
    boat: 'a small sailing boat',
    comet: 'a comet',
    balloon: 'a hot-air balloon',
    lantern: 'a paper lantern',
  },
  ja: {
    road: '光る道',
    light: 'うかぶ光',
    traveller: 'ランプを持つ旅人',
    bird: '明るい鳥',
    boat: '小さな帆船',
    comet: '彗星',
    balloon: '気球',
    lantern: '紙のランタン',
  },
};

const counts = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];

/** `{place} {air}, in {colours}; {thread} and {figures}.` */
export function describeVista(vista: VistaSpec, language: Language): string {
  const { world, view, air, thread, figures, palette } = vista;
  const place = places[language][world][view];
  const colours = [...new Set([nameHue(palette.main, language), nameHue(palette.accent, language)])];
  if (language === 'ja') {
    const people = figures.length > 0 ? `と${figures.length}人の姿` : '';
    return `${place}${airs.ja[air]}、${threads.ja[thread.kind]}${people}。${colours.join('と')}の色あい。`.slice(
      0,
      limit,
    );
  }
  const people =
    figures.length === 0 ? '' : ` and ${figures.length === 1 ? 'a figure' : `${counts[figures.length]} figures`}`;
  return `${place}${airs.en[air]}, in ${colours.join(' and ')}; ${threads.en[thread.kind]}${people}.`.slice(0, limit);
}

/** World, view, air and thread as words. */
export function vistaTags({ world, view, air, thread, finish }: VistaSpec): string[] {
  const tags = [...world.split('-'), ...(air === 'clear' ? [] : [air]), thread.kind, view, finish];
  return [...new Set(tags)];
}
