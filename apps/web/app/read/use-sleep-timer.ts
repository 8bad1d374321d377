import { useEffect, useEffectEvent, useState } from 'react';

/** Minutes until the lamp goes out; `story` at the end of the story, which it does anyway. */
export type SleepChoice = number | null;

/** Counts down to the end of the evening. */
export function useSleepTimer(onSleep: () => void) {
  const [endsAt, setEndsAt] = useState<number | null>(null);
  const [now, setNow] = useState(0);
  const sleep = useEffectEvent(onSleep);

  useEffect(() => {
    if (endsAt === null) return;
    const timer = setInterval(() => {
      setNow(Date.now());
      if (Date.now() < endsAt) return;
      setEndsAt(null);
      sleep();
    }, 500);
    return () => clearInterval(timer);
  }, [endsAt]);

  return {
    /** Whole minutes left, at least 1; `null` when no timer runs. */
    minutesLeft: endsAt === null ? null : Math.max(1, Math.ceil((endsAt - now) / 60_000)),
    set: (minutes: SleepChoice) => {
      setNow(Date.now());
      setEndsAt(minutes === null ? null : Date.now() + minutes * 60_000);
    },
  };
}
