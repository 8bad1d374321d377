import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { apiPathOf, call, pageOf } from '../api/client.ts';
import type { Project, Version } from '../api/types.ts';

type VersionListProps = { project: Pick<Project, 'studio' | 'id'>; newest: number; shown: number };

/** How a project was before, each to look at. */
export function VersionList({ project, newest, shown }: VersionListProps) {
  const versions = useQuery({
    queryKey: ['versions', project.id, newest],
    queryFn: ({ signal }) =>
      call<{ items: Version[] }>(`${apiPathOf(project.studio, project.id)}/versions`, { signal }).then(
        (answer) => answer.items,
      ),
    placeholderData: (previous) => previous,
  });
  if (!versions.data || versions.data.length < 2) return null;
  const sorted = versions.data.toSorted((a, b) => b.version - a.version);
  return (
    <section aria-labelledby="versions">
      <h2 id="versions" className="mb-3">
        Versions
      </h2>
      <ol className="rows">
        {sorted.map((version) => (
          <li key={version.version} className="flex min-h-[56px] items-center justify-between gap-4 py-2 text-small">
            <span className="min-w-0">
              <b>{version.change ? sentence(version.change) : `Version ${version.version}`}</b>
              <span className="block text-tiny text-ink-3">{whenOf(version.createdAt)}</span>
            </span>
            {version.version === shown ? (
              <span className="tag tag--lamp">Shown</span>
            ) : (
              <Link
                className="button button--small"
                to={version.version === newest ? pageOf(project) : `${pageOf(project)}?version=${version.version}`}
                preventScrollReset
              >
                View<span className="sr-only"> version {version.version}</span>
              </Link>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function whenOf(date: string): string {
  return new Date(date).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' });
}
