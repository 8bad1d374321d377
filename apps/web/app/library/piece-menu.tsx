import { BookOpen, Download, EllipsisVertical, Film, Image, Pencil, Trash2 } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { Link } from 'react-router';
import { lessonFileUrl, liveFileUrl, outputUrl, videoFileUrl } from '../api/client.ts';
import type { Project } from '../api/types.ts';

type PieceMenuProps = { project: Project; onRename: () => void; onDelete: () => void };

/** What can be done with something on the shelf. */
export function PieceMenu({ project, onRename, onDelete }: PieceMenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="button button--icon button--small" aria-label={`More for ${project.title}`}>
        <EllipsisVertical className="icon" aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4}>
          {project.studio === 'story' && project.state === 'ready' && (
            <>
              <DropdownMenu.Item asChild>
                <Link className="menu__item" to={`/read/${project.id}`}>
                  <BookOpen className="icon" aria-hidden />
                  Read together
                </Link>
              </DropdownMenu.Item>
              <Save href={outputUrl(project.id, 'video')} Icon={Film} words="Save the film" />
              <Save href={outputUrl(project.id, 'epub')} Icon={Download} words="Save the e-book" />
            </>
          )}
          {project.studio === 'music-video' && project.hasFilm && (
            <Save href={videoFileUrl(project.id, 'video')} Icon={Film} words="Save the film" />
          )}
          {project.studio === 'live-style' && project.state === 'ready' && (
            <Save
              href={liveFileUrl(project.id, project.kind === 'snapshot' ? 'picture' : 'video')}
              Icon={project.kind === 'snapshot' ? Image : Film}
              words={project.kind === 'snapshot' ? 'Save the picture' : 'Save the film'}
            />
          )}
          {project.studio === 'language' && project.items > 0 && (
            <Save href={lessonFileUrl(project.id, 'vocabulary-csv')} Icon={Download} words="Save the vocabulary" />
          )}
          <DropdownMenu.Item className="menu__item" onSelect={onRename}>
            <Pencil className="icon" aria-hidden />
            Rename
          </DropdownMenu.Item>
          <DropdownMenu.Item className="menu__item text-air" onSelect={onDelete}>
            <Trash2 className="icon" aria-hidden />
            Delete for good…
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Save({ href, Icon, words }: { href: string; Icon: LucideIcon; words: string }) {
  return (
    <DropdownMenu.Item asChild>
      <a className="menu__item" href={href} download>
        <Icon className="icon" aria-hidden />
        {words}
      </a>
    </DropdownMenu.Item>
  );
}
