/** Night is the cinema, day the morning paper; system follows the device. */
export const themes = ['night', 'day', 'system'] as const;
export type Theme = (typeof themes)[number];

const cookieName = 'kinora-theme';

/** The theme of a `Cookie` header; night when it names none. */
export function themeOf(cookie: string | null): Theme {
  const value = /(?:^|;\s*)kinora-theme=(\w+)/.exec(cookie ?? '')?.[1];
  return themes.find((theme) => theme === value) ?? 'night';
}

/** Puts a theme on, now and for the next visits. The server reads the cookie, so no page flashes. */
export function wearTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
  document.cookie = `${cookieName}=${theme}; path=/; max-age=31536000; samesite=strict`;
}
