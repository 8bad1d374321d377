import { Check, Copy } from 'lucide-react';
import { useId, useRef, useState } from 'react';

type CopyFieldProps = {
  label: string;
  value: string;
  hint?: string;
  /** Shown as dots, and still copied. */
  isSecret?: boolean;
};

/** Something to take along: a link, an address, a token. */
export function CopyField({ label, value, hint, isSecret = false }: CopyFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);

  async function copy() {
    // Pages without https have no clipboard; then what is selected is copied the old way.
    input.current?.select();
    await (navigator.clipboard?.writeText(value) ?? Promise.resolve(document.execCommand('copy')));
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  }

  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="copy-field">
        <input
          ref={input}
          id={id}
          className="input"
          type={isSecret ? 'password' : 'text'}
          readOnly
          value={value}
          autoComplete="off"
          onFocus={(event) => event.target.select()}
        />
        <button type="button" className="button" onClick={() => void copy()} aria-label={`Copy: ${label}`}>
          {isCopied ? <Check className="icon" aria-hidden /> : <Copy className="icon" aria-hidden />}
          {isCopied ? 'Copied' : 'Copy'}
        </button>
      </div>
      {hint && <p className="text-tiny text-ink-3">{hint}</p>}
    </div>
  );
}
