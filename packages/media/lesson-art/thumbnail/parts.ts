import type { Canvas, Image, SKRSContext2D } from '@napi-rs/canvas';
import type { Size } from '../picture.ts';
import type { Region, SourcePicture } from '../source.ts';
import type { Box } from '../type/block.ts';
import type { RubyText } from '../type/ruby.ts';

/** What a thumbnail shows and says. */
export type ThumbnailParts = {
  /** A sharp frame. Null, as for sound alone: a landscape of Kinora's own. */
  picture: SourcePicture | null;
  /** A face or an avatar, in fractions of the picture: letters keep clear of it. */
  keepClear?: Region;
  /** The word that is taught, with its readings, and what it means. */
  word: RubyText;
  gloss: RubyText;
  /** A question that makes curious, and the same in the other language. Omitted: the word and its gloss. */
  hook?: { title: RubyText; subtitle?: RubyText };
  kind?: string;
  level?: string;
};

/** What a design draws on. */
export type Stage = {
  context: SKRSContext2D;
  frame: Size;
  /** Pixels of the design's own unit: 1 at 1280 × 720. */
  unit: number;
  picture: Image | Canvas;
  /** {@link ThumbnailParts.keepClear}, or the middle of the picture. */
  subject: Region;
  parts: ThumbnailParts;
};

/** What a design tells about its letters. */
export type Lettering = {
  /** Where letters stand. */
  letters: Box[];
  /** Where the subject is now. */
  subject: Box;
  /** Least contrast of letters with their ground, 1–21. */
  contrast: number;
  isCut: boolean;
};

/** A part of a picture where the picture lies. */
export function regionIn({ x, y, width, height }: Region, place: Box): Box {
  return {
    x: place.x + x * place.width,
    y: place.y + y * place.height,
    width: width * place.width,
    height: height * place.height,
  };
}

/** Area that two boxes share, in square pixels. */
export function overlapOf(one: Box, other: Box): number {
  const wide = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const tall = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, wide) * Math.max(0, tall);
}

/** Middle of a region. */
export function centreOf({ x, y, width, height }: Region): { x: number; y: number } {
  return { x: x + width / 2, y: y + height / 2 };
}

/** How much nearer a picture comes so that a small subject is seen on a phone; frames get soft beyond. */
export function zoomFor(subject: Region, wanted: { width: number; height: number }): number {
  return Math.min(1.7, Math.max(1, Math.min(wanted.width / subject.width, wanted.height / subject.height)));
}
