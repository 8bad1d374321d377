import { KinoraError } from '@kinora/capabilities';
import type { VideoDestination, VocabularyDestination } from '@kinora/capabilities/publishing';
import type { Setup } from '../setup/index.ts';

/** Places that the owner has set up and switched on. */
export type Destinations = {
  /** @throws KinoraError `provider.unavailable` with advice when it is off or not set up. */
  notion(options?: { signal?: AbortSignal }): Promise<VocabularyDestination>;
  youtube(options?: { signal?: AbortSignal }): Promise<VideoDestination>;
};

/** Finds destinations among the providers. */
export function findDestinations(setup: Pick<Setup, 'provider'>): Destinations {
  const open = async (id: string, title: string, options: { signal?: AbortSignal }) => {
    try {
      return await setup.provider(id, options);
    } catch (error) {
      if (!(error instanceof KinoraError) || error.code !== 'resource.missing') throw error;
      throw new KinoraError(
        'provider.unavailable',
        `${title} is not set up. Nothing is sent there before you switch it on: Models → Services → ${title}.`,
        { data: { provider: id } },
      );
    }
  };
  return {
    async notion(options = {}) {
      const provider = await open('notion', 'Notion', options);
      if (provider.vocabulary) return provider.vocabulary();
      throw new KinoraError('internal.bug', 'Notion takes no vocabulary.');
    },
    async youtube(options = {}) {
      const provider = await open('youtube', 'YouTube', options);
      if (provider.video) return provider.video();
      throw new KinoraError('internal.bug', 'YouTube takes no videos.');
    },
  };
}
