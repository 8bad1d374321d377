import type { VideoFacts } from '@kinora/capabilities/publishing';
import type { youtube_v3 } from '@googleapis/youtube';

/** The category “Education”. */
const education = '27';

/** What YouTube takes at most: characters of a title and of all tags together, UTF-8 bytes of a description. */
export const limits = { title: 100, description: 5000, tags: 500 } as const;

/** What is said about a video, as YouTube takes it. */
export type VideoResource = Required<Pick<youtube_v3.Schema$Video, 'snippet' | 'status' | 'localizations'>>;

/** The resource of a video, within YouTube's limits. */
export function describeVideo(video: VideoFacts): VideoResource {
  return {
    snippet: {
      title: fitTitle(video.title),
      description: fitDescription(video.description),
      tags: fitTags(video.tags),
      categoryId: education,
      defaultLanguage: video.language,
    },
    status: {
      privacyStatus: video.privacy,
      selfDeclaredMadeForKids: video.isMadeForKids,
      containsSyntheticMedia: video.isSynthetic,
    },
    localizations: Object.fromEntries(
      Object.entries({
        [video.language]: { title: video.title, description: video.description },
        ...video.translations,
      }).map(([language, { title, description }]) => [
        language,
        { title: fitTitle(title), description: fitDescription(description) },
      ]),
    ),
  };
}

/** Whether a video of YouTube says the same already. */
export function isSame(there: youtube_v3.Schema$Video, wanted: VideoResource): boolean {
  const pick = ({ snippet, status, localizations }: youtube_v3.Schema$Video) => ({
    title: snippet?.title,
    description: snippet?.description ?? '',
    tags: snippet?.tags ?? [],
    category: snippet?.categoryId,
    language: snippet?.defaultLanguage,
    privacy: status?.privacyStatus,
    isMadeForKids: status?.selfDeclaredMadeForKids ?? false,
    isSynthetic: status?.containsSyntheticMedia ?? false,
    localizations: Object.entries(localizations ?? {})
      .map(([name, { title, description }]) => [name, title, description ?? ''])
      .toSorted(([a], [b]) => String(a).localeCompare(String(b))),
  });
  return JSON.stringify(pick(there)) === JSON.stringify(pick(wanted));
}

/** YouTube refuses angle brackets; these look much the same. */
function plain(text: string): string {
  return text.replaceAll('<', '＜').replaceAll('>', '＞');
}

function fitTitle(text: string): string {
  return Array.from(plain(text).replaceAll(/\s+/g, ' ').trim()).slice(0, limits.title).join('') || 'Untitled';
}

function fitDescription(text: string): string {
  let left = limits.description;
  let kept = '';
  for (const character of plain(text)) {
    left -= Buffer.byteLength(character);
    if (left < 0) break;
    kept += character;
  }
  return kept;
}

/** Tags as long as they fit: commas between count, and the quotes that YouTube puts around one with a space. */
function fitTags(tags: readonly string[]): string[] {
  const kept: string[] = [];
  let used = 0;
  for (const tag of new Set(tags.map((each) => plain(each).replaceAll(',', ' ').trim()))) {
    const length = tag.length + (/\s/.test(tag) ? 2 : 0) + (kept.length > 0 ? 1 : 0);
    if (tag === '' || used + length > limits.tags) continue;
    kept.push(tag);
    used += length;
  }
  return kept;
}
