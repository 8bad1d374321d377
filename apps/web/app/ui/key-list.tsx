/** What the keyboard does: keys, and what they do. */
export type KeyWords = readonly (readonly [keys: string, does: string])[];

/** What the keyboard does, as a list. */
export function KeyList({ keys }: { keys: KeyWords }) {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2.5 text-small">
      {keys.map(([key, does]) => (
        <div key={key} className="contents">
          <dt className="font-bold">{key}</dt>
          <dd className="text-ink-2">{does}</dd>
        </div>
      ))}
    </dl>
  );
}
