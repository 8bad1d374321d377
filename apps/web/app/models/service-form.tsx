import { ChevronRight } from 'lucide-react';
import type { ProviderKindView, ProviderView } from '@kinora/capabilities/setup';
import { useState } from 'react';
import { messagesOf } from '../story/field-errors.ts';
import { Fault } from '../ui/fault.tsx';
import { Done } from './done.tsx';
import { fieldProblems } from './field-problems.ts';
import { changeOf, settingsOf, valuesOf } from './provider-change.ts';
import { SettingField } from './setting-field.tsx';
import { useProvider } from './use-provider.ts';

type ServiceFormProps = {
  kind: ProviderKindView;
  /** Absent while it is set up for the first time. */
  provider?: ProviderView;
  /** The id it gets, by its name. */
  idFor: (title: string) => string;
  onSaved?: (saved: ProviderView) => void;
};

/** The settings of a provider, as its kind describes them. */
export function ServiceForm({ kind, provider, idFor, onSaved }: ServiceFormProps) {
  const [values, setValues] = useState(() => valuesOf(kind, provider?.settings ?? {}));
  const [title, setTitle] = useState(provider?.title ?? kind.title);
  const [isKept, setKept] = useState(false);
  const { save } = useProvider(provider?.id ?? idFor(title));
  const problems = fieldProblems(save.error);
  const general = save.error && ![...problems.keys()].some(isShown) ? messagesOf(save.error) : [];
  const basic = kind.fields.filter(
    ({ isRequired, kind: type }) => isRequired === true || type === 'secret' || type === 'url',
  );
  const more = kind.fields.filter((field) => !basic.includes(field));
  const hasProblemInMore = more.some(({ name }) => problemOf(name) !== undefined);

  function isShown(path: string): boolean {
    return path === 'title' || kind.fields.some(({ name }) => path === name || path === `settings.${name}`);
  }
  function problemOf(name: string): string | undefined {
    return problems.get(`settings.${name}`) ?? problems.get(name);
  }
  function put(settings: ProviderView['settings']) {
    const before = provider ? changeOf(provider) : { kind: kind.id, isOn: true, childConsent: false, budget: null };
    save.mutate(
      { ...before, title: title.trim() || kind.title, settings },
      {
        onSuccess(saved) {
          // What was typed into a secret field is gone from the page with the answer.
          setValues((now) => ({ ...now, ...valuesOf({ ...kind, fields: kind.fields.filter(isSecret) }, {}) }));
          setKept(true);
          onSaved?.(saved);
        },
      },
    );
  }
  const fields = (list: typeof basic) =>
    list.map((field) => (
      <SettingField
        key={field.name}
        field={field}
        value={values[field.name] ?? ''}
        {...(isSecret(field) && { secret: provider?.secrets[field.name] ?? 'missing' })}
        problem={problemOf(field.name)}
        onChange={(value) => {
          setKept(false);
          setValues({ ...values, [field.name]: value });
        }}
        onForget={() => put({ ...settingsOf(kind, values), [field.name]: '' })}
      />
    ));

  return (
    <form
      className="grid gap-5"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        put(settingsOf(kind, values));
      }}
    >
      {kind.isRepeatable && (
        <label className="field">
          <span>Name</span>
          <input
            className="input"
            value={title}
            maxLength={60}
            onChange={(event) => {
              setKept(false);
              setTitle(event.target.value);
            }}
          />
        </label>
      )}
      {fields(basic)}
      {basic.length === 0 && fields(more)}
      {basic.length > 0 && more.length > 0 && (
        <details className="fold" open={hasProblemInMore || undefined}>
          <summary>
            <ChevronRight className="icon" aria-hidden />
            More settings
          </summary>
          <div className="mt-4 grid gap-5">{fields(more)}</div>
        </details>
      )}
      {general.length > 0 && <Fault>{general.join(' ')}</Fault>}
      <div className="line">
        <button className={`button ${provider ? '' : 'button--lamp'}`} aria-busy={save.isPending}>
          {save.isPending ? 'Keeping it…' : provider ? 'Keep' : 'Keep and switch on'}
        </button>
        <span aria-live="polite" className="text-small text-well">
          {isKept && !save.isPending && !save.error && <Done>Kept</Done>}
        </span>
      </div>
    </form>
  );
}

function isSecret({ kind }: ProviderKindView['fields'][number]): boolean {
  return kind === 'secret';
}
