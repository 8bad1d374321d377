import { randomBytes } from 'node:crypto';
import { isKinoraError, KinoraError } from '@kinora/capabilities';
import type { DeviceSignIn, SignIn } from '@kinora/capabilities/publishing';
import { z } from 'zod';
import { reveal } from './client.ts';
import type { Google } from './client.ts';

/** All that Kinora does on a channel: upload, describe, thumbnails, captions, playlists. */
const scope = 'https://www.googleapis.com/auth/youtube.force-ssl';
/** What Google allows devices without a browser to ask for. It may not cover captions. */
const deviceScope = 'https://www.googleapis.com/auth/youtube';

const deviceAnswer = z.object({
  device_code: z.string(),
  user_code: z.string(),
  verification_url: z.url(),
  interval: z.number().default(5),
  expires_in: z.number(),
});
const tokenAnswer = z.object({ refresh_token: z.string() });

/** Begins a sign-in by the browser (OAuth 2.0 for desktop apps, RFC 8252) with PKCE (RFC 7636) and a state. */
export async function beginSignIn(google: Google, redirect: string): Promise<SignIn> {
  const { codeVerifier, codeChallenge = '' } = await google.oauth.generateCodeVerifierAsync();
  const state = randomBytes(24).toString('base64url');
  const url = google.oauth.generateAuthUrl({
    access_type: 'offline',
    // Without it Google gives a refresh token only the first time.
    prompt: 'consent',
    scope,
    state,
    redirect_uri: redirect,
    // The official client's type for this is an enum that is not exported.
    code_challenge_method: 'S256' as never,
    code_challenge: codeChallenge,
  });
  return { url, state, verifier: codeVerifier, redirect };
}

/** @returns The refresh token. */
export async function finishSignIn(google: Google, signIn: SignIn, code: string): Promise<string> {
  try {
    const { tokens } = await google.oauth.getToken({
      code,
      codeVerifier: signIn.verifier,
      redirect_uri: signIn.redirect,
    });
    if (tokens.refresh_token) return tokens.refresh_token;
  } catch (error) {
    const known = reveal(error);
    if (!isKinoraError(known) || known.code !== 'auth.required') throw known;
  }
  throw new KinoraError('auth.forbidden', 'Google didn’t complete the sign-in. Begin it again.');
}

/** Begins a sign-in on another device (RFC 8628). */
export async function beginDeviceSignIn(google: Google, clientId: string): Promise<DeviceSignIn> {
  const answer = deviceAnswer.parse(
    await google.post(google.endpoints.device, { client_id: clientId, scope: deviceScope }),
  );
  return {
    url: answer.verification_url,
    userCode: answer.user_code,
    deviceCode: answer.device_code,
    interval: answer.interval,
    expiresIn: answer.expires_in,
  };
}

/** @returns The refresh token, or null while the person hasn't agreed yet. */
export async function pollDeviceSignIn(
  google: Google,
  signIn: DeviceSignIn,
  client: { clientId: string; clientSecret: string | undefined },
): Promise<string | null> {
  try {
    const answer = await google.post(google.endpoints.token, {
      client_id: client.clientId,
      ...(client.clientSecret !== undefined && { client_secret: client.clientSecret }),
      device_code: signIn.deviceCode,
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    });
    return tokenAnswer.parse(answer).refresh_token;
  } catch (error) {
    const reason = isKinoraError(error) ? error.data['reason'] : undefined;
    if (reason === 'authorization_pending') return null;
    if (reason === 'slow_down') {
      throw new KinoraError('provider.quota', 'Google wants to be asked less often.', {
        isRetryable: true,
        retryAfter: 5,
      });
    }
    if (reason === 'access_denied')
      throw new KinoraError('auth.forbidden', 'The sign-in was refused on the other device. Begin it again.');
    if (reason === 'expired_token' || reason === 'invalid_grant')
      throw new KinoraError('auth.forbidden', 'The code is too old. Begin the sign-in again.');
    throw error;
  }
}
