/** How the page is spoken to. */
export type Voice = {
  /** `absent`: it can't be. */
  state: 'absent' | 'off' | 'opening' | 'listening' | 'understanding';
  /** Whether the sign is held while one speaks, rather than pressed before and after. */
  isHeld: boolean;
  /** What is heard at this moment. */
  heard: string;
  /** Something to know, e.g. that the microphone is not allowed. */
  note: string;
  /** Begins to listen, or ends it. */
  toggle: () => void;
  /** The sign is held down: {@link Voice.isHeld}. */
  press: () => void;
  /** The sign is let go. */
  release: () => void;
};

/** What keeps a microphone from being heard, for people. */
export const microphoneNotes = {
  denied: 'The microphone is not allowed. Press the sign at the address above and allow it, or type.',
  none: 'No microphone found. Plug one in, or type.',
} as const;
