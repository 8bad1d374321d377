import { drawShareCard } from '@kinora/media/lesson-art';
import type { ShareCard } from '@kinora/media/lesson-art';
import { siteWords } from '@kinora/studios/language';
import type { Site, SitePicture } from '@kinora/studios/language';

/** Draws the picture that is shown where a page of the site is shared, as JPEG. */
export async function drawSitePicture(site: Site, wanted: SitePicture): Promise<Uint8Array> {
  return (await drawShareCard(cardOf(site, wanted))).jpeg;
}

function cardOf(site: Site, wanted: SitePicture): ShareCard {
  const words = siteWords[site.language];
  if (wanted.kind === 'item') {
    const item = site.items.find(({ slug }) => slug === wanted.slug);
    if (item !== undefined) {
      const { form, reading, gloss, kind, difficulty } = item;
      return {
        title: [{ text: form, ...(reading !== undefined && reading !== form && { reading }) }],
        subtitle: gloss,
        kind: words.kinds[kind],
        ...(difficulty !== undefined && { level: difficulty }),
        site: site.title,
      };
    }
  }
  if (wanted.kind === 'recording') {
    const recording = site.recordings.find(({ slug }) => slug === wanted.slug);
    if (recording !== undefined) {
      const count = site.items.filter(({ places }) => places.some((place) => place.recording === wanted.slug)).length;
      return { title: recording.title, subtitle: words.items(count), site: site.title };
    }
  }
  return { title: site.title, subtitle: site.description };
}
