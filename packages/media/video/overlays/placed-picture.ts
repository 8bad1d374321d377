/** A picture with alpha and where its top left corner lies in a frame, in pixels. */
export type PlacedPicture = {
  /** PNG. */
  image: Uint8Array;
  x: number;
  y: number;
};
