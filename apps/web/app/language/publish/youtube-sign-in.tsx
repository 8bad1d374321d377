import { Link } from 'react-router';
import { useWords } from '../words.ts';
import type { SignInStep, YoutubeConnection } from './wire.ts';

type YoutubeSignInProps = {
  /** While somebody is to agree on another device. */
  device: YoutubeConnection['device'];
  /** What was begun here. */
  begun: SignInStep | null;
  isBusy: boolean;
  settings: string;
  onSignIn: (method: SignInStep['method']) => void;
};

/** Two ways to sign in: in this browser, or with a code on another device. */
export function YoutubeSignIn({ device, begun, isBusy, settings, onSignIn }: YoutubeSignInProps) {
  const { words, locale } = useWords();
  const text = words.publish.youtube;
  return (
    <>
      {device && (
        <div className="stack gap-1 rounded-2 bg-seat px-5 py-4" aria-live="polite">
          <p className="text-small">{text.code}</p>
          <p>
            <a href={device.url} target="_blank" rel="noreferrer noopener">
              {device.url.replace('https://', '')}
            </a>
          </p>
          <p className="num font-serif text-section tracking-widest">{device.userCode}</p>
          <p className="text-tiny text-ink-3">
            {text.until(new Date(device.expiresAt).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' }))}
          </p>
        </div>
      )}
      {begun?.method === 'browser' && !device && (
        <div className="stack gap-1 rounded-2 bg-seat px-5 py-4 text-small" aria-live="polite">
          <p>{text.finish}</p>
          <p>
            <a href={begun.url} target="_blank" rel="noopener">
              {text.openSignIn}
            </a>
          </p>
        </div>
      )}
      <div className="stack gap-2">
        <p className="line">
          <button
            type="button"
            className="button button--small button--lamp"
            disabled={isBusy}
            aria-busy={isBusy}
            onClick={() => onSignIn('browser')}
          >
            {text.signIn}
          </button>
          <button
            type="button"
            className="button button--small"
            disabled={isBusy}
            aria-busy={isBusy}
            onClick={() => onSignIn('device')}
          >
            {text.signInDevice}
          </button>
          <Link className="button button--small button--bare" to={settings}>
            {words.publish.service.settings}
          </Link>
        </p>
        <p className="text-tiny text-ink-3">{text.signInHint}</p>
      </div>
    </>
  );
}
