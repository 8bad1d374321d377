import type { ProviderDefinition } from '@kinora/capabilities';
import { llamaCpp } from '@kinora/providers/llama-cpp';
import { openaiCompatible } from '@kinora/providers/openai-compatible';
import { transformersProvider } from '@kinora/providers/transformers';

/** Every kind of provider. Adding one adds a line here. */
export const definitions: readonly ProviderDefinition[] = [llamaCpp, transformersProvider, openaiCompatible];
