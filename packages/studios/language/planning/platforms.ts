/** Where posts go. */
export const postPlatforms = ['x', 'bluesky', 'instagram', 'tiktok', 'youtube-community'] as const;
export type PostPlatform = (typeof postPlatforms)[number];

/**
 * How long a post may be as its platform counts, and how many hashtags it may have. Instagram and TikTok took no more than five
 * from 2025 on; TikTok's own app allows longer texts than services that post to it (4000), 2200 passes in both. YouTube doesn't say how long
 * community posts may be; 1500 is well within what it takes, and it shows the first 288 or so.
 */
export const postLimits: Record<PostPlatform, { length: number; hashtags: number }> = {
  x: { length: 280, hashtags: 2 },
  bluesky: { length: 300, hashtags: 2 },
  instagram: { length: 2200, hashtags: 5 },
  tiktok: { length: 2200, hashtags: 5 },
  'youtube-community': { length: 1500, hashtags: 3 },
};

/** Limits of a video on YouTube: characters of the title, bytes of the description, characters of all tags. */
export const youtubeLimits = { title: 100, description: 5000, tags: 500 } as const;

/** Bytes of a post that Bluesky stores. */
const blueskyBytes = 3000;

/** Code points that weigh one on X; all others weigh two (twitter-text, configuration 3). */
const lightRanges = [
  [0x0000, 0x10ff],
  [0x2000, 0x200d],
  [0x2010, 0x201f],
  [0x2032, 0x2037],
] as const;
/** What a link weighs on X, however long it is. */
const linkWeight = 23;
const emojiWeight = 2;

const domain = String.raw`(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+`;
const path = String.raw`(?::\d+)?(?:[/?#][A-Za-z0-9!*';:=+,.$/%#[\]\-_~@|&()?]*)?`;
/** Links as X finds them: with a protocol, or a bare name under one of the usual domains. */
const links = new RegExp(
  String.raw`https?:\/\/${domain}[a-z]{2,}${path}|(?<![\w@.-])${domain}(?:com|net|org|info|app|dev|jp|tv|io|me|gg|be|co|ly|uk|de|fr|us|xyz|site|online)(?![\w-])${path}`,
  'giu',
);
const emoji = /\p{RGI_Emoji}/gv;

let graphemes: Intl.Segmenter | undefined;

/**
 * Length of a text as a platform counts it: X by weight (Japanese characters and emoji 2, links 23), Bluesky by what people see as one
 * character, the others by UTF-16 units, as their services do.
 */
export function countFor(platform: PostPlatform, text: string): number {
  switch (platform) {
    case 'x':
      return countForX(text);
    case 'bluesky':
      return graphemesOf(text).length;
    case 'instagram':
    case 'tiktok':
    case 'youtube-community':
      return text.length;
  }
}

/** Whether a platform takes a text: its length, and for Bluesky its bytes. */
export function fitsPost(platform: PostPlatform, text: string): boolean {
  if (platform === 'bluesky' && bytesOf(text) > blueskyBytes) return false;
  return countFor(platform, text) <= postLimits[platform].length;
}

/** What people see as single characters. */
export function graphemesOf(text: string): string[] {
  graphemes ??= new Intl.Segmenter('ja', { granularity: 'grapheme' });
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** Bytes in UTF-8. */
export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Characters of tags as YouTube counts them: commas between them count, and a tag with a space stands in quotation marks. */
export function tagsLength(tags: readonly string[]): number {
  return tags.reduce((sum, tag) => sum + tag.length + (/\s/.test(tag) ? 2 : 0), Math.max(0, tags.length - 1));
}

function countForX(text: string): number {
  let weight = 0;
  const rest = text.normalize('NFC').replaceAll(links, (link) => {
    // Points after a link are the sentence's.
    const tail = /[.,!?;:'…]*$/.exec(link)?.[0] ?? '';
    weight += linkWeight;
    return `\n${tail}`;
  });
  // Each link left a line break behind.
  weight -= (rest.match(/\n/g)?.length ?? 0) - (text.match(/\n/g)?.length ?? 0);
  const plain = rest.replaceAll(emoji, () => {
    weight += emojiWeight;
    return '';
  });
  for (const character of plain) {
    const code = character.codePointAt(0)!;
    weight += lightRanges.some(([from, to]) => code >= from && code <= to) ? 1 : 2;
  }
  return weight;
}
