import { readFile, stat } from 'node:fs/promises';
import { isKinoraError, KinoraError } from '@kinora/capabilities';
import type { AssetRef } from '@kinora/capabilities';
import type { UserAssets } from '@kinora/platform/storage';
import { readSubtitles } from '@kinora/studios/language';
import { recordingLimits } from '@kinora/studios/language/schema';
import type { SubtitleFacts } from './lessons.ts';

const mediaTypes: Record<string, string> = {
  srt: 'application/x-subrip',
  vtt: 'text/vtt',
  ass: 'text/x-ssa',
  json3: 'application/json',
  srv3: 'application/xml',
  ttml: 'application/ttml+xml',
};

/** Looks into a subtitle file and stores it as it is. @throws KinoraError `request.invalid`, with line and reason. */
export async function storeSubtitles(bytes: Uint8Array, assets: UserAssets): Promise<SubtitleFacts> {
  if (bytes.byteLength > recordingLimits.subtitleBytes)
    throw new KinoraError('request.too-large', 'The subtitle file has more than 20 MB; is it the right file?');
  const { format, cues, language, warnings } = readSubtitles(bytes);
  const file = await assets.put(bytes, { mediaType: mediaTypes[format] ?? 'text/plain' });
  const seconds = cues.reduce((last, { end }) => Math.max(last, end), 0);
  return { file, format, cues: cues.length, language: language ?? null, seconds, warnings };
}

/** Reads a subtitle file that may be used. */
export async function readSubtitleFile(path: string): Promise<Uint8Array> {
  const { size } = await stat(path);
  if (size > recordingLimits.subtitleBytes)
    throw new KinoraError('request.too-large', 'The subtitle file has more than 20 MB; is it the right file?');
  return readFile(path);
}

/** Looks whether the subtitles that a request names are there and can be read. @returns The stored file, and its last second. */
export async function checkSubtitles(
  named: AssetRef,
  assets: UserAssets,
): Promise<{ file: AssetRef; seconds: number }> {
  const file = await assets.find(named.asset).catch((cause: unknown) => {
    if (!isKinoraError(cause) || cause.code !== 'asset.missing') throw cause;
    throw new KinoraError(
      'asset.missing',
      'subtitles: there is no such file. Send it to POST /lessons/subtitles first, then name it here.',
      { cause, data: { field: 'subtitles.file' } },
    );
  });
  if (file.bytes > recordingLimits.subtitleBytes)
    throw new KinoraError('request.too-large', 'The subtitle file has more than 20 MB; is it the right file?');
  const { cues } = readSubtitles(await assets.get(file));
  return { file, seconds: cues.reduce((last, { end }) => Math.max(last, end), 0) };
}
