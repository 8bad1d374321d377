import { capabilityNames } from '@kinora/capabilities';
import type { CapabilityName, ProviderDefinition } from '@kinora/capabilities';
import type { ModelsView, ProviderKindView, RouteView } from '@kinora/capabilities/setup';
import type { Hardware } from '@kinora/platform/runtimes';
import type { ConfiguredProvider } from '@kinora/platform/settings';
import type { Models } from '../models/index.ts';

type DeviceView = ModelsView['hardware']['devices'][number];

/** The routes in the order in which they are asked. */
export function describeRoutes(models: Models): RouteView[] {
  const health = new Map(models.health().map((route) => [route.capability, route.providers]));
  return capabilityNames.map((capability) => {
    const stored = models.routes().find((route) => route.capability === capability);
    const entries = (stored?.entries ?? []).map(({ provider, model }) => {
      const live = models.providers.find(provider);
      const offer = live?.offers.find((each) => each.capability === capability && each.modelId === model);
      const state = health.get(capability)?.find(({ id }) => id === `${provider}/${model}`);
      const isThere = live?.provider != null && (offer !== undefined || live.configured.definition.kind === 'remote');
      return {
        provider,
        model,
        title: `${offer?.title ?? model} · ${live?.configured.title ?? provider}`,
        device: state?.device ?? offer?.device ?? (live?.configured.definition.kind === 'remote' ? 'remote' : 'cpu'),
        isBuiltin: false,
        state: isThere && state ? state.state : ('off' as const),
        served: state?.served ?? 0,
        ...(state?.lastSeconds !== undefined && { lastSeconds: state.lastSeconds }),
        ...(state?.lastFailure && { lastFailure: state.lastFailure.reason }),
      };
    });
    const only = stored?.only === true && entries.length > 0;
    const builtin = (health.get(capability) ?? []).find(({ id }) => id.startsWith('builtin/'));
    if (builtin !== undefined && (!only || capability === 'moderation')) {
      entries.push({
        provider: 'builtin',
        model: builtin.id.slice('builtin/'.length),
        title: builtinTitles[capability] ?? builtin.id,
        device: builtin.device,
        isBuiltin: true,
        state: builtin.state,
        served: builtin.served,
        ...(builtin.lastSeconds !== undefined && { lastSeconds: builtin.lastSeconds }),
      });
    }
    return { capability, entries, only };
  });
}

const builtinTitles: Partial<Record<CapabilityName, string>> = {
  speech: 'Kinora’s narrator',
  image: 'Kinora’s illustrator',
  clip: 'Kinora’s camera',
  moderation: 'Kinora’s guard',
  description: 'Kinora’s describer',
  'frame-style': 'Kinora’s painters',
};

/** What a provider needs installed: always the same, or as its settings say. None while those can't be read. */
export function packagesOf({ definition, values }: ConfiguredProvider): Record<string, string> {
  try {
    return definition.packagesFor?.(values) ?? definition.packages ?? {};
  } catch {
    return {};
  }
}

/** A kind of provider, as the page shows it. */
export function describeKind(definition: ProviderDefinition): ProviderKindView {
  const { id, title, summary, kind, capabilities, fields, leaves = {}, publishes, terms, packages = {} } = definition;
  return {
    id,
    title,
    summary,
    kind,
    capabilities: [...capabilities],
    fields: fields.map(({ choices, environment, ...field }) => ({
      ...field,
      ...(choices && { choices: [...choices] }),
      ...(environment && { environment: [...environment] }),
    })),
    leaves,
    ...(publishes !== undefined && { publishes }),
    ...(terms !== undefined && { terms }),
    isRepeatable: definition.isRepeatable ?? false,
    packages: Object.keys(packages),
  };
}

/** A processor, without what only Kinora needs to know of it. */
export function pickDevice({
  id,
  name,
  memoryBytes,
  freeBytes,
  driver,
  runtimes,
}: Hardware['devices'][number]): DeviceView {
  return { id, name, memoryBytes, freeBytes, ...(driver !== undefined && { driver }), runtimes };
}
