import { startWireServer } from '@kinora/capabilities/testing';
import type { WireAnswer, WireRequest, WireServer } from '@kinora/capabilities/testing';
import { createCanvas } from '@napi-rs/canvas';

type Nodes = Record<string, { class_type: string; inputs: Record<string, unknown> }>;
type Output = { filename: string; subfolder: string; type: string };

/** Checkpoints in its models folder. */
export const checkpoints = ['dreamshaper_8.safetensors', 'sdxl_turbo.safetensors', 'svd_xt.safetensors'];

/**
 * A ComfyUI that runs every workflow at once. Its pictures have the size of the latent image, its videos three frames in the
 * colours of the seed. `files` are what workflows make instead.
 */
export async function startComfy(options: { files?: Record<string, Uint8Array> } = {}): Promise<WireServer> {
  const runs = new Map<string, Record<string, { images: Output[] }>>();
  return await startWireServer((request) => {
    const { method, path, query } = request;
    switch (`${method} ${path}`) {
      case 'GET /system_stats':
        return {
          json: {
            system: { os: 'posix', comfyui_version: '0.3.71', python_version: '3.12' },
            devices: [{ name: 'cuda:0 NVIDIA GeForce RTX 4070', type: 'cuda', vram_total: 12_878_086_144 }],
          },
        };
      case 'GET /object_info/CheckpointLoaderSimple':
        return {
          json: {
            CheckpointLoaderSimple: {
              input: { required: { ckpt_name: [checkpoints, { tooltip: 'The checkpoint.' }] } },
            },
          },
        };
      case 'POST /upload/image': {
        const [, name = ''] = /filename="([^"]+)"/.exec(request.body.toString('latin1')) ?? [];
        return { json: { name, subfolder: 'kinora', type: 'input' } };
      }
      case 'POST /prompt':
        return run(request, { runs, files: Object.keys(options.files ?? {}) });
      case 'GET /queue':
        return { json: { queue_running: [], queue_pending: [] } };
      case 'POST /queue':
      case 'POST /interrupt':
        return { body: '' };
      case 'GET /view': {
        const name = query.get('filename') ?? '';
        return { headers: { 'content-type': 'image/png' }, body: options.files?.[name] ?? paint(name) };
      }
      default: {
        const id = path.replace('/history/', '');
        const outputs = runs.get(id);
        if (path.startsWith('/object_info/')) {
          const type = decodeURIComponent(path.slice(13));
          return { json: /^[A-Z]/.test(type) ? { [type]: { input: {} } } : {} };
        }
        if (!path.startsWith('/history/')) return undefined;
        const status = { status_str: 'success', completed: true, messages: [['execution_success', { prompt_id: id }]] };
        return { json: outputs ? { [id]: { prompt: [], outputs, status, meta: {} } } : {} };
      }
    }
  });
}

type Runs = { runs: Map<string, Record<string, { images: Output[] }>>; files: string[] };

function run(request: WireRequest, { runs, files }: Runs): WireAnswer {
  const { prompt } = request.json() as { prompt: Nodes };
  const nodes = Object.entries(prompt);
  for (const [id, { class_type, inputs }] of nodes) {
    const name = inputs['ckpt_name'];
    if (typeof name !== 'string' || checkpoints.includes(name)) continue;
    return {
      status: 400,
      json: {
        error: {
          type: 'prompt_outputs_failed_validation',
          message: 'Prompt outputs failed validation',
          details: '',
          extra_info: {},
        },
        node_errors: {
          [id]: {
            errors: [
              {
                type: 'value_not_in_list',
                message: 'Value not in list',
                details: `ckpt_name: '${name}' not in ${JSON.stringify(checkpoints)}`,
                extra_info: { input_name: 'ckpt_name', input_config: [checkpoints, {}], received_value: name },
              },
            ],
            dependent_outputs: ['7'],
            class_type,
          },
        },
      },
    };
  }
  const id = `e2b0c2a1-${runs.size}`;
  const input = (name: string) =>
    nodes.map(([, node]) => node.inputs[name]).find((value): value is number => typeof value === 'number');
  const [width, height, seed] = [input('width') ?? 64, input('height') ?? 64, input('seed') ?? 0];
  const isVideo = nodes.some(([, { class_type }]) => class_type === 'SVD_img2vid_Conditioning');
  const names = isVideo ? [0, 1, 2].map((frame) => `64x36-${seed + frame}.png`) : [`${width}x${height}-${seed}.png`];
  const images = (files.length > 0 ? files : names).map((filename) => ({ filename, subfolder: '', type: 'temp' }));
  runs.set(id, { '7': { images } });
  return { json: { prompt_id: id, number: runs.size, node_errors: {} } };
}

function paint(name: string): Uint8Array {
  const [, width = '64', height = '64', seed = '0'] = /^(\d+)x(\d+)-(\d+)/.exec(name) ?? [];
  const canvas = createCanvas(Number(width), Number(height));
  const context = canvas.getContext('2d');
  context.fillStyle = `hsl(${(Number(seed) * 47) % 360}, 60%, 50%)`;
  context.fillRect(0, 0, canvas.width, canvas.height);
  return canvas.toBuffer('image/png');
}
