import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { CopyField } from './copy-field.tsx';
import { QrCode } from './qr-code.tsx';
import type { Broadcast } from './types.ts';

type ShareCardProps = {
  broadcast: Broadcast;
  /** Makes the old link useless. */
  onRenew: (role: 'publisher' | 'viewer') => Promise<void>;
};

/** How others come to watch: link, QR code, the page for OBS, and how to lock them out again. */
export function ShareCard({ broadcast, onRenew }: ShareCardProps) {
  const [isRenewing, setRenewing] = useState(false);
  const [link = ''] = broadcast.watch.links;

  async function renew(role: 'publisher' | 'viewer') {
    setRenewing(true);
    await onRenew(role).finally(() => setRenewing(false));
  }

  return (
    <div className="grid gap-5">
      <div className="share">
        <QrCode text={link} label="QR code of the link to watch" />
        <div className="grid min-w-0 gap-4">
          <CopyField
            label="Link to watch"
            value={link}
            hint={
              broadcast.isShared
                ? 'Works in your network. Whoever has it can watch, without an account.'
                : 'Works on this machine only. To let phones and others in your network watch, start Kinora with KINORA_VIEWERS_PORT=4851.'
            }
          />
          <div>
            <button
              type="button"
              className="button button--small"
              aria-busy={isRenewing}
              onClick={() => void renew('viewer')}
            >
              New link; the old one stops working
            </button>
          </div>
        </div>
      </div>
      <details className="fold">
        <summary>
          <ChevronRight className="icon" aria-hidden />
          OBS and other programs
        </summary>
        <div className="mt-4 grid gap-5">
          <CopyField
            label="Picture alone, for a browser source in OBS"
            value={link.replace('#', '?clean#')}
            hint="Nothing but the picture, at its own size, with sound."
          />
          <CopyField
            label="WHIP address, to send from OBS instead"
            value={new URL(broadcast.publish.url, globalThis.location?.href ?? 'http://localhost').href}
            hint="Settings → Stream → Service: WHIP. Whoever sends there takes this page’s place."
          />
          <CopyField label="Bearer token for it" value={broadcast.publish.token} isSecret />
          <div>
            <button
              type="button"
              className="button button--small"
              aria-busy={isRenewing}
              onClick={() => void renew('publisher')}
            >
              New token; the old one stops working
            </button>
          </div>
        </div>
      </details>
    </div>
  );
}
