import { useEffect, useRef, useState } from 'react';
import type { MetaFunction } from 'react-router';
import { LiveProvider } from '../live/live-context.tsx';
import { LivePage } from '../live/live-page.tsx';
import { createLiveStore } from '../live/state.ts';
import type { LiveStudio } from '../live/studio.ts';

export const meta: MetaFunction = () => [{ title: 'Live style · Kinora' }];

/** A webcam becomes a moving painting that others can watch. */
export default function Live() {
  const [store] = useState(createLiveStore);
  const [studio, setStudio] = useState<LiveStudio | null>(null);
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    let made: LiveStudio | undefined;
    let isOver = false;
    // Everything that paints needs a browser, so the server never loads it.
    void import('../live/studio.ts').then(({ LiveStudio }) => {
      if (isOver || !canvas.current) return;
      made = new LiveStudio(canvas.current, store);
      setStudio(made);
    });
    return () => {
      isOver = true;
      void made?.[Symbol.asyncDispose]();
    };
  }, [store]);

  return (
    <LiveProvider value={{ store, studio }}>
      <LivePage canvas={canvas} />
    </LiveProvider>
  );
}
