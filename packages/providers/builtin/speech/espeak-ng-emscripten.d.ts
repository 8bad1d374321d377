/** What Kinora uses of the package, which carries no types. */
declare module '@echogarden/espeak-ng-emscripten' {
  export type EspeakEvent = {
    type:
      | 'list_terminated'
      | 'word'
      | 'sentence'
      | 'mark'
      | 'play'
      | 'end'
      | 'msg_terminated'
      | 'phoneme'
      | 'samplerate';
    /** Character (code point) of the text, counted from 1. */
    text_position: number;
    word_length: number;
    /** Milliseconds. */
    audio_position: number;
    id?: string | number;
  };
  export type EspeakWorker = {
    get_samplerate(): number;
    /** @returns 0 when the voice was found. */
    set_voice(name: string): number;
    set_rate(wordsPerMinute: number): void;
    set_pitch(pitch: number): void;
    set_range(range: number): void;
    /** Calls back with 16-bit mono sound until the text is said or the callback returns true. */
    synthesize(text: string, callback: (audio: Int16Array, events: EspeakEvent[]) => boolean): void;
  };
  export type EspeakModule = {
    /** All memory of the synthesiser; another array after it grew. */
    readonly HEAPU8: Uint8Array;
    eSpeakNGWorker: new () => EspeakWorker;
    FS: { writeFile(path: string, text: string): void };
  };
  export default function load(): Promise<EspeakModule>;
}
