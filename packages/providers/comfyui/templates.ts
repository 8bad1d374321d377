import { readTemplate } from './workflow.ts';
import type { Template } from './workflow.ts';

const checkpoint = { class_type: 'CheckpointLoaderSimple', inputs: { ckpt_name: '{{checkpoint}}' } };
const positive = { class_type: 'CLIPTextEncode', inputs: { text: '{{prompt}}', clip: ['1', 1] } };
const negative = { class_type: 'CLIPTextEncode', inputs: { text: '{{negative}}', clip: ['1', 1] } };
const sampling = {
  seed: '{{seed}}',
  steps: '{{steps}}',
  cfg: '{{guidance}}',
  sampler_name: 'dpmpp_2m',
  scheduler: 'karras',
  model: ['1', 0],
  positive: ['2', 0],
  negative: ['3', 0],
};

/** A picture from words, by any Stable Diffusion checkpoint. Previews land in ComfyUI's temporary folder. */
export const textToImage: Template = readTemplate(
  {
    '1': checkpoint,
    '2': positive,
    '3': negative,
    '4': { class_type: 'EmptyLatentImage', inputs: { width: '{{width}}', height: '{{height}}', batch_size: 1 } },
    '5': { class_type: 'KSampler', inputs: { ...sampling, latent_image: ['4', 0], denoise: 1 } },
    '6': { class_type: 'VAEDecode', inputs: { samples: ['5', 0], vae: ['1', 2] } },
    '7': { class_type: 'PreviewImage', inputs: { images: ['6', 0] } },
  },
  'imageWorkflow',
);

/** A picture drawn over another. */
export const imageToImage: Template = readTemplate(
  {
    '1': checkpoint,
    '2': positive,
    '3': negative,
    '4': { class_type: 'LoadImage', inputs: { image: '{{image}}' } },
    '5': {
      class_type: 'ImageScale',
      inputs: { image: ['4', 0], width: '{{width}}', height: '{{height}}', upscale_method: 'lanczos', crop: 'center' },
    },
    '6': { class_type: 'VAEEncode', inputs: { pixels: ['5', 0], vae: ['1', 2] } },
    '7': { class_type: 'KSampler', inputs: { ...sampling, latent_image: ['6', 0], denoise: '{{strength}}' } },
    '8': { class_type: 'VAEDecode', inputs: { samples: ['7', 0], vae: ['1', 2] } },
    '9': { class_type: 'PreviewImage', inputs: { images: ['8', 0] } },
  },
  'imageToImageWorkflow',
);

/** A moving picture by Stable Video Diffusion, as frames. */
export const imageToVideo: Template = readTemplate(
  {
    '1': { class_type: 'ImageOnlyCheckpointLoader', inputs: { ckpt_name: '{{checkpoint}}' } },
    '2': { class_type: 'LoadImage', inputs: { image: '{{image}}' } },
    '3': {
      class_type: 'SVD_img2vid_Conditioning',
      inputs: {
        clip_vision: ['1', 1],
        init_image: ['2', 0],
        vae: ['1', 2],
        width: '{{width}}',
        height: '{{height}}',
        video_frames: '{{frames}}',
        // Calm movement: the model knows 1 to 255 and was trained around 127.
        motion_bucket_id: 80,
        fps: 6,
        augmentation_level: 0,
      },
    },
    '4': { class_type: 'VideoLinearCFGGuidance', inputs: { model: ['1', 0], min_cfg: 1 } },
    '5': {
      class_type: 'KSampler',
      inputs: {
        model: ['4', 0],
        positive: ['3', 0],
        negative: ['3', 1],
        latent_image: ['3', 2],
        seed: '{{seed}}',
        steps: '{{steps}}',
        cfg: 2.5,
        sampler_name: 'euler',
        scheduler: 'karras',
        denoise: 1,
      },
    },
    '6': { class_type: 'VAEDecode', inputs: { samples: ['5', 0], vae: ['1', 2] } },
    '7': { class_type: 'PreviewImage', inputs: { images: ['6', 0] } },
  },
  'clipWorkflow',
);
