import type { ProviderKindView, ProviderView } from '@kinora/capabilities/setup';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { Fault } from '../ui/fault.tsx';
import { SwitchRow } from '../ui/switch-row.tsx';
import { Done } from './done.tsx';

type SettingFieldProps = {
  field: ProviderKindView['fields'][number];
  value: string | boolean;
  /** Of a secret: where it comes from. */
  secret?: ProviderView['secrets'][string];
  problem?: string;
  onChange: (value: string | boolean) => void;
  /** Takes a stored secret away. */
  onForget?: () => void;
};

/** One field of a provider's form. A secret that is there shows where it comes from, never what it is. */
export function SettingField({ field, value, secret, problem, onChange, onForget }: SettingFieldProps) {
  const id = useId();
  const { label, help, kind, isRequired, placeholder, environment } = field;
  if (kind === 'toggle') return <SwitchRow label={label} hint={help} checked={value === true} onChange={onChange} />;
  const isThere = secret === 'stored' || secret === 'environment';
  const shared = {
    id,
    name: field.name,
    className: 'input',
    value: String(value),
    'aria-invalid': problem !== undefined,
    'aria-describedby': `${id}-help ${id}-problem`,
    'aria-required': isRequired === true && !isThere,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {isRequired !== true && kind !== 'choice' && <span className="font-normal text-ink-3"> · if you like</span>}
      </label>
      {kind === 'choice' ? (
        <select {...shared}>
          {field.choices?.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : kind === 'json' ? (
        <textarea {...shared} className="input py-3 font-mono" rows={3} spellCheck={false} placeholder={placeholder} />
      ) : (
        <input
          {...shared}
          type={kind === 'secret' ? 'password' : kind === 'url' ? 'url' : 'text'}
          inputMode={kind === 'number' ? 'decimal' : kind === 'url' ? 'url' : undefined}
          autoComplete={kind === 'secret' ? 'new-password' : 'off'}
          autoCapitalize="off"
          spellCheck={false}
          placeholder={isThere ? 'Stays as it is' : placeholder}
        />
      )}
      {isThere && (
        <p className="flex flex-wrap items-center gap-x-3 text-tiny text-well">
          <Done>
            {secret === 'stored'
              ? 'Stored here, encrypted. It is never shown again.'
              : `Comes from the environment${environment?.[0] ? ` (${environment.join(' or ')})` : ''}.`}
          </Done>
          {secret === 'stored' && onForget && (
            <button type="button" className="text-ink-2 underline" onClick={onForget}>
              Forget it
            </button>
          )}
        </p>
      )}
      {help && (
        <p id={`${id}-help`} className="text-tiny text-ink-3">
          {withLinks(help)}
          {environment?.[0] && !isThere && ` Or it comes from ${environment.join(' or ')} in the environment.`}
        </p>
      )}
      {problem && <Fault id={`${id}-problem`}>{problem}</Fault>}
    </div>
  );
}

/** Text with its addresses as links. */
function withLinks(text: string): ReactNode[] {
  return text.split(/(https:\/\/[^\s,]*[^\s,.])/).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <a key={part} href={part} target="_blank" rel="noreferrer">
        {part.slice('https://'.length)}
      </a>
    ),
  );
}
