import type { HardwareView } from '@kinora/capabilities/setup';

/** A processor that models can run on, and what kind it is. */
export type Device = HardwareView['devices'][number] & {
  /** `unified`: a GPU that shares main memory and is meant for work, like Apple's; `integrated`: one that is not. */
  kind: 'cpu' | 'discrete' | 'unified' | 'integrated';
};

/** What this machine has, as the runtimes need to know it. */
export type Hardware = Omit<HardwareView, 'devices'> & {
  /** The processor comes last, behind all GPUs, the best GPU first. */
  devices: Device[];
};
