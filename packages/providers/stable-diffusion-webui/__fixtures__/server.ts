import { samplePng, startWireServer } from '@kinora/capabilities/testing';
import type { WireServer } from '@kinora/capabilities/testing';

/** Name and password of the server's `--api-auth`. */
export const login = 'reader:moonlight-4711';

/** A Stable Diffusion server with two checkpoints; `steps` pictures of progress are shown while one is drawn. */
export async function startWebui(): Promise<WireServer> {
  let asked = 0;
  return await startWireServer(async (request) => {
    const { method, path, headers } = request;
    if (headers.authorization !== `Basic ${Buffer.from(login).toString('base64')}`) {
      return { status: 401, json: { detail: 'Incorrect username or password' } };
    }
    switch (`${method} ${path}`) {
      case 'GET /sdapi/v1/sd-models':
        return {
          json: [
            {
              title: 'v1-5-pruned-emaonly.safetensors [6ce0161689]',
              model_name: 'v1-5-pruned-emaonly',
              hash: '6ce0161689',
              sha256: '6ce0161689b3853acaa03779ec93eafe75a02f4ced659bee03f50797806fa2fa',
              filename: '/models/Stable-diffusion/v1-5-pruned-emaonly.safetensors',
              config: null,
            },
            { title: 'sdxl.safetensors', model_name: 'sdxl', hash: null, sha256: null, filename: '/m', config: null },
          ],
        };
      case 'GET /sdapi/v1/samplers':
        return { json: [{ name: 'Euler a', aliases: ['k_euler_a'], options: {} }] };
      case 'GET /sdapi/v1/progress':
        asked += 1;
        return {
          json: {
            progress: asked / 20,
            eta_relative: 3.2,
            state: { skipped: false, interrupted: false, job: 'task', sampling_step: asked, sampling_steps: 20 },
            current_image: Buffer.from(samplePng({ width: 8, height: 8 })).toString('base64'),
            textinfo: null,
          },
        };
      case 'POST /sdapi/v1/interrupt':
        return { json: {} };
      case 'POST /sdapi/v1/txt2img':
      case 'POST /sdapi/v1/img2img': {
        const body = request.json() as { width: number; height: number; seed: number };
        // A picture is there once its progress was asked for, or at once when nobody asks.
        for (let turn = 0; turn < 40 && asked === 0; turn++) await new Promise((resolve) => setImmediate(resolve));
        const { width, height, seed } = body;
        const picture = samplePng({ width: width + (seed % 2), height });
        return {
          json: {
            images: [Buffer.from(picture).toString('base64')],
            parameters: body,
            info: JSON.stringify({ seed, all_seeds: [seed], width, height }),
          },
        };
      }
      default:
        return undefined;
    }
  });
}
