import type { Story } from '@kinora/studios/story/schema';
import { assetUrl } from '../api/client.ts';

type FilmProps = { story: Story; ratio: string };

/** The story as a film, with captions to switch on. */
export function Film({ story, ratio }: FilmProps) {
  const { video, cover, captions } = story.outputs;
  if (!video) return null;
  return (
    <div className="screen">
      <div
        className="screen__frame"
        style={cover ? { ['--picture' as string]: `url("${assetUrl(cover)}")` } : undefined}
      >
        <video
          key={video.asset}
          className="screen__picture bg-black"
          controls
          playsInline
          preload="metadata"
          src={assetUrl(video)}
          poster={cover && assetUrl(cover)}
          style={{ aspectRatio: ratio }}
          aria-label={`Film of ${story.title}`}
        >
          <track
            kind="captions"
            src={captions && assetUrl(captions)}
            srcLang={story.script.language}
            label="Captions"
          />
        </video>
      </div>
    </div>
  );
}
