import type { StudioModels } from '@kinora/capabilities';
import { createBuiltinProvider } from '../packages/providers/builtin/index.ts';

/** The models that come with Kinora as a studio has them, for tests that make something real. Dispose them to end their processes. */
export function openBuiltinModels(): { models: Partial<StudioModels> } & AsyncDisposable {
  const { image, clip, moderator, describer, close } = createBuiltinProvider();
  return {
    models: {
      image,
      illustrator: image,
      clip,
      camera: clip,
      moderator,
      describer,
      identity: (capability) => (capability === 'image' ? 'builtin/illustrator@1' : `builtin/${capability}@1`),
    },
    [Symbol.asyncDispose]: close,
  };
}
