/**
 * Figures of other trackers on the eleven General MIDI songs (FluidR3 sound font, fluidsynth), measured in November 2026 on
 * two x86-64 cores; librosa 0.10.2 with its times moved by −45 ms reaches .849 at 30 ms. Shown beside Kinora's for songs of
 * those names.
 */
export const published = [
  { name: 'librosa 0.10.2 beat_track', f70: 0.854, f30: 0.029, biasMs: 45, seconds: 0.65 },
  { name: 'librosa, dynamic tempo', f70: 0.87, f30: 0.029, biasMs: 44, seconds: 0.34 },
  { name: 'essentia.js degara', f70: 0.854, f30: 0.848, biasMs: 9, seconds: 1.6 },
  { name: 'essentia.js multifeature', f70: 0.854, f30: 0.831, biasMs: 9, seconds: 12.6 },
  { name: 'music-tempo', f70: 0.821, f30: 0.785, biasMs: 20, seconds: 1.7 },
  { name: 'aubio 0.4.9', f70: 0.716, f30: 0.639, biasMs: 0, seconds: 0.4 },
];

/** Names of the songs on which {@link published} was measured. */
export const publishedSongs = new Set(
  'ballad68 ballad68_nodrum_rubato dance128 fast174 pop120 pop120_3min pop120_accel pop_step slow60 sync92 waltz150'.split(
    ' ',
  ),
);
