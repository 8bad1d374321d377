import { use } from 'react';
import { LocaleContext } from './words.ts';

const choices = [
  { value: 'ja', label: '日本語' },
  { value: 'en', label: 'English' },
] as const;

/** In which language the studio speaks. */
export function LanguageSwitch() {
  const { locale, setLocale } = use(LocaleContext);
  return (
    <fieldset className="pair" aria-label={locale === 'ja' ? '表示する言語' : 'Language of these pages'}>
      {choices.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          lang={value}
          className="pair__side"
          aria-pressed={value === locale}
          onClick={() => setLocale(value)}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
