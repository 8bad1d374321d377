import type { CapabilityName } from '@kinora/capabilities';
import { Link } from 'react-router';

/** Said where a local provider has no model to work with. */
export function NothingYet({ capability }: { capability: CapabilityName }) {
  return (
    <p className="text-small text-ink-2">
      No model for this is here yet. <Link to={`/models/catalogue?for=${capability}`}>Add one from the catalogue</Link>
    </p>
  );
}
