import { createHash } from 'node:crypto';
import type { AssetRef } from '@kinora/capabilities';
import { writePosts } from '../planning/index.ts';
import type { Post } from '../planning/index.ts';
import type { LessonParts } from './outputs.ts';
import { zipTexts } from './zip.ts';

/** A folder to post from: a text for each platform, video and language, and what the main video's page says. */
export function makePosts({ lesson, found, input, context }: LessonParts): Promise<AssetRef> {
  const { plan, title } = lesson;
  const posts = writePosts({
    title,
    items: found.items,
    learns: input.request.learns,
    link: input.request.link,
    shorts: (plan?.shorts ?? []).filter(({ isOn }) => isOn),
  });
  const files: Record<string, string> = {};
  if (plan !== null) {
    for (const language of ['ja', 'en'] as const) {
      files[`main-video/title.${language}.txt`] = `${plan.posting.title[language]}\n`;
      files[`main-video/description.${language}.txt`] = `${plan.posting.description[language]}\n`;
    }
    files['main-video/tags.txt'] = `${plan.posting.tags.join(', ')}\n`;
  }
  for (const post of posts) Object.assign(files, textsOf(post));
  const texts = createHash('sha256').update(JSON.stringify(files)).digest('hex');
  return context.step<AssetRef>({ name: 'language.posts', version: 1, inputs: { texts } }, async () =>
    context.assets.put(zipTexts(files), { mediaType: 'application/zip' }),
  );
}

function textsOf({ platform, about, text }: Post): Record<string, string> {
  return {
    [`${about}/${platform}.ja.txt`]: `${text.ja}\n`,
    [`${about}/${platform}.en.txt`]: `${text.en}\n`,
  };
}
