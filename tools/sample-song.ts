/**
 * A small song as a WAV: a drum on each beat, a chord for each bar, louder in its second half.
 * @param seconds Default 12. At 120 BPM.
 */
export function makeSong({ seconds = 12, pitch = 1 }: { seconds?: number; pitch?: number } = {}): Buffer {
  const rate = 22_050;
  const count = Math.round(seconds * rate);
  const wav = Buffer.alloc(44 + count * 2);
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(36 + count * 2, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(rate, 24);
  wav.writeUInt32LE(rate * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(count * 2, 40);
  const chords = [
    [220, 261.6, 329.6],
    [174.6, 220, 261.6],
    [261.6, 329.6, 392],
    [196, 246.9, 293.7],
  ];
  for (let index = 0; index < count; index += 1) {
    const time = index / rate;
    const inBeat = time % 0.5;
    const drum = Math.sin(2 * Math.PI * 90 * inBeat) * Math.exp(-inBeat * 18);
    const chord = chords[Math.floor(time / 2) % chords.length]!;
    const tones = chord.reduce((sum, hertz) => sum + Math.sin(2 * Math.PI * hertz * pitch * time), 0) / 3;
    const level = time < seconds / 2 ? 0.35 : 0.8;
    wav.writeInt16LE(Math.round((drum * 0.5 + tones * 0.3) * level * 32_000), 44 + index * 2);
  }
  return wav;
}
