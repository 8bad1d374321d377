import { KinoraError } from '@kinora/capabilities';
import type { ProviderServices } from '@kinora/capabilities';
import type { ServiceFacts } from '@kinora/capabilities/remote';
import type { AiSdkCapability } from './service.ts';

/** A model that is loaded at its first call. */
export type SdkModel<Model> = {
  provider: string;
  modelId: string;
  load(): Promise<Model>;
  service: ServiceFacts;
};

/** Which factory of which package makes the models. */
export type SdkSource = {
  package: string;
  factory: string;
  options: Record<string, unknown>;
};

/** The methods of an AI SDK provider that make models, the agreed name first: packages differ in what they have. */
const methods: Record<AiSdkCapability, readonly string[]> = {
  language: ['languageModel'],
  image: ['imageModel', 'image'],
  speech: ['speechModel', 'speech'],
  transcription: ['transcriptionModel', 'transcription'],
  clip: ['videoModel', 'video'],
};

/**
 * Makes models of a package that is installed on demand. The package is imported once, at the first model that is used.
 * @throws (later) KinoraError `provider.unavailable` when the package is missing or of another kind.
 */
export function createSdkLoader(
  source: SdkSource,
  services: Pick<ProviderServices, 'importPackage' | 'fetch'>,
): <Model>(capability: AiSdkCapability, modelId: string) => () => Promise<Model> {
  let provider: Promise<Record<string, unknown>> | undefined;
  const open = async () => {
    const module = await services.importPackage<Record<string, unknown>>(source.package);
    const create = module[source.factory];
    if (typeof create !== 'function') {
      throw unusable(source, `it exports no function “${source.factory}”; correct the name`);
    }
    return create({ ...source.options, fetch: services.fetch }) as Record<string, unknown>;
  };
  return <Model>(capability: AiSdkCapability, modelId: string) => {
    let model: Promise<Model> | undefined;
    const make = async () => {
      provider ??= open().catch((error: unknown) => {
        provider = undefined;
        throw error;
      });
      const made = await provider;
      const method = methods[capability].map((name) => made[name]).find((one) => typeof one === 'function');
      if (!method) throw unusable(source, `it has no models for ${capability}; choose another provider`);
      const created = (method as (id: string) => Model & { specificationVersion?: string }).call(made, modelId);
      if (created.specificationVersion !== 'v4') {
        throw unusable(source, 'it is made for another version of the AI SDK; choose its version for AI SDK 7');
      }
      return created;
    };
    return () => {
      model ??= make().catch((error: unknown) => {
        model = undefined;
        throw error;
      });
      return model;
    };
  };
}

function unusable(source: SdkSource, problem: string): KinoraError {
  return new KinoraError('provider.unavailable', `${source.package} can't be used: ${problem}.`);
}
