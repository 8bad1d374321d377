import type { ReactNode } from 'react';

type PublishPartProps = { id: string; title: string; hint: string; children: ReactNode };

/** One place that a lesson can go to. */
export function PublishPart({ id, title, hint, children }: PublishPartProps) {
  return (
    <section className="part" aria-labelledby={`publish-${id}`}>
      <div className="part__head">
        <h2 id={`publish-${id}`}>{title}</h2>
        <p>{hint}</p>
      </div>
      <div className="stack gap-5">{children}</div>
    </section>
  );
}
