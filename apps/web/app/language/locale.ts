import { lessonLanguages } from '@kinora/studios/language/schema';
import type { LessonLanguage } from '@kinora/studios/language/schema';

const cookieName = 'kinora-language';

/** The language this studio speaks: the one chosen before, else the first of the browser's that it knows, else English. */
export function localeOf(request: Request): LessonLanguage {
  const chosen = /(?:^|;\s*)kinora-language=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1];
  const wanted = (request.headers.get('accept-language') ?? '').split(',').map((tag) => tag.trim().slice(0, 2));
  return [chosen, ...wanted].map((name) => lessonLanguages.find((known) => known === name)).find(Boolean) ?? 'en';
}

/** Speaks a language from now on. The server reads the cookie, so no page changes under the reader's eyes. */
export function keepLocale(locale: LessonLanguage): void {
  document.cookie = `${cookieName}=${locale}; path=/; max-age=31536000; samesite=strict`;
}
