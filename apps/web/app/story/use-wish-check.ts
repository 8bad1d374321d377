import type { Profile } from '@kinora/studios/story/schema';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call } from '../api/client.ts';
import type { WishCheck } from '../api/types.ts';

/** What the guard thinks of a wish, asked when the writer pauses. */
export function useWishCheck(wish: string, profile: Profile) {
  const settled = useSettled(wish.trim(), 700);
  const query = useQuery({
    queryKey: ['wish', settled, profile],
    queryFn: ({ signal }) =>
      call<WishCheck>('/wishes/check', { method: 'POST', body: { wish: settled, profile }, signal }),
    enabled: settled.length > 3 && settled.length <= 500,
    staleTime: Infinity,
  });
  // What was said about the wish before holds no longer.
  return settled === wish.trim() ? query.data : undefined;
}

function useSettled(value: string, delayMs: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), delayMs);
    return () => clearTimeout(timer);
  }, [value, delayMs]);
  return settled;
}
