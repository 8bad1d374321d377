import type { MetaFunction } from 'react-router';
import { DiskBar } from '../models/disk-bar.tsx';
import { LeavingList } from '../models/leaving-list.tsx';
import { RouteList } from '../models/route-list.tsx';
import { useSetup } from '../models/use-setup.ts';
import { machineWords } from '../models/words.ts';
import { WorthAdding } from '../models/worth-adding.tsx';

export const meta: MetaFunction = () => [{ title: 'Models · Kinora' }];

/** Who does what, what is worth adding, and what leaves this machine. */
export default function ModelsOverview() {
  const { models } = useSetup();
  return (
    <>
      <div className="head">
        <div className="stack max-w-[760px] gap-3">
          <h1>This machine can do everything Kinora does</h1>
          <p className="lead">
            {machineWords(models.hardware)}. Models are extra: each one you add makes one thing better.
          </p>
        </div>
        <DiskBar models={models} />
      </div>
      <div className="models-two">
        <div className="grid content-start gap-12">
          <RouteList />
          <LeavingList />
        </div>
        <WorthAdding />
      </div>
    </>
  );
}
