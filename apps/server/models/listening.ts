import type { TranscriptionModelV4 } from '@kinora/capabilities';
import type { Models } from './index.ts';

/** Who listens, as it is set up now. */
export type Listening = {
  /** The route; null where nothing is set up. */
  model: TranscriptionModelV4 | null;
  /** In the order in which they are asked. `id` is `provider/model`, `device` e.g. `cpu` or `remote`. */
  listeners: { id: string; device: string }[];
};

/** Finds who listens to the owner. */
export async function findListening(models: Models): Promise<Listening> {
  await models.refresh();
  const model = models.for({ kind: 'adult' }).transcription;
  const route = models.health().find(({ capability }) => capability === 'transcription');
  return { model, listeners: model === null ? [] : (route?.providers ?? []).map(({ id, device }) => ({ id, device })) };
}
