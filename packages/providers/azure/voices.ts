import { askJson } from '@kinora/capabilities/remote';
import type { RemoteService } from '@kinora/capabilities/remote';
import { z } from 'zod';

/** A voice of Azure Speech. */
export type AzureVoice = { id: string; name: string; locale: string };

const list = z.array(
  z.object({ ShortName: z.string(), DisplayName: z.string(), Locale: z.string(), Status: z.string().optional() }),
);

/** Asks for the voices of the region once and remembers them; an error is not remembered. */
export function rememberVoices(service: RemoteService): (signal?: AbortSignal) => Promise<AzureVoice[]> {
  let known: AzureVoice[] | undefined;
  return async (signal) => {
    known ??= (await askJson(service, '/cognitiveservices/voices/list', list, { signal }))
      .filter(({ Status }) => Status !== 'Deprecated')
      .map(({ ShortName, DisplayName, Locale }) => ({ id: ShortName, name: DisplayName, locale: Locale }));
    return known;
  };
}

/** The locale in a voice's name: `ja-JP` of `ja-JP-NanamiNeural`. */
export function localeOf(voice: string): string | undefined {
  return /^([a-z]{2,3}(?:-[A-Za-z]{4})?-[A-Z]{2,3})(?:-|$)/.exec(voice)?.[1];
}
