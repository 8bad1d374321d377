import type { VistaView } from '@kinora/capabilities';
import type { VistaStage } from './vista-stage.ts';

/**
 * A world: for each composition a function that puts its layers on the stage, from the farthest to the nearest. It sets
 * `stage.key` first (where the light comes from), says where the thread goes with `stage.thread`, and leaves air, figures
 * and finish to the stage.
 */
export type WorldArtist = Record<VistaView, (stage: VistaStage) => void>;
