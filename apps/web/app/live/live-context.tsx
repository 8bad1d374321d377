import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { LiveState, LiveStore } from './state.ts';
import type { LiveStudio } from './studio.ts';

type Live = {
  store: LiveStore;
  /** Null on the server and for a moment after the page came. */
  studio: LiveStudio | null;
};

const LiveContext = createContext<Live | null>(null);
export const LiveProvider = LiveContext.Provider;

/** What drives the page; null for a moment after it came. */
export function useStudio(): LiveStudio | null {
  return useContext(LiveContext)?.studio ?? null;
}

/** A part of what the page shows. */
export function useLive<Value>(select: (state: LiveState) => Value): Value {
  const live = useContext(LiveContext);
  if (!live) throw new Error('Only inside the live page.');
  return useStore(live.store, select);
}
