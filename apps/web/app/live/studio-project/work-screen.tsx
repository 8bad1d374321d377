import type { LiveStyleWork } from '@kinora/studios/live-style/schema';
import { assetUrl } from '../../api/client.ts';
import type { LiveWorkSummary } from '../../api/types.ts';

type WorkScreenProps = { work: LiveWorkSummary; result: LiveStyleWork | null };

/** What there is to see: the film, as soon as it can be watched, or the picture; until then its place. */
export function WorkScreen({ work, result }: WorkScreenProps) {
  const { video, recording, picture, thumbnail } = result?.outputs ?? {};
  const film = video ?? recording;
  const { width, height } = result?.facts ?? work;
  const ratio = width > 0 && height > 0 ? width / height : 1;
  // As large as the window lets it be, before a player knows its film, too; small films aren't blown up.
  const shape = { aspectRatio: ratio, width: `min(100%, ${72 * ratio}vh, ${Math.max(width, 640)}px)` };
  const className = 'mx-auto block rounded-2';
  if (film) {
    return (
      <video
        key={film.asset}
        className={`${className} bg-black`}
        style={shape}
        src={assetUrl(film)}
        poster={thumbnail && assetUrl(thumbnail)}
        aria-label={work.title}
        controls
        playsInline
        preload="metadata"
      >
        {/* A recording's own sound has no captions. */}
        <track kind="captions" />
      </video>
    );
  }
  if (picture) {
    return <img className={className} style={shape} src={assetUrl(picture)} alt={work.title} />;
  }
  return <div className={`${className} bg-(--seat) ${work.state === 'making' ? 'painting' : ''}`} style={shape} />;
}
