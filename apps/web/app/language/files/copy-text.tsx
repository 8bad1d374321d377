import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { useWords } from '../words.ts';

type CopyTextProps = {
  label: string;
  lang: 'ja' | 'en';
  value: string;
  /** Characters that a platform takes. */
  most: number;
  /** How the platform counts; UTF-16 units when omitted. */
  countOf?: (text: string) => number;
  rows?: number;
  isReadOnly: boolean;
  onChange: (value: string) => void;
};

/** A text to publish: written here, counted as the platform counts it, and copied. */
export function CopyText({ label, lang, value, most, countOf, rows = 1, isReadOnly, onChange }: CopyTextProps) {
  const { words } = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const [isCopied, setCopied] = useState(false);
  const count = countOf?.(value) ?? value.length;

  async function copy() {
    // Pages without https have no clipboard; then what is selected is copied the old way.
    field.current?.select();
    await (navigator.clipboard?.writeText(value) ?? Promise.resolve(document.execCommand('copy')));
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  }

  return (
    <div className="field">
      <div className="flex items-end justify-between gap-3">
        <span className="font-bold text-ink-2">{label}</span>
        <span className="flex items-center gap-3">
          <span className={`num text-tiny ${count > most ? 'text-air' : 'text-ink-3'}`}>
            {count > most ? words.files.over(count - most) : words.files.count(count, most)}
          </span>
          <button
            type="button"
            className="button button--small button--bare -mr-2"
            aria-label={`${words.files.copy}: ${label}`}
            onClick={() => void copy()}
          >
            {isCopied ? <Check className="icon" aria-hidden /> : <Copy className="icon" aria-hidden />}
            <span aria-live="polite">{isCopied ? words.files.copied : words.files.copy}</span>
          </button>
        </span>
      </div>
      <textarea
        ref={field}
        className="input field-grows max-h-72 py-3"
        lang={lang}
        rows={rows}
        aria-label={label}
        readOnly={isReadOnly}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
