import type { CapabilityName } from '@kinora/capabilities';
import type { ModelView } from '@kinora/capabilities/setup';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/client.ts';
import { messagesOf } from '../story/field-errors.ts';
import { Fault } from '../ui/fault.tsx';
import { SwitchRow } from '../ui/switch-row.tsx';
import { Done } from './done.tsx';
import { fieldProblems } from './field-problems.ts';
import { useSetup } from './use-setup.ts';
import { capabilityWords } from './words.ts';

/** Takes a model that lies on this machine already. */
export function ImportForm({ purposes }: { purposes: readonly CapabilityName[] }) {
  const { actions } = useSetup();
  const [path, setPath] = useState('');
  const [title, setTitle] = useState('');
  const [purpose, setPurpose] = useState('');
  const [link, setLink] = useState(false);
  const take = useMutation({
    mutationFn: () =>
      call<ModelView>('/models/import', {
        method: 'POST',
        body: { path: path.trim(), link, ...(title.trim() && { title: title.trim() }), ...(purpose && { purpose }) },
      }),
    async onSuccess() {
      setPath('');
      setTitle('');
      await actions.refresh();
    },
  });
  const problems = fieldProblems(take.error);
  const general = take.error && !problems.has('path') && !problems.has('purpose') ? messagesOf(take.error) : [];
  return (
    <section className="border-t border-aisle pt-8" aria-labelledby="import">
      <h2 id="import">Bring a model of your own</h2>
      <p className="mt-1 mb-4 max-w-[640px] text-small text-ink-2">
        A folder or a file on the machine where Kinora runs. What it is, Kinora sees from its files.
      </p>
      <form
        className="grid max-w-[640px] gap-5"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          take.mutate();
        }}
      >
        <label className="field">
          <span>Where it lies</span>
          <input
            className="input"
            value={path}
            placeholder="/home/me/models/story-writer.gguf"
            spellCheck={false}
            autoComplete="off"
            aria-invalid={problems.has('path')}
            onChange={(event) => setPath(event.target.value)}
          />
          {problems.has('path') && <Fault>{problems.get('path')}</Fault>}
        </label>
        <div className="grid gap-5 min-[480px]:grid-cols-2">
          <label className="field">
            <span>
              Name <span className="font-normal text-ink-3">· if you like</span>
            </span>
            <input className="input" value={title} maxLength={80} onChange={(event) => setTitle(event.target.value)} />
          </label>
          <label className="field">
            <span>What it does</span>
            <select className="input" value={purpose} onChange={(event) => setPurpose(event.target.value)}>
              <option value="">Seen from its files</option>
              {purposes.map((each) => (
                <option key={each} value={each}>
                  {capabilityWords[each].title}
                </option>
              ))}
            </select>
            {problems.has('purpose') && <Fault>{problems.get('purpose')}</Fault>}
          </label>
        </div>
        <SwitchRow
          label="Leave it where it is"
          hint="Saves disk; it must stay there. Otherwise it is copied."
          checked={link}
          onChange={setLink}
        />
        {general.length > 0 && <Fault>{general.join(' ')}</Fault>}
        <div className="line">
          <button className="button" aria-busy={take.isPending}>
            {take.isPending ? 'Looking at it…' : 'Bring it in'}
          </button>
          <span aria-live="polite" className="text-small text-well">
            {take.data && !take.isPending && <Done>{take.data.entry.title} was taken in</Done>}
          </span>
        </div>
      </form>
    </section>
  );
}
