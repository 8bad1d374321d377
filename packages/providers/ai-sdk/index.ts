import type { ProviderDefinition } from '@kinora/capabilities';
import { anyAiSdkPackage } from './any-package.ts';
import { defineAiSdkProvider } from './define.ts';
import { allRoundServices } from './services/all-round.ts';
import { languageServices } from './services/language.ts';
import { mediaServices } from './services/media.ts';

/** A provider for each service of the table, and one for any other package of the AI SDK. */
export const aiSdkProviders: readonly ProviderDefinition[] = [
  ...[...allRoundServices, ...languageServices, ...mediaServices].map(defineAiSdkProvider),
  anyAiSdkPackage,
];

export { anyAiSdkPackage, defineAiSdkProvider };
export type { AiSdkCapability, AiSdkService, ServiceVoice } from './service.ts';
