import type { ProviderDefinition } from '@kinora/capabilities';
import { aiSdkProviders } from '@kinora/providers/ai-sdk';
import { azureContentSafety, azureSpeech, azureVision } from '@kinora/providers/azure';
import { comfyui } from '@kinora/providers/comfyui';
import { llamaCpp } from '@kinora/providers/llama-cpp';
import { notion } from '@kinora/providers/notion';
import { onnx } from '@kinora/providers/onnx';
import { openaiCompatible } from '@kinora/providers/openai-compatible';
import { sherpaProvider } from '@kinora/providers/sherpa';
import { stableDiffusionWebui } from '@kinora/providers/stable-diffusion-webui';
import { styleBertVits2 } from '@kinora/providers/style-bert-vits2';
import { guardModelProvider, transformersProvider } from '@kinora/providers/transformers';
import { voicevox } from '@kinora/providers/voicevox';
import { youtube } from '@kinora/providers/youtube';

/** Every kind of provider, local ones first. Adding one adds a line here. */
export const definitions: readonly ProviderDefinition[] = [
  llamaCpp,
  onnx,
  transformersProvider,
  sherpaProvider,
  guardModelProvider,
  stableDiffusionWebui,
  comfyui,
  openaiCompatible,
  voicevox,
  styleBertVits2,
  azureContentSafety,
  azureVision,
  azureSpeech,
  notion,
  youtube,
  ...aiSdkProviders,
];
