import { Link } from 'react-router';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../words.ts';
import type { ServiceState } from './use-service.ts';

type ServiceSetupProps = {
  name: string;
  state: Exclude<ServiceState, 'ready'>;
  problem: string | null;
  /** Page with its settings. */
  settings: string;
  steps: readonly string[];
};

/** A service that isn't ready yet: how it is set up, and where. */
export function ServiceSetup({ name, state, problem, settings, steps }: ServiceSetupProps) {
  const { words } = useWords();
  const text = words.publish.service;
  if (state === 'loading') return <div className="ghost h-24" aria-label={words.common.loading} />;
  if (state === 'getting-ready')
    return (
      <p className="text-small text-ink-2" aria-live="polite">
        {text.getting}
      </p>
    );
  return (
    <>
      {problem && (
        <Notice tone="air" title={words.common.failed}>
          <span lang="en">{problem}</span>
        </Notice>
      )}
      <p className="font-bold">{state === 'off' ? text.off : text.notSetUp}</p>
      {state === 'absent' && (
        <ol className="setup-steps">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      <p>
        <Link className="button button--small" to={settings}>
          {state === 'off' ? text.toSettings : text.setUp(name)}
        </Link>
      </p>
    </>
  );
}
