import type { RubyPart } from '@kinora/studios/language/schema';
import { Fragment } from 'react';

type RubyProps = { parts: readonly RubyPart[]; hasFurigana: boolean };

/** Text with its readings above, or without. */
export function Ruby({ parts, hasFurigana }: RubyProps) {
  return parts.map(({ text, reading }, index) =>
    reading !== undefined && hasFurigana ? (
      <ruby key={index}>
        {text}
        <rt>{reading}</rt>
      </ruby>
    ) : (
      <Fragment key={index}>{text}</Fragment>
    ),
  );
}
