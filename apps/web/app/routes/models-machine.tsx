import type { MetaFunction } from 'react-router';
import { DiskBar } from '../models/disk-bar.tsx';
import { Hardware } from '../models/hardware.tsx';
import { LocalProviders } from '../models/local-providers.tsx';
import { LoadedModels } from '../models/loaded-models.tsx';
import { RuntimeList } from '../models/runtime-list.tsx';
import { useSetup } from '../models/use-setup.ts';
import { machineWords } from '../models/words.ts';

export const meta: MetaFunction = () => [{ title: 'This machine · Kinora' }];

/** What this machine has, what is in its memory now, and the programs that run models. */
export default function ModelsMachine() {
  const { models } = useSetup();
  return (
    <>
      <div className="head">
        <div className="stack max-w-[760px] gap-3">
          <h1>This machine</h1>
          <p className="lead">{machineWords(models.hardware)}.</p>
        </div>
        <DiskBar models={models} />
      </div>
      <div className="models-two">
        <div className="grid content-start gap-10">
          <LoadedModels processes={models.processes} models={models.models} />
          <RuntimeList runtimes={models.runtimes} />
          <LocalProviders />
        </div>
        <Hardware hardware={models.hardware} runtimes={models.runtimes} />
      </div>
    </>
  );
}
