import type { AssetRef } from '@kinora/capabilities';
import { cutOutPicture } from '@kinora/media/pictures';
import type { Character } from '../schema.ts';
import type { MusicVideoContext } from './context.ts';
import { readPicture } from './paint.ts';

/** The characters free of their backgrounds, in their order, and what is to be said of them. */
export type CutOuts = { figures: AssetRef[]; notes: string[] };

/**
 * Cuts all characters out of their pictures.
 * @throws KinoraError `request.invalid` for a picture that can't be read.
 */
export async function cutOutCharacters(characters: readonly Character[], context: MusicVideoContext): Promise<CutOuts> {
  const cut = await Promise.all(characters.map((character) => cutOutCharacter(character, context)));
  const notes = cut.flatMap(({ isFramed }, index) => {
    const { name, cutOut } = characters[index]!;
    if (!isFramed || cutOut.kind === 'none') return [];
    return [
      `The background of ${name || `character ${index + 1}`} can't be told from the figure, so the picture is framed. ` +
        'Point at the background to have it removed.',
    ];
  });
  return { figures: cut.map(({ image }) => image), notes };
}

async function cutOutCharacter({ picture, cutOut }: Character, context: MusicVideoContext) {
  const inputs = { picture: picture.asset, cutOut };
  return context.step<{ image: AssetRef; isFramed: boolean }>(
    { name: 'music-video.cut-out', version: 1, inputs },
    async ({ signal }) => {
      const { image, method } = await cutOutPicture(await readPicture(picture, context), cutOut, { signal });
      return { image: await context.assets.put(image, { mediaType: 'image/png' }), isFramed: method === 'framed' };
    },
  );
}
