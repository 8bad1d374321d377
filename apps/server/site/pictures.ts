import { drawTitleCard, encodePng } from '@kinora/media/lesson-art';
import type { Site, SitePicture } from '@kinora/studios/language';
import { siteWords } from '@kinora/studios/language';

/** Size that services which show links ask for. */
const frame = { width: 1200, height: 630 };

/** Draws the picture that is shown where a page of the site is shared. */
export async function drawSitePicture(site: Site, wanted: SitePicture): Promise<Uint8Array> {
  return encodePng(drawTitleCard(cardOf(site, wanted), { frame }).picture);
}

function cardOf(site: Site, wanted: SitePicture): Parameters<typeof drawTitleCard>[0] {
  if (wanted.kind === 'item') {
    const item = site.items.find(({ slug }) => slug === wanted.slug);
    if (item !== undefined) {
      const { form, reading, gloss, kind } = item;
      return {
        title: [{ text: form, ...(reading !== undefined && reading !== form && { reading }) }],
        subtitle: gloss,
        kicker: siteWords[site.language].kinds[kind],
      };
    }
  }
  if (wanted.kind === 'recording') {
    const recording = site.recordings.find(({ slug }) => slug === wanted.slug);
    if (recording !== undefined) return { title: recording.title, kicker: site.title };
  }
  return { title: site.title, subtitle: site.description };
}
