import type { LessonSummary, LiveWorkSummary, Project } from '../api/types.ts';

/** "4 pages · 2:38" or "3:12 · 16 pictures" – what is known about a project in one small line. */
export function projectFacts(project: Project): string {
  if (project.studio === 'live-style') return liveFacts(project);
  if (project.studio === 'language') return lessonFacts(project);
  const parts =
    project.studio === 'story'
      ? [project.scenes > 0 && `${project.scenes} pages`, project.seconds !== null && clock(project.seconds)]
      : [
          project.seconds > 0 && clock(project.seconds),
          project.scenes > 0 && `${project.scenes} pictures`,
          project.state === 'ready' && !project.hasFilm && 'no film yet',
        ];
  return parts.filter((part) => part !== false).join(' · ');
}

function lessonFacts({ seconds, items, recording }: LessonSummary): string {
  const parts = [
    seconds > 0 && clock(seconds),
    items > 0 && `${items} ${items === 1 ? 'item' : 'items'}`,
    recording === 'none' && 'words alone',
  ];
  return parts.filter((part) => part !== false).join(' · ');
}

function liveFacts({ kind, look, seconds }: LiveWorkSummary): string {
  const parts = [liveKinds[kind], look.replaceAll('-', ' '), seconds > 0 && clock(seconds)];
  return parts.filter((part) => part !== false).join(' · ');
}

const liveKinds = { video: 'painted video', recording: 'recording', snapshot: 'picture' } as const;

/** What a project is called, e.g. "story" or "music video". */
export function nameOf(project: Pick<Project, 'studio'>): string {
  return { story: 'story', 'music-video': 'music video', 'live-style': 'painted piece', language: 'recording' }[
    project.studio
  ];
}

/** Seconds as `2:38`, from an hour on as `1:02:38`. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole >= 3600)
    return `${Math.floor(whole / 3600)}:${String(Math.floor(whole / 60) % 60).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`;
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
