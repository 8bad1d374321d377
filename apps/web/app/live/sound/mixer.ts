/** What viewers and recordings hear. */
export const soundChoices = ['microphone', 'source', 'both', 'none'] as const;
export type SoundChoice = (typeof soundChoices)[number];

export type SoundProblem = 'denied' | 'none';

/** Microphone and the source's own sound, mixed, and held back as long as the picture takes. */
export type Mixer = AsyncDisposable & {
  /** One track that lives as long as the mixer, so that nobody has to be told when the choice changes. */
  readonly track: MediaStreamTrack;
  /** Asks for the microphone where the choice needs it. @returns what keeps it from being heard. */
  choose(choice: SoundChoice): Promise<SoundProblem | null>;
  setMuted(isMuted: boolean): void;
  /** The source's own sound; null when it has none. A track of its own, or a playing file. */
  setSource(sound: MediaStreamTrack | HTMLVideoElement | null): void;
  /** Seconds that the picture takes from the camera to the screen. */
  setDelay(seconds: number): void;
  /** How loud it is now, 0 to 1. */
  level(): number;
};

/** Starts the mixer; browsers want a press of a key or a button before. */
export function createMixer(): Mixer {
  const context = new AudioContext({ latencyHint: 'interactive' });
  const destination = context.createMediaStreamDestination();
  const master = context.createGain();
  const delay = context.createDelay(2);
  const meter = context.createAnalyser();
  meter.fftSize = 512;
  const wave = new Float32Array(meter.fftSize);
  master.connect(delay);
  delay.connect(destination);
  delay.connect(meter);
  const [micGain, sourceGain] = [context.createGain(), context.createGain()];
  micGain.connect(master);
  sourceGain.connect(master);
  micGain.gain.value = sourceGain.gain.value = 0;
  let microphone: { stream: MediaStream; node: AudioNode } | null = null;
  let source: AudioNode | null = null;
  /** An element gives its sound to one node for good. */
  const ofElement = new WeakMap<HTMLVideoElement, AudioNode>();
  let isOver = false;

  async function openMicrophone(): Promise<SoundProblem | null> {
    if (microphone) return null;
    try {
      const stream = await navigator.mediaDevices.getUserMedia({
        audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
      });
      if (isOver) {
        for (const track of stream.getTracks()) track.stop();
        return null;
      }
      const node = context.createMediaStreamSource(stream);
      node.connect(micGain);
      microphone = { stream, node };
      return null;
    } catch (error) {
      return error instanceof DOMException && error.name === 'NotFoundError' ? 'none' : 'denied';
    }
  }

  function closeMicrophone() {
    microphone?.node.disconnect();
    for (const track of microphone?.stream.getTracks() ?? []) track.stop();
    microphone = null;
  }

  return {
    get track() {
      return destination.stream.getAudioTracks()[0]!;
    },
    async choose(choice) {
      if (context.state === 'suspended') await context.resume();
      const wantsMicrophone = choice === 'microphone' || choice === 'both';
      const problem = wantsMicrophone ? await openMicrophone() : null;
      if (!wantsMicrophone) closeMicrophone();
      micGain.gain.setTargetAtTime(wantsMicrophone ? 1 : 0, context.currentTime, 0.02);
      const hearsSource = choice === 'source' || choice === 'both';
      sourceGain.gain.setTargetAtTime(hearsSource ? 1 : 0, context.currentTime, 0.02);
      return problem;
    },
    setMuted(isMuted) {
      master.gain.setTargetAtTime(isMuted ? 0 : 1, context.currentTime, 0.02);
    },
    setSource(sound) {
      source?.disconnect();
      source = null;
      if (!sound) return;
      if (sound instanceof HTMLVideoElement) {
        source = ofElement.get(sound) ?? context.createMediaElementSource(sound);
        ofElement.set(sound, source);
        sound.muted = false;
      } else source = context.createMediaStreamSource(new MediaStream([sound]));
      source.connect(sourceGain);
    },
    setDelay(seconds) {
      delay.delayTime.setTargetAtTime(Math.min(1.9, Math.max(0, seconds)), context.currentTime, 0.4);
    },
    level() {
      meter.getFloatTimeDomainData(wave);
      let peak = 0;
      for (const value of wave) peak = Math.max(peak, Math.abs(value));
      return Math.min(1, peak);
    },
    async [Symbol.asyncDispose]() {
      isOver = true;
      closeMicrophone();
      source?.disconnect();
      for (const track of destination.stream.getTracks()) track.stop();
      if (context.state !== 'closed') await context.close();
    },
  };
}

/** What to do about a microphone that isn't heard. */
export const soundProblemWords: Record<SoundProblem, string> = {
  denied: 'The microphone is not allowed. Press the sign at the address above, allow it and choose it again.',
  none: 'No microphone found. Plug one in and choose it again.',
};
