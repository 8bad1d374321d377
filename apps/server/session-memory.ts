/** How long a session that was found is believed, in ms. A session that is ended lives on for as long at most. */
const believedMs = 10_000;

/**
 * Remembers for ten seconds that a session was found, so that a page with thirty pictures asks the database once.
 * Only what was found is remembered: a new session works at once. Several questions about one session are asked once.
 * @param options.now The clock, in ms.
 */
export function rememberSessions(
  isSession: (session: string) => Promise<boolean>,
  { now = () => performance.now() }: { now?: () => number } = {},
): (session: string) => Promise<boolean> {
  const believed = new Map<string, number>();
  const asked = new Map<string, Promise<boolean>>();
  const ask = async (session: string) => {
    const found = await isSession(session);
    if (found) {
      for (const [each, until] of believed) if (until <= now()) believed.delete(each);
      believed.set(session, now() + believedMs);
    }
    return found;
  };
  return async (session) => {
    if ((believed.get(session) ?? 0) > now()) return true;
    const running = asked.get(session) ?? ask(session).finally(() => asked.delete(session));
    asked.set(session, running);
    return running;
  };
}
