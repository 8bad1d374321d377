import type { Entry } from './entry.ts';
import { GB, MB } from './entry.ts';
import { licences } from './licences.ts';

const common = { purpose: 'image', runtime: 'onnx', format: 'diffusers' } as const;
/** What a text-to-image pipeline consists of. */
const pipeline = [
  'model_index.json',
  'scheduler/*',
  'tokenizer/*',
  'text_encoder/*',
  'unet/*',
  'vae_decoder/*',
  'vae_encoder/*',
];

/** Picture models in ONNX. Each stands behind the picture guard. */
export const image: Entry[] = [
  {
    ...common,
    id: 'sd-turbo-onnx',
    title: 'SD-Turbo',
    summary:
      'A picture in one step, 512×512. In half precision: at home on a graphics card, slower on a processor. Weak at hands and writing.',
    repository: 'schmuell/sd-turbo-ort-web',
    files: pipeline,
    licence: licences.stabilityResearch,
    bytes: 2.58 * GB,
    memoryBytes: 5 * GB,
    quality: 6,
    companions: ['taesd-onnx', 'nsfw-vit-base'],
    defaults: { steps: 1, guidance: 0, width: 512, height: 512 },
  },
  {
    ...common,
    id: 'sd-turbo-onnx-cuda',
    title: 'SD-Turbo for NVIDIA cards',
    summary: 'The same with operators fused for CUDA: quickest on an NVIDIA card, of no use without one.',
    repository: 'tlwu/sd-turbo-onnxruntime',
    files: pipeline,
    licence: licences.stabilityResearch,
    bytes: 2.58 * GB,
    memoryBytes: 4 * GB,
    quality: 7,
    companions: ['taesd-onnx', 'nsfw-vit-base'],
    defaults: { steps: 1, guidance: 0, width: 512, height: 512, device: 'cuda' },
  },
  {
    ...common,
    id: 'lcm-dreamshaper-v7-onnx',
    title: 'LCM Dreamshaper v7',
    summary: 'Painterly pictures in four steps, in full precision: runs on a processor, half a minute a picture.',
    repository: 'TheyCallMeHex/LCM-Dreamshaper-V7-ONNX',
    files: pipeline,
    licence: licences.mitOnOpenRail,
    bytes: 4.27 * GB,
    memoryBytes: 6 * GB,
    quality: 7,
    companions: ['taesd-onnx', 'nsfw-vit-base'],
    defaults: { steps: 4, guidance: 8, scheduler: 'lcm', width: 512, height: 512 },
  },
  {
    ...common,
    id: 'stable-diffusion-1.5-onnx',
    title: 'Stable Diffusion 1.5',
    summary:
      'The classic in full precision: obeys prompts and negative prompts well; minutes a picture on a processor.',
    repository: 'modularai/stable-diffusion-1.5-onnx',
    files: pipeline,
    licence: licences.openRail,
    bytes: 4.27 * GB,
    memoryBytes: 6 * GB,
    quality: 6,
    companions: ['taesd-onnx', 'nsfw-vit-base'],
    defaults: { steps: 20, guidance: 7.5, width: 512, height: 512 },
  },
  {
    ...common,
    id: 'stable-diffusion-1.5-onnx-cuda',
    title: 'Stable Diffusion 1.5 for NVIDIA cards',
    summary: 'The classic in half precision with operators fused for CUDA; of no use without an NVIDIA card.',
    repository: 'tlwu/stable-diffusion-v1-5-onnxruntime',
    files: pipeline,
    licence: licences.openRail,
    bytes: 2.13 * GB,
    memoryBytes: 4 * GB,
    quality: 8,
    companions: ['taesd-onnx', 'nsfw-vit-base'],
    defaults: { steps: 20, guidance: 7.5, width: 512, height: 512, device: 'cuda' },
  },
  {
    id: 'taesd-onnx',
    title: 'TAESD',
    summary:
      'A tiny decoder and encoder for SD-Turbo and Stable Diffusion 1.5: previews, and pictures in a tenth of the time.',
    purpose: 'frame-style',
    runtime: 'onnx',
    format: 'taesd',
    repository: 'deinferno/taesd-onnx',
    files: ['vae_decoder/model.onnx', 'vae_encoder/model.onnx'],
    licence: licences.mit,
    bytes: 9.8 * MB,
    memoryBytes: 400 * MB,
    quality: 5,
    companions: ['sd-turbo-onnx'],
  },
];
