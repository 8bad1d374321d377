import type { FrameStyle } from '@kinora/capabilities';
import { createKeeping } from './keeping.ts';
import type { Keeping } from './keeping.ts';
import { createPainting } from './painting.ts';
import type { Painting } from './painting.ts';
import { createMixer } from './sound/mixer.ts';
import type { Mixer, SoundChoice } from './sound/mixer.ts';
import { listCameras, openCamera, openDemo, openFile, openScreen } from './source/source.ts';
import type { SourceProblem } from './source/problems.ts';
import type { Opened, Source, SourceKind } from './source/source.ts';
import { createStage } from './stage.ts';
import type { Stage } from './stage.ts';
import { keepSettings, recallSettings } from './state.ts';
import type { LiveStore, Settings } from './state.ts';

/** What drives the live page: it owns everything that moves, and lets go of all of it when it is disposed. */
export class LiveStudio implements AsyncDisposable {
  readonly store: LiveStore;
  readonly stage: Stage;
  readonly #painting: Painting;
  readonly #keeping: Keeping;
  readonly #stop = new AbortController();
  #source: Source | null = null;
  #original: HTMLElement | null = null;
  #mixer: Mixer | null = null;
  #output: MediaStream | null = null;
  #opening = 0;
  #past: FrameStyle[] = [];
  #future: FrameStyle[] = [];
  #changedAt = 0;

  constructor(canvas: HTMLCanvasElement, store: LiveStore) {
    this.store = store;
    this.stage = createStage(canvas);
    this.store.setState({ settings: recallSettings() });
    this.#painting = createPainting(this.stage, this.store);
    const { signal } = this.#stop;
    this.#keeping = createKeeping({
      store,
      output: () => this.output(),
      picture: () => this.stage.snapshot(),
      signal,
    });
    document.addEventListener('visibilitychange', () => this.#look(), { signal });
    navigator.mediaDevices?.addEventListener('devicechange', () => void this.#devicesChanged(), { signal });
    const delayTimer = setInterval(() => this.#keepInStep(), 1000);
    signal.addEventListener('abort', () => clearInterval(delayTimer));
    void this.refreshCameras();
  }

  get #settings(): Settings {
    return this.store.getState().settings;
  }

  /** Changes what is remembered. */
  set(change: Partial<Settings>): void {
    const settings = { ...this.#settings, ...change };
    this.store.setState({ settings });
    keepSettings(settings);
    if ('shape' in change || 'size' in change || 'engine' in change || 'serverEngine' in change)
      this.#painting.rearrange();
    else if (change.serverFps !== undefined) this.#painting.setServerFps(change.serverFps);
  }

  /** @param blend Seconds that the change takes. Default 1; less than a third of one is a slider on its way, no step to go back to. */
  setStyle(style: FrameStyle, blend = 1): void {
    const now = performance.now();
    const before = this.#settings.style;
    const isSlide = blend < 0.3 && now - this.#changedAt < 1500;
    this.#changedAt = now;
    if (!isSlide && JSON.stringify(before) !== JSON.stringify(style)) {
      this.#past = [...this.#past.slice(-40), before];
      this.#future = [];
    }
    this.#wear(style, blend);
  }

  #wear(style: FrameStyle, blend = 1): void {
    this.#painting.setStyle(style, blend);
    keepSettings(this.#settings);
  }

  /** The style before the last change. @returns whether there was one. */
  back(): boolean {
    const before = this.#past.pop();
    if (!before) return false;
    this.#future.push(this.#settings.style);
    this.#wear(before);
    return true;
  }

  /** The style that was gone back from. @returns whether there was one. */
  forward(): boolean {
    const next = this.#future.pop();
    if (!next) return false;
    this.#past.push(this.#settings.style);
    this.#wear(next);
    return true;
  }

  async open(kind: SourceKind, options: { deviceId?: string; file?: File } = {}): Promise<void> {
    const own = ++this.#opening;
    this.store.setState({ source: { step: 'opening', kind }, isFrozen: false });
    this.#letGo();
    const lost = {
      onLost: (problem: SourceProblem) => {
        this.#letGo();
        this.store.setState({ source: { step: 'problem', kind, problem } });
      },
    };
    const deviceId = options.deviceId ?? this.#settings.cameraId ?? undefined;
    const opened: Opened =
      kind === 'camera'
        ? await openCamera({ ...lost, deviceId })
        : kind === 'screen'
          ? await openScreen(lost)
          : kind === 'file' && options.file
            ? await openFile(options.file)
            : await openDemo();
    if (own !== this.#opening || this.#stop.signal.aborted) {
      if ('source' in opened) opened.source[Symbol.dispose]();
      return;
    }
    if ('problem' in opened) {
      this.store.setState({ source: { step: 'problem', kind, problem: opened.problem } });
      return;
    }
    this.#take(opened.source);
  }

  #take(source: Source): void {
    this.#source = source;
    const { video, kind, label, deviceId } = source;
    this.store.setState({
      source: {
        step: 'on',
        kind,
        label,
        deviceId,
        width: video.videoWidth,
        height: video.videoHeight,
        hasSound: kind === 'file' || source.sound !== null,
      },
    });
    if (kind === 'camera' && deviceId) this.set({ cameraId: deviceId });
    this.#placeOriginal();
    this.#painting.setSource(source);
    this.#hearSource();
    if (kind === 'camera') void this.refreshCameras();
  }

  #hearSource(): void {
    const source = this.#source;
    this.#mixer?.setSource(source?.sound ?? (source?.kind === 'file' ? source.video : null));
  }

  #letGo(): void {
    this.#painting.setSource(null);
    this.#mixer?.setSource(null);
    this.#source?.[Symbol.dispose]();
    this.#source = null;
    this.#placeOriginal();
  }

  /** Puts the source's own moving picture into an element, now and later; null: into none. */
  showOriginal(element: HTMLElement | null): void {
    this.#original = element;
    this.#placeOriginal();
  }

  #placeOriginal(): void {
    this.#original?.replaceChildren(...(this.#source ? [this.#source.video] : []));
  }

  /** The source's own moving picture. */
  video(): HTMLVideoElement | null {
    return this.#source?.video ?? null;
  }

  /** Switches the source off. */
  close(): void {
    this.#opening++;
    this.#letGo();
    this.store.setState({ source: { step: 'none' }, isFrozen: false, isComparing: false });
  }

  async refreshCameras(): Promise<void> {
    this.store.setState({ cameras: await listCameras() });
  }

  async #devicesChanged(): Promise<void> {
    await this.refreshCameras();
    const { source, cameras } = this.store.getState();
    const waits = source.step === 'problem' && source.kind === 'camera' && /none|lost/.test(source.problem);
    if (waits && cameras.length > 0) await this.open('camera');
  }

  #look(): void {
    const isHidden = document.visibilityState === 'hidden';
    this.store.setState({ isHidden });
    this.#painting.setPaused(isHidden || this.store.getState().isFrozen);
  }

  freeze(isFrozen = !this.store.getState().isFrozen): void {
    if (!this.store.getState().hasPicture) return;
    this.store.setState({ isFrozen });
    this.#painting.setPaused(isFrozen || document.visibilityState === 'hidden');
  }

  compare(isComparing = !this.store.getState().isComparing): void {
    this.store.setState({ isComparing });
  }

  mirror(isMirrored = !this.store.getState().isMirrored): void {
    this.#painting.setMirrored(isMirrored);
    if (this.#source?.facesUser) this.set({ mirrorsFace: isMirrored });
  }

  /** Tries again what was given up. */
  startOver(): void {
    this.#painting.startOver();
  }

  /** The painted picture with its sound, for viewers and recordings; one and the same as long as the page is open. */
  async output(): Promise<MediaStream> {
    this.#output ??= this.stage.canvas.captureStream(30);
    if (!this.#mixer) {
      this.#mixer = createMixer();
      this.#hearSource();
      this.#output.addTrack(this.#mixer.track);
    }
    await this.chooseSound(this.#settings.sound);
    return this.#output;
  }

  async chooseSound(sound: SoundChoice): Promise<void> {
    this.set({ sound });
    if (!this.#mixer) return;
    this.store.setState({ soundProblem: await this.#mixer.choose(sound) });
  }

  mute(isMuted = !this.store.getState().isMuted): void {
    this.store.setState({ isMuted });
    this.#mixer?.setMuted(isMuted);
  }

  /** How loud it is now, 0 to 1; 0 while nobody listens. */
  level(): number {
    return this.#mixer?.level() ?? 0;
  }

  #keepInStep(): void {
    this.#mixer?.setDelay((this.store.getState().figures?.delay?.p50 ?? 0) / 1000);
  }

  record(): Promise<void> {
    return this.#keeping.record();
  }

  /** Ends the recording and brings it into the library. */
  stopRecording(): Promise<void> {
    return this.#keeping.stopRecording();
  }

  /** @returns the picture, and keeps it in the library. */
  snapshot(): Promise<Blob | null> {
    return this.#keeping.snapshot();
  }

  /** Lets go of what was said about the last recording or snapshot. */
  dismiss(what: 'recording' | 'snapshot'): void {
    this.#keeping.dismiss(what);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    this.#opening++;
    await this.#keeping[Symbol.asyncDispose]();
    await this.#painting[Symbol.asyncDispose]();
    this.#source?.[Symbol.dispose]();
    await this.#mixer?.[Symbol.asyncDispose]();
    for (const track of this.#output?.getTracks() ?? []) track.stop();
    this.stage[Symbol.dispose]();
  }
}
