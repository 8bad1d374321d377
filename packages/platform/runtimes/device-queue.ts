import { KinoraError } from '@kinora/capabilities';

/** Who computes: calls of one owner may run side by side as far as it can. */
export type Owner = { concurrency(): number };

/** Lets one model at a time compute on each device, in the order of asking. */
export type DeviceQueue = {
  /**
   * Waits for the device.
   * @returns Gives it back.
   * @throws KinoraError `job.cancelled` on abort.
   */
  acquire(device: string, owner: Owner, signal?: AbortSignal): Promise<() => void>;
  /** To be called when an owner can do more at once than before. */
  update(): void;
};

type Waiting = { owner: Owner; start: () => void };

/** Opens a queue for each device that is asked for. Devices of one name are one. */
export function createDeviceQueue(): DeviceQueue {
  const devices = new Map<string, { active: Owner[]; waiting: Waiting[] }>();

  const pump = (device: { active: Owner[]; waiting: Waiting[] }) => {
    for (let next = device.waiting[0]; next; next = device.waiting[0]) {
      const { owner } = next;
      const fits =
        device.active.length === 0 ||
        (device.active.every((each) => each === owner) && device.active.length < owner.concurrency());
      if (!fits) return;
      device.waiting.shift();
      device.active.push(owner);
      next.start();
    }
  };

  return {
    acquire(name, owner, signal) {
      const device = devices.get(name) ?? { active: [], waiting: [] };
      devices.set(name, device);
      return new Promise((resolve, reject) => {
        const cancel = () => {
          device.waiting = device.waiting.filter((each) => each !== entry);
          pump(device);
          reject(cancelled(signal));
        };
        const release = () => {
          const index = device.active.indexOf(owner);
          if (index >= 0) device.active.splice(index, 1);
          pump(device);
        };
        const entry: Waiting = {
          owner,
          start: () => {
            signal?.removeEventListener('abort', cancel);
            resolve(release);
          },
        };
        if (signal?.aborted) {
          reject(cancelled(signal));
          return;
        }
        signal?.addEventListener('abort', cancel, { once: true });
        device.waiting.push(entry);
        pump(device);
      });
    },
    update() {
      for (const device of devices.values()) pump(device);
    },
  };
}

/** Devices that are the same piece of hardware, whatever a runtime calls it, wait for each other. */
export function queueOf(device: string): string {
  const [kind = '', index = '0'] = device.split(':');
  return kind === 'cpu' ? 'cpu' : `gpu:${index}`;
}

/** The error of a call that was given up. */
export function cancelled(signal?: AbortSignal): KinoraError {
  return new KinoraError('job.cancelled', 'The model was told to stop.', { cause: signal?.reason });
}
