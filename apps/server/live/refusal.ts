import { isKinoraError } from '@kinora/capabilities';
import type { AdmissionEstimate, LiveProblem, Refusal } from '@kinora/studios/live-style/schema';

/** A refusal with its figures, in words. */
export function refuseBusy(estimate: AdmissionEstimate): LiveProblem {
  const { capacityFps, promisedFps, askedFps, sessions, offer } = estimate;
  const advice =
    offer === null
      ? 'Close a session, or paint on this device.'
      : `${offer.width} × ${offer.height} at ${offer.fps} frames a second would fit; or paint on this device.`;
  const message =
    `This machine paints about ${Math.round(capacityFps)} such frames a second. ${sessions} ` +
    `${sessions === 1 ? 'session has' : 'sessions have'} been promised ${Math.round(promisedFps)} of them, ` +
    `so ${askedFps} more would slow everybody. ${advice}`;
  return { code: 'provider.quota', reason: 'busy', message, estimate };
}

/** A refusal for what finding, asking or opening an engine threw. */
export function refuseFor(error: unknown): LiveProblem {
  if (!isKinoraError(error)) {
    return { code: 'internal.bug', reason: 'no-engine', message: 'Something in Kinora went wrong; try again.' };
  }
  const reasons: Partial<Record<string, Refusal>> = { 'request.unsafe': 'unsafe', 'request.invalid': 'unsupported' };
  return { code: error.code, reason: reasons[error.code] ?? 'no-engine', message: error.message };
}
