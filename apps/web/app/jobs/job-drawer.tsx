import { Activity, X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useState } from 'react';
import { isActive } from '../api/types.ts';
import { JobRow } from './job-row.tsx';
import { useJobs } from './use-jobs.ts';
import { Fault } from '../ui/fault.tsx';

/** What Kinora is doing, from every page. */
export function JobDrawer() {
  const [isOpen, setOpen] = useState(false);
  const jobs = useJobs();
  const active = jobs.data?.filter(isActive).length ?? 0;
  const label = active === 0 ? 'What Kinora is doing' : `What Kinora is doing: ${active} running`;

  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <Dialog.Trigger className="button button--icon relative" aria-label={label}>
        <Activity className="icon" aria-hidden />
        {active > 0 && (
          <span className="num absolute right-1 top-1 grid min-w-[20px] place-items-center rounded-full bg-lamp px-1 text-tiny leading-5 font-extrabold text-lamp-ink">
            {active}
          </span>
        )}
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="veil" />
        <Dialog.Content className="drawer" aria-describedby={undefined}>
          <div className="mb-2 flex items-center justify-between">
            <Dialog.Title>What Kinora is doing</Dialog.Title>
            <Dialog.Close className="button button--icon -mr-3" aria-label="Close">
              <X className="icon" aria-hidden />
            </Dialog.Close>
          </div>
          {jobs.isPending && <div className="ghost h-24" aria-label="Loading" />}
          {jobs.error && <Fault>{jobs.error.message}</Fault>}
          {jobs.data?.length === 0 && (
            <p className="text-ink-2">
              Nothing yet. What is being made, and what has just been finished, shows up here.
            </p>
          )}
          {jobs.data && jobs.data.length > 0 && (
            <ul className="rows">
              {jobs.data.slice(0, 20).map((job) => (
                <JobRow key={job.id} job={job} onLeave={() => setOpen(false)} />
              ))}
            </ul>
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
