import type { CatalogueEntry } from '@kinora/capabilities';
import type { HardwareView, ModelView } from '@kinora/capabilities/setup';

/** How a model suits this machine, and if badly, why. */
export type Fit = ModelView['fit'];

/** Main memory that the system and Kinora itself keep. */
const reservedBytes = 2_000_000_000;

/**
 * Whether a model suits this machine: `no` when it doesn't fit into memory or wants another processor, `slow` when it
 * would keep people waiting. Room on the disk is judged when it is installed.
 */
export function fitOf(entry: CatalogueEntry, hardware: HardwareView): Fit {
  const card = graphicsCard(entry, hardware);
  if (card) return { level: 'good', note: `Runs on ${card.name}.` };
  if (entry.defaults['device'] === 'cuda') {
    return { level: 'no', note: `Needs an NVIDIA card with ${gigabytes(entry.memoryBytes)} of memory.` };
  }
  const main = hardware.devices.find(({ id }) => id === 'cpu')?.memoryBytes ?? null;
  if (main !== null && entry.memoryBytes > main - reservedBytes) {
    return {
      level: 'no',
      note: `Needs ${gigabytes(entry.memoryBytes)} of memory beside the system's; this machine has ${gigabytes(main)} in all.`,
    };
  }
  return onProcessor(entry, Math.max(1, hardware.cpu.physicalCores));
}

/** The first graphics card that the model's runtime can use and whose memory holds it. */
function graphicsCard(entry: CatalogueEntry, { devices }: HardwareView): HardwareView['devices'][number] | undefined {
  return devices.find(
    (device) =>
      device.id !== 'cpu' &&
      // An integrated one has no memory of its own and is hardly faster than the processor.
      !('kind' in device && device.kind === 'integrated') &&
      (entry.defaults['device'] !== 'cuda' || device.id.startsWith('cuda')) &&
      device.runtimes.includes(entry.runtime) &&
      (device.memoryBytes ?? 0) >= entry.memoryBytes,
  );
}

/** Rules of thumb for the processor, from measurements on two cores. */
function onProcessor(entry: CatalogueEntry, cores: number): Fit {
  if (entry.format === 'gguf') {
    // Each token reads the whole model: 4.5 GB/s a core until the memory's 25 GB/s are used up. Four tokens a second
    // are as quick as a story is read aloud.
    const tokensPerSecond = Math.min(cores * 4.5, 25) / (entry.bytes / 1e9);
    if (tokensPerSecond >= 4) return { level: 'good' };
    const perSecond = Math.max(1, Math.round(tokensPerSecond * 0.75));
    return { level: 'slow', note: `About ${perSecond === 1 ? 'one word' : `${perSecond} words`} a second here.` };
  }
  if (entry.format === 'diffusers') {
    const { steps, guidance, scheduler } = entry.defaults;
    // Guidance computes each step twice, but a consistency model has it built in.
    const passes = Number(steps ?? 20) * (Number(guidance ?? 0) > 1 && scheduler !== 'lcm' ? 2 : 1);
    const seconds = Math.round((passes * 13 + 20) / cores);
    return { level: seconds <= 60 ? 'good' : 'slow', note: `About ${seconds} s a picture here.` };
  }
  if (entry.format === 'whisper' && entry.memoryBytes >= 2.5e9 && cores < 8) {
    return { level: 'slow', note: 'Takes longer than the recording lasts on this processor.' };
  }
  if (entry.format === 'interpolation' && cores < 16) {
    return { level: 'slow', note: 'Takes seconds a frame without a graphics card.' };
  }
  return { level: 'good' };
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}
