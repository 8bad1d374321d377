import { KinoraError } from '@kinora/capabilities';
import type { CapabilityName, ModelOf, OfferedModel, ProviderDefinition, SettingField } from '@kinora/capabilities';
import { askJson, readSettings } from '@kinora/capabilities/remote';
import type { RemoteService } from '@kinora/capabilities/remote';
import { z } from 'zod';
import { createComfyClip } from './clip.ts';
import { createComfyImage } from './image.ts';
import { imageToImage, imageToVideo, textToImage } from './templates.ts';
import { hasSlot, readTemplate, slotNames } from './workflow.ts';
import type { SlotName, Template } from './workflow.ts';

/** Model id of the user's own workflow. */
const own = 'workflow';

const workflowHelp = `Exported with “Export (API)”. Write ${['prompt', 'negative', 'seed', 'width', 'height']
  .map((name) => `{{${name}}}`)
  .join(', ')} where the values belong, or title nodes “Kinora: prompt”.`;

const fields: readonly SettingField[] = [
  {
    name: 'baseUrl',
    label: 'Address',
    help: 'Where ComfyUI listens: http://127.0.0.1:8188, or http://127.0.0.1:8000 for the desktop app.',
    kind: 'url',
    isRequired: true,
    default: 'http://127.0.0.1:8188',
    environment: ['KINORA_COMFYUI_URL'],
  },
  {
    name: 'token',
    label: 'Key',
    help: 'Sent as a bearer token, if a gateway before ComfyUI asks for one.',
    kind: 'secret',
    environment: ['KINORA_COMFYUI_TOKEN'],
  },
  {
    name: 'side',
    label: 'Pictures are drawn at',
    help: 'Side in pixels of the square the model was trained on. Empty: 1024 for checkpoints named XL, FLUX or SD3, else 512.',
    kind: 'number',
    placeholder: '512',
  },
  { name: 'steps', label: 'Steps', help: 'Empty: 25, and 6 for turbo and lightning models.', kind: 'number' },
  {
    name: 'guidance',
    label: 'Guidance (CFG)',
    help: 'How closely the words are followed. Empty: 7, and 1.5 for turbo and lightning models.',
    kind: 'number',
  },
  {
    name: 'negativePrompt',
    label: 'Never drawn',
    help: 'What should not be seen in any picture.',
    kind: 'text',
    default: 'text, watermark, blurry, deformed, extra limbs, scary, gore, nudity',
  },
  { name: 'imageWorkflow', label: 'Your workflow for pictures', help: workflowHelp, kind: 'json' },
  {
    name: 'imageToImageWorkflow',
    label: 'Your workflow for repainting',
    help: 'The same with {{image}} in a Load Image node, and {{strength}} if it has one.',
    kind: 'json',
  },
  {
    name: 'clipWorkflow',
    label: 'Your workflow for moving pictures',
    help: 'The same with {{image}}, {{frames}} and {{fps}}; {{lastImage}} if it can end in a given picture. It may save frames, MP4, WebM or animated WebP.',
    kind: 'json',
  },
  {
    name: 'clipFrames',
    label: 'Frames of your workflow for moving pictures',
    help: 'How many your model makes best, e.g. 16 for AnimateDiff.',
    kind: 'number',
    default: 25,
  },
];

const stats = z.object({
  system: z.looseObject({ comfyui_version: z.string().nullish() }),
  devices: z.array(z.looseObject({ name: z.string(), vram_total: z.number().nullish() })),
});
/** The list of choices of one input, in the old and the new way of writing it. */
const choices = z.union([
  z.tuple([z.array(z.string())]).rest(z.unknown()),
  z
    .tuple([z.literal('COMBO'), z.looseObject({ options: z.array(z.string()) })])
    .transform(([, { options }]) => [options]),
]);

/** Pictures and moving pictures by the workflows of ComfyUI. */
export const comfyui: ProviderDefinition = {
  id: 'comfyui',
  title: 'ComfyUI',
  summary: 'Pictures and moving pictures by your checkpoints or your own workflows in ComfyUI.',
  kind: 'remote',
  capabilities: ['image', 'clip'],
  fields,
  leaves: {
    image:
      'The description of each picture, and in a music video a picture of a character, to ComfyUI at this address.',
    clip: 'The pictures of the story and what happens in them, to ComfyUI at this address.',
  },
  isRepeatable: true,
  create(stored, services) {
    const settings = readSettings(fields, stored);
    const baseUrl = settings.url('baseUrl') ?? '';
    const token = settings.text('token');
    const service: RemoteService = {
      name: `ComfyUI at ${new URL(baseUrl).host}`,
      baseUrl,
      fetch: services.fetch,
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      secrets: settings.secrets,
      keyAdvice: 'Enter the token of the gateway before ComfyUI.',
      reachAdvice: 'Start ComfyUI, or correct its address in the settings.',
    };
    const read = (field: string, needed: SlotName): Template | undefined => {
      const value = settings.json(field);
      if (value === undefined) return undefined;
      const template = readTemplate(value, field);
      if (hasSlot(template, needed)) return template;
      const message = `The workflow has no slot for the ${needed}: write {{${needed}}} where it belongs.`;
      throw new KinoraError('request.invalid', message, { data: { field, allowed: slotNames } });
    };
    const workflows = {
      image: read('imageWorkflow', 'prompt'),
      imageToImage: read('imageToImageWorkflow', 'image'),
      clip: read('clipWorkflow', 'image'),
    };

    const list = async (node: string, signal: AbortSignal | undefined): Promise<string[]> => {
      const info = z.record(z.string(), z.object({ input: z.object({ required: z.object({ ckpt_name: choices }) }) }));
      const answer = await askJson(service, `/object_info/${node}`, info, { signal });
      return answer[node]?.input.required.ckpt_name[0] ?? [];
    };
    const isVideo = (checkpoint: string) => /svd|stable[-_ ]?video/i.test(checkpoint);

    return {
      async offers({ signal } = {}) {
        const checkpoints = await list('CheckpointLoaderSimple', signal);
        const offer = (capability: 'image' | 'clip', modelId: string, title = modelId): OfferedModel => ({
          capability,
          modelId,
          title,
          device: 'remote',
        });
        return [
          ...(workflows.image ? [offer('image', own, 'Your workflow')] : []),
          ...checkpoints.filter((one) => !isVideo(one)).map((one) => offer('image', one)),
          ...(workflows.clip ? [offer('clip', own, 'Your workflow')] : []),
          ...checkpoints.filter(isVideo).map((one) => offer('clip', one)),
        ];
      },
      model<Name extends CapabilityName>(capability: Name, modelId: string): ModelOf[Name] {
        const isOwn = modelId === own;
        if (capability === 'image' && modelId !== '' && (!isOwn || workflows.image)) {
          const isFast = /turbo|lightning|lcm|hyper/i.test(modelId);
          return createComfyImage({
            service,
            modelId,
            textToImage: (isOwn && workflows.image) || textToImage,
            imageToImage: isOwn ? workflows.imageToImage : (workflows.imageToImage ?? imageToImage),
            checkpoint: isOwn ? undefined : modelId,
            side: settings.number('side') ?? (/xl|flux|sd3|pony|illustrious/i.test(modelId) ? 1024 : 512),
            steps: settings.number('steps') ?? (isFast ? 6 : 25),
            guidance: settings.number('guidance') ?? (isFast ? 1.5 : 7),
            negativePrompt: settings.text('negativePrompt') ?? '',
          }) as ModelOf[Name];
        }
        if (capability === 'clip' && modelId !== '' && (!isOwn || workflows.clip)) {
          const made = isOwn ? (settings.number('clipFrames') ?? 25) : /xt/i.test(modelId) ? 25 : 14;
          return createComfyClip({
            service,
            modelId,
            template: (isOwn && workflows.clip) || imageToVideo,
            checkpoint: isOwn ? undefined : modelId,
            side: 768,
            frames: made,
            steps: settings.number('steps') ?? 20,
          }) as ModelOf[Name];
        }
        throw new KinoraError('request.invalid', `ComfyUI has no ${capability} model “${modelId}”.`);
      },
      async check({ signal } = {}) {
        const { system, devices } = await askJson(service, '/system_stats', stats, { signal });
        const used = Object.values(workflows).flatMap((template) => Object.values(template?.workflow ?? {}));
        for (const type of new Set(used.map(({ class_type }) => class_type))) {
          const path = `/object_info/${encodeURIComponent(type)}`;
          const known = await askJson(service, path, z.record(z.string(), z.unknown()), { signal });
          if (type in known) continue;
          const message = `ComfyUI has no node “${type}”, which your workflow needs. Install it with the ComfyUI-Manager.`;
          throw new KinoraError('provider.unavailable', message);
        }
        const device = devices[0]?.name ?? 'its processor';
        return {
          message: `ComfyUI ${system.comfyui_version ?? ''} answers and computes on ${device}.`.replace('  ', ' '),
        };
      },
      async [Symbol.asyncDispose]() {},
    };
  },
};
