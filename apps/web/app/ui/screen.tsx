import type { ReactNode } from 'react';

type ScreenProps = {
  src: string;
  alt: string;
  /** CSS aspect ratio, e.g. `16 / 9`. */
  ratio?: string;
  /** One fact in a corner. */
  badge?: string;
  /** Lies under the picture, never on it. */
  plate?: ReactNode;
  /** Where the picture's subject is, as a CSS object position. */
  position?: string;
};

/** The main picture, which lights the room around it. One a page. */
export function Screen({ src, alt, ratio = '16 / 9', badge, plate, position }: ScreenProps) {
  return (
    <figure className="screen">
      <div className="screen__frame" style={{ ['--picture' as string]: `url("${src}")` }}>
        <img
          key={src}
          className="screen__picture dawn"
          src={src}
          alt={alt}
          style={{ aspectRatio: ratio, objectPosition: position }}
        />
        {badge && <span className="badge pin">{badge}</span>}
      </div>
      {plate && <figcaption className="screen__plate">{plate}</figcaption>}
    </figure>
  );
}
