import type { InstallState } from '@kinora/capabilities/setup';
import { sizeOf, spanOf } from './words.ts';

const steps: Record<string, string> = {
  list: 'Looking what belongs to it',
  download: 'Fetching it',
  copy: 'Copying it',
  verify: 'Checking every byte',
  unpack: 'Unpacking it',
  probe: 'Trying it once',
};

/** What happens now, in words: `Fetching it · 208 MB of 325 MB · 4.1 MB a second · about 40 s left`. */
export function installWords(install: InstallState): string {
  if (install.state === 'waiting') return 'Waiting its turn';
  if (install.state === 'paused') return `Paused at ${partOf(install)}`;
  if (install.state !== 'installing') return '';
  const { step, doneBytes, totalBytes, bytesPerSecond } = install;
  const left = bytesPerSecond > 0 ? (totalBytes - doneBytes) / bytesPerSecond : 0;
  return [
    steps[step] ?? sentenceOf(step),
    totalBytes > 0 && step !== 'probe' ? partOf(install) : '',
    step === 'download' && bytesPerSecond > 0 ? `${sizeOf(bytesPerSecond)} a second` : '',
    step === 'download' && left > 1 ? `about ${spanOf(Math.round(left))} left` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** 0 to 1. */
export function installFraction(install: InstallState): number {
  if (install.state === 'installed') return 1;
  if (!('totalBytes' in install) || install.totalBytes === 0) return 0;
  return install.doneBytes / install.totalBytes;
}

function partOf({ doneBytes, totalBytes }: { doneBytes: number; totalBytes: number }): string {
  return totalBytes > 0 ? `${sizeOf(doneBytes)} of ${sizeOf(totalBytes)}` : sizeOf(doneBytes);
}

function sentenceOf(step: string): string {
  return step.charAt(0).toUpperCase() + step.slice(1);
}
