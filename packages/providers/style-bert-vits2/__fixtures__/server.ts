import { startWireServer } from '@kinora/capabilities/testing';
import type { WireServer } from '@kinora/capabilities/testing';
import { writeWav } from '@kinora/media/audio';

/** A Style-Bert-VITS2 server (`server_fastapi.py`) with one model of two styles and its usual limit of 100 characters. */
export async function startVoiceServer(): Promise<WireServer> {
  return await startWireServer(({ method, path, query }) => {
    switch (`${method} ${path}`) {
      case 'GET /models/info':
        return {
          json: {
            '0': {
              config_path: 'model_assets/koharune-ami/config.json',
              model_path: 'model_assets/koharune-ami/koharune-ami.safetensors',
              device: 'cpu',
              spk2id: { 'koharune-ami': 0 },
              id2spk: { '0': 'koharune-ami' },
              style2id: { Neutral: 0, るんるん: 1 },
            },
          },
        };
      case 'POST /voice': {
        const text = query.get('text') ?? '';
        if (text.length > 100) {
          const detail = [{ type: 'string_too_long', loc: ['query', 'text'], msg: 'At most 100 characters' }];
          return { status: 422, json: { detail } };
        }
        const length = Math.round(text.length * 4_410 * Number(query.get('length')));
        const samples = Float32Array.from({ length }, (_, index) => 0.3 * Math.sin(index / 20));
        return {
          headers: { 'content-type': 'audio/wav' },
          body: writeWav({ channels: [samples], sampleRate: 44_100 }),
        };
      }
      default:
        return undefined;
    }
  });
}
