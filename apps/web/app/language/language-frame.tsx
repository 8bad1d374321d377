import { useState } from 'react';
import { Outlet, useLoaderData } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { keepLocale, localeOf } from './locale.ts';
import { LocaleContext } from './words.ts';

export function loader({ request }: LoaderFunctionArgs) {
  return { locale: localeOf(request) };
}

/** Around every page of the Language studio: it speaks Japanese or English. */
export default function LanguageFrame() {
  const initial = useLoaderData<typeof loader>();
  const [locale, setLocale] = useState(initial.locale);
  const choose = (next: typeof locale) => {
    keepLocale(next);
    setLocale(next);
  };
  return (
    <LocaleContext value={{ locale, setLocale: choose }}>
      <div lang={locale} className="language">
        <Outlet />
      </div>
    </LocaleContext>
  );
}
