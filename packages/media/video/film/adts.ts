/** What the header of an AAC frame in a plain `.aac` file tells (ISO/IEC 13818-7, 6.2). */
export type AdtsHeader = { bytes: number; sampleRate: number; config: Uint8Array };

const rates = [96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8000, 7350];

/** Reads the header of an AAC frame, and makes of it the AudioSpecificConfig that an MP4 has instead. */
export function readAdtsHeader(frame: Uint8Array): AdtsHeader | undefined {
  const [first = 0, second = 0, third = 0, fourth = 0] = frame;
  if (first !== 0xff || (second & 0xf6) !== 0xf0) return undefined;
  const rateIndex = (third >> 2) & 15;
  const sampleRate = rates[rateIndex];
  const channels = ((third & 1) << 2) | (fourth >> 6);
  if (sampleRate === undefined || channels === 0) return undefined;
  const objectType = (third >> 6) + 1;
  return {
    bytes: second & 1 ? 7 : 9,
    sampleRate,
    config: Uint8Array.of((objectType << 3) | (rateIndex >> 1), ((rateIndex & 1) << 7) | (channels << 3)),
  };
}
