import { BookOpen, Download, EllipsisVertical, Film, Pencil, Trash2 } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { Link } from 'react-router';
import { outputUrl } from '../api/client.ts';
import type { StorySummary } from '../api/types.ts';

type BookMenuProps = { story: StorySummary; onRename: () => void; onDelete: () => void };

/** What can be done with a book on the shelf. */
export function BookMenu({ story, onRename, onDelete }: BookMenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="button button--icon button--small" aria-label={`More for ${story.title}`}>
        <EllipsisVertical className="icon" aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4}>
          {story.state === 'ready' && (
            <>
              <DropdownMenu.Item asChild>
                <Link className="menu__item" to={`/read/${story.id}`}>
                  <BookOpen className="icon" aria-hidden />
                  Read together
                </Link>
              </DropdownMenu.Item>
              <DropdownMenu.Item asChild>
                <a className="menu__item" href={outputUrl(story.id, 'video')} download>
                  <Film className="icon" aria-hidden />
                  Save the film
                </a>
              </DropdownMenu.Item>
              <DropdownMenu.Item asChild>
                <a className="menu__item" href={outputUrl(story.id, 'epub')} download>
                  <Download className="icon" aria-hidden />
                  Save the e-book
                </a>
              </DropdownMenu.Item>
            </>
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
