import type { MusicVideoEvent, OutputKind } from '@kinora/studios/music-video/schema';

const outputNames: Record<OutputKind, string> = {
  video: 'film',
  loop: 'loop',
  teaser: 'teaser',
  thumbnail: 'thumbnail',
  analysis: 'analysis',
  storyboard: 'storyboard',
};

/** Where the time of a music video goes, as fractions of the whole. */
const parts = {
  film: { listening: 0.03, planning: 0.04, painting: 0.12, filming: 0.9, joining: 0.97 },
  storyboard: { listening: 0.25, planning: 0.3, painting: 0.9, filming: 0.9, joining: 0.95 },
};

/**
 * Turns events into how far a job is and what it does now, for people: "listening", "painting 5 of 16", "filming 12 of 60".
 * @param options.hasFilm Whether the job makes a film; that takes most of the time.
 */
export function createProgress(
  report: (progress: number, step: string) => void,
  { hasFilm }: { hasFilm: boolean },
): (event: MusicVideoEvent) => void {
  const at = hasFilm ? parts.film : parts.storyboard;
  let scenes = 0;
  let painted = 0;
  let filmed = 0;
  return (event) => {
    switch (event.type) {
      case 'analysis-start':
        return report(0, 'listening');
      case 'analysis-progress':
        return report(at.listening * event.fraction, 'listening');
      case 'analysis-end':
        return report(at.listening, 'planning');
      case 'storyboard-start':
        scenes = event.storyboard.scenes.length;
        return report(at.planning, `painting 1 of ${scenes}`);
      case 'picture-end':
        painted += 1;
        // While the first takes are filmed, later pictures are painted.
        if (filmed > 0) return;
        return report(
          at.planning + ((at.painting - at.planning) * painted) / event.total,
          `painting ${Math.min(painted + 1, event.total)} of ${event.total}`,
        );
      case 'film-start':
        if (painted === scenes) report(at.painting, `filming 1 of ${event.takes.length}`);
        return;
      case 'take-end':
        filmed += 1;
        return report(
          at.painting + ((at.filming - at.painting) * filmed) / event.total,
          `filming ${Math.min(filmed + 1, event.total)} of ${event.total}`,
        );
      case 'film-end':
        return report(at.filming, 'joining');
      case 'output-start':
        return report(
          event.output === 'video' ? at.filming : at.joining,
          event.output === 'video' ? 'joining' : `making the ${outputNames[event.output]}`,
        );
      case 'output-progress':
        if (event.output === 'video')
          report(at.filming + (at.joining - at.filming) * event.fraction, filmed > 0 ? 'joining' : 'making the film');
    }
  };
}
