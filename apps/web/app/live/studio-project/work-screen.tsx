import type { LiveStyleWork } from '@kinora/studios/live-style/schema';
import { assetUrl } from '../../api/client.ts';
import type { LiveWorkSummary } from '../../api/types.ts';

type WorkScreenProps = { work: LiveWorkSummary; result: LiveStyleWork | null };

/** What there is to see: the film, as soon as it can be watched, or the picture; until then its place. */
export function WorkScreen({ work, result }: WorkScreenProps) {
  const { video, recording, picture, thumbnail } = result?.outputs ?? {};
  const film = video ?? recording;
  const { width, height } = result?.facts ?? work;
  const shape = width > 0 && height > 0 ? { aspectRatio: `${width} / ${height}` } : { aspectRatio: '1' };
  const className = 'mx-auto block max-h-[72vh] max-w-full rounded-2 bg-black';
  if (film) {
    return (
      <video
        key={film.asset}
        className={className}
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
    return <img className={className} src={assetUrl(picture)} alt={work.title} width={width} height={height} />;
  }
  return (
    <div className={`w-full max-w-[512px] ${className} ${work.state === 'making' ? 'painting' : ''}`} style={shape} />
  );
}
