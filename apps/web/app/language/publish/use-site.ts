import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import type { SiteSettings, SiteView } from './wire.ts';

const siteKey = ['site'];

/** The public site, and what changes it. */
export function useSite() {
  const queries = useQueryClient();
  const change = (of: (site: SiteView) => SiteView) =>
    queries.setQueryData<SiteView>(siteKey, (site) => site && of(site));
  return {
    site: useQuery({ queryKey: siteKey, queryFn: ({ signal }) => call<SiteView>('/site', { signal }) }),
    save: useMutation({
      mutationFn: (settings: SiteSettings) => call<SiteSettings>('/site', { method: 'PUT', body: settings }),
      onSuccess: (settings) => change((site) => ({ ...site, settings })),
    }),
    put: useMutation({
      mutationFn: ({ lesson, isOn }: { lesson: string; isOn: boolean }) =>
        call<SiteView['lessons']>(`/site/lessons/${lesson}`, { method: isOn ? 'PUT' : 'DELETE' }),
      onSuccess: (lessons) => change((site) => ({ ...site, lessons })),
    }),
  };
}
