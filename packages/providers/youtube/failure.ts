import { KinoraError } from '@kinora/capabilities';
import { failureOfAnswer } from '@kinora/capabilities/remote';
import type { FailedAnswer, ServiceFacts } from '@kinora/capabilities/remote';

/** Google's reasons for which waiting helps. */
const busy = new Set([
  'rateLimitExceeded',
  'userRateLimitExceeded',
  'backendError',
  'internalError',
  'processingFailure',
]);
/** Reasons for which the day's allowance is used up. */
const usedUp = new Set(['quotaExceeded', 'dailyLimitExceeded', 'uploadLimitExceeded', 'uploadRateLimitExceeded']);

const advice: Record<string, string> = {
  youtubeSignupRequired: 'This Google account has no YouTube channel yet. Make one at youtube.com, then try again.',
  accessNotConfigured: 'Switch the YouTube Data API v3 on in your Google Cloud project (APIs & Services → Library).',
  insufficientPermissions:
    'The sign-in doesn’t cover this. Sign in by the browser instead of by a code, and agree to everything that is asked.',
  forbidden: 'The channel may not do this. Thumbnails of one’s own need a verified phone number (youtube.com/verify).',
  videoNotFound: 'The video is not on the channel any more.',
  playlistNotFound: 'There is no such playlist any more; choose another.',
  invalidTitle: 'YouTube refuses the title; write another.',
  invalidDescription: 'YouTube refuses the description; write another.',
  invalidTags: 'YouTube refuses the tags; change them.',
  mediaBodyRequired: 'YouTube got an empty file.',
};

/** What Google says, as an error of ours. Its `data.status` and `data.reason` tell callers which. */
export function failureOfGoogle(answer: FailedAnswer, service: ServiceFacts): KinoraError {
  const { status, body } = answer;
  const reason = readReason(body);
  const data = { status, ...(reason !== undefined && { reason }) };
  if (reason === 'invalid_client' || reason === 'unauthorized_client') {
    return new KinoraError(
      'provider.unavailable',
      'Google doesn’t know this OAuth client. Copy client ID and secret from the Google Cloud console again.',
      { data },
    );
  }
  if (reason === 'invalid_grant' || status === 401) {
    return new KinoraError('auth.required', 'YouTube doesn’t accept the sign-in any more. Sign in to YouTube again.', {
      data,
    });
  }
  if (reason !== undefined && usedUp.has(reason)) {
    return new KinoraError(
      'provider.quota',
      'The day’s allowance of your Google Cloud project or channel is used up. Try again after midnight in California; what was sent is kept.',
      { data },
    );
  }
  if (reason !== undefined && reason in advice) {
    const code = status === 404 ? 'resource.missing' : status === 400 ? 'provider.refused' : 'provider.unavailable';
    return new KinoraError(code, advice[reason]!, { data });
  }
  const known = failureOfAnswer(answer, service);
  const isBusy = status >= 500 || (reason !== undefined && busy.has(reason));
  return new KinoraError(known.code, known.message, {
    isRetryable: known.isRetryable || isBusy,
    data,
    ...(known.retryAfter !== undefined && { retryAfter: known.retryAfter }),
  });
}

/** The reason in an error of the API (`error.errors[0].reason`) or of the token endpoint (`error`). */
function readReason(body: string): string | undefined {
  try {
    const { error } = JSON.parse(body) as { error?: string | { errors?: { reason?: string }[]; status?: string } };
    return typeof error === 'string' ? error : (error?.errors?.[0]?.reason ?? error?.status);
  } catch {
    return undefined;
  }
}
