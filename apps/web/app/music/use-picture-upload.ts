import type { AssetRef } from '@kinora/capabilities';
import { KinoraError } from '@kinora/capabilities';
import { useMutation } from '@tanstack/react-query';
import { uploadFile } from './tus.ts';
import { uploadMemory } from './upload-memory.ts';
import { apiBase } from '../api/client.ts';

/** Endings of pictures, for the file dialog. */
export const pictureEndings = '.png,.jpg,.jpeg,.webp';
const mostBytes = 40_000_000;

/** Sends a picture: PNG, JPEG or WebP. */
export function usePictureUpload() {
  return useMutation({
    mutationFn: async (file: File): Promise<AssetRef> => {
      if (!/^image\/(png|jpeg|webp)$/.test(file.type))
        throw new KinoraError('request.invalid', `“${file.name}” isn’t a PNG, JPEG or WebP picture.`);
      if (file.size > mostBytes)
        throw new KinoraError('request.invalid', `“${file.name}” is larger than 40 MB. A smaller copy of it will do.`);
      return uploadFile(file, {
        endpoint: `${apiBase}/uploads`,
        memory: uploadMemory,
        signal: AbortSignal.timeout(300_000),
        onProgress: () => undefined,
      });
    },
  });
}
