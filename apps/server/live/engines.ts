import { KinoraError } from '@kinora/capabilities';
import type { FrameStyler, StylerSession } from '@kinora/capabilities';
import type { EnginesAnswer, LiveEngine } from '@kinora/studios/live-style/schema';
import type { Models } from '../models/index.ts';

/** The engines of a running Kinora that can restyle frames. */
export type LiveEngines = {
  list(): Promise<EnginesAnswer['engines']>;
  /**
   * The engine that was asked for, or the route.
   * @throws KinoraError `provider.unavailable` when there is none such.
   */
  find(asked?: { provider: string; model: string }): Promise<FrameStyler>;
  /** How an engine is called where people read. */
  describe(engine: FrameStyler, session?: StylerSession): LiveEngine;
  /** Puts the words of a style before the guard. @throws KinoraError `request.unsafe`. */
  checkWords(prompt: string, options: { signal: AbortSignal }): Promise<void>;
};

/** Finds engines among the models as they are set up now. */
export function openLiveEngines(models: Models): LiveEngines {
  const route = () => models.for({ kind: 'adult' }).frameStyler;
  const offers = () =>
    models.providers.all().flatMap(({ configured, provider, offers: all, problem }) =>
      all
        .filter(({ capability }) => capability === 'frame-style')
        .map((offer) => ({
          ...offer,
          provider: configured.id,
          owner: configured.title,
          isReady: provider !== null,
          problem,
        })),
    );
  const offerOf = (provider: string, model: string) =>
    offers().find((each) => each.provider === provider && each.modelId === model);
  const labelOf = (provider: string, model: string) => {
    if (provider === models.builtin.frameStyler.provider) return 'Kinora’s painters';
    const offer = offerOf(provider, model);
    return offer === undefined ? `${provider}/${model}` : `${offer.title} · ${offer.owner}`;
  };

  return {
    async list() {
      await models.refresh();
      const stored = models.routes().find(({ capability }) => capability === 'frame-style');
      const place = (provider: string, model: string) => {
        const at = (stored?.entries ?? []).findIndex((entry) => entry.provider === provider && entry.model === model);
        return at < 0 ? Infinity : at;
      };
      const others = offers()
        .toSorted((a, b) => place(a.provider, a.modelId) - place(b.provider, b.modelId))
        .map(({ provider, modelId, device, isReady, problem }) => ({
          provider,
          model: modelId,
          label: labelOf(provider, modelId),
          device,
          kind: models.frameStyler({ provider, model: modelId })?.kind ?? ('diffusion' as const),
          isReady,
          ...(problem !== undefined && { problem }),
        }));
      const isChosen = ({ provider, model }: { provider: string; model: string }) => place(provider, model) < Infinity;
      return [
        ...others.filter(isChosen),
        { ...describe(models.builtin.frameStyler), isReady: true },
        ...others.filter((engine) => !isChosen(engine)),
      ];
    },
    async find(asked) {
      await models.refresh();
      if (asked === undefined) return route();
      const found = models.frameStyler(asked);
      if (found) return found;
      throw new KinoraError(
        'provider.unavailable',
        `There is no ${asked.provider}/${asked.model} that can restyle frames. Install it on the Models page, or let Kinora choose.`,
        { data: { field: 'engine' } },
      );
    },
    describe,
    async checkWords(prompt, { signal }) {
      if (prompt.trim() === '') return;
      const { moderator } = models.for({ kind: 'adult' });
      const { verdict, explanation } = await moderator.moderate(
        { kind: 'text', text: prompt, role: 'picture-prompt' },
        { audience: { kind: 'adult' }, signal },
      );
      if (verdict !== 'block') return;
      throw new KinoraError('request.unsafe', explanation ?? 'The guard can’t let these words become a picture.', {
        data: { field: 'style.prompt' },
      });
    },
  };

  function describe(engine: FrameStyler, session?: StylerSession): LiveEngine {
    const { provider, modelId, device } = session?.engine?.() ?? {
      provider: engine.provider,
      modelId: engine.modelId,
      device: engine.load().device,
    };
    const { framesPerSecond } = engine.load();
    const isOwn = provider === models.builtin.frameStyler.provider;
    const revision = offerOf(provider, modelId)?.revision;
    return {
      provider,
      model: modelId,
      ...(revision !== undefined && { revision }),
      label: labelOf(provider, modelId),
      device,
      kind: isOwn ? 'painter' : (engine.kind ?? 'painter'),
      ...(framesPerSecond !== undefined && { framesPerSecond: Math.round(framesPerSecond * 10) / 10 }),
    };
  }
}
