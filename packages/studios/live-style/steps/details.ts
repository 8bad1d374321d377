import type { FrameStyle } from '@kinora/capabilities';
import type { Provenance } from '@kinora/media/documents';

/** Who paints: named in every file. */
export const painterIdentity = 'builtin/painters@1';

/**
 * What every file says about how it was made.
 * @param options.engine Who painted. Default Kinora's own painters, which follow rules and were not trained.
 */
export function provenanceOf(
  title: string,
  { look, prompt }: FrameStyle,
  { engine = painterIdentity } = {},
): Provenance {
  return {
    title,
    language: 'en',
    sourceType: engine.startsWith('builtin/') ? 'algorithmicMedia' : 'compositeWithTrainedAlgorithmicMedia',
    generator: 'Kinora',
    models: [engine],
    createdAt: new Date(),
    description: `Moving pictures painted over by a program: ${[look.replaceAll('-', ' '), prompt].filter(Boolean).join(', ')}`,
  };
}
