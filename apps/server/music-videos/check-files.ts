import { isKinoraError, KinoraError, readPictureHeader } from '@kinora/capabilities';
import type { AssetRef } from '@kinora/capabilities';
import { probeMedia, readLyrics } from '@kinora/media/video';
import type { UserAssets } from '@kinora/platform/storage';
import { songLimits } from '@kinora/studios/music-video/schema';
import type { MusicVideoEdit, MusicVideoRequest, UploadedFile } from '@kinora/studios/music-video/schema';
import { buffer } from 'node:stream/consumers';

/** Largest picture, in pixels: a small file can claim to hold a very large one. */
const largestPicture = 40_000_000;

/** Largest picture file, in bytes. */
export const largestPictureFile = 40_000_000;

/** What the header of a song's file says. */
export type SongHeader = { seconds: number; title?: string; artist?: string };

/** Containers whose length is guessed from the first frames; hearing them tells the truth. */
const guessedLength = new Set(['mp3', 'aac']);

/**
 * Looks whether an uploaded file is a song that a video can be made of, in a process of its own and without decoding it.
 * @throws KinoraError `request.invalid` that names the field, `asset.missing`.
 */
export async function checkSong(song: AssetRef, assets: UserAssets, signal: AbortSignal): Promise<SongHeader> {
  if (song.bytes > songLimits.bytes) throw wrong('song', 'A song has at most 300 MB; upload it as FLAC or MP3.');
  const facts = await assets.lend([song], async ([path = '']) =>
    probeMedia(path, { signal }).catch((cause: unknown) => {
      if (signal.aborted) throw cause;
      throw wrong('song', 'This file is not a song that Kinora can read. Use MP3, WAV, FLAC, Ogg, Opus or M4A.', cause);
    }),
  );
  if (!facts.streams.some(({ kind }) => kind === 'audio')) {
    throw wrong('song', 'There is no sound in this file. Use MP3, WAV, FLAC, Ogg, Opus or M4A.');
  }
  if (facts.seconds > songLimits.seconds + 5 && !guessedLength.has(facts.format)) {
    throw wrong('song', `The song has ${Math.ceil(facts.seconds / 60)} minutes; a video is made of at most 20.`);
  }
  const tag = (name: string) => {
    const key = Object.keys(facts.tags).find((each) => each.toLowerCase() === name);
    return (key === undefined ? undefined : facts.tags[key]?.trim().slice(0, 120).toWellFormed()) || undefined;
  };
  return { seconds: facts.seconds, title: tag('title'), artist: tag('artist') };
}

/** Says before the work what is wrong with lyrics. @throws KinoraError `request.invalid` that names the line. */
export function checkLyrics(lyrics: MusicVideoRequest['lyrics'], { seconds }: SongHeader): void {
  if (lyrics === undefined) return;
  try {
    readLyrics(lyrics, { duration: seconds || songLimits.seconds });
  } catch (cause) {
    if (!isKinoraError(cause)) throw cause;
    throw wrong('lyrics', cause.message, cause);
  }
}

/**
 * Puts what is really stored in the place of what a request says of its pictures.
 * @throws KinoraError `request.invalid` that names the field, `asset.missing`.
 */
export async function checkPictures<Request extends MusicVideoRequest | MusicVideoEdit>(
  request: Request,
  assets: UserAssets,
): Promise<Request> {
  const { characters } = request;
  const scenes = 'song' in request ? undefined : request.scenes;
  const watermark = 'song' in request ? request.watermark : undefined;
  return {
    ...request,
    ...(characters && {
      characters: await Promise.all(
        characters.map(async (character, index) => ({
          ...character,
          picture: await checkPicture(character.picture, `characters.${index}.picture`, assets),
        })),
      ),
    }),
    ...(watermark && {
      watermark: { ...watermark, picture: await checkPicture(watermark.picture, 'watermark.picture', assets) },
    }),
    ...(Array.isArray(scenes) && {
      scenes: await Promise.all(
        scenes.map(async (scene, index) => ({
          ...scene,
          ...(scene.picture && { picture: await checkPicture(scene.picture, `scenes.${index}.picture`, assets) }),
        })),
      ),
    }),
  };
}

async function checkPicture(picture: UploadedFile, field: string, assets: UserAssets): Promise<AssetRef> {
  const file = await findUpload(picture, field, assets);
  if (file.bytes > largestPictureFile) throw wrong(field, 'A picture has at most 40 MB.');
  const end = Math.min(file.bytes, 1 << 18) - 1;
  const header = readPictureHeader(await buffer(await assets.stream(file, { range: { start: 0, end } })));
  if (header === null) throw wrong(field, 'This file is not a picture that Kinora can read. Use PNG, JPEG or WebP.');
  if (header.width * header.height > largestPicture) {
    throw wrong(field, `The picture has ${header.width} × ${header.height} pixels; make it at most 40 megapixels.`);
  }
  return { ...file, mediaType: header.mediaType };
}

/** The stored file that a request names. @throws KinoraError `asset.missing` that names the field. */
export async function findUpload(file: UploadedFile, field: string, assets: UserAssets): Promise<AssetRef> {
  return assets.find(file.asset).catch((cause: unknown) => {
    if (!(cause instanceof KinoraError) || cause.code !== 'asset.missing') throw cause;
    throw new KinoraError('asset.missing', `${field}: there is no such file. Upload it first, then name it here.`, {
      cause,
      data: { field },
    });
  });
}

function wrong(field: string, message: string, cause?: unknown): KinoraError {
  return new KinoraError('request.invalid', message, { cause, data: { field } });
}
