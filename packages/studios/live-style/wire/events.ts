import type {
  AdjustMessage,
  ClosedMessage,
  DegradeMessage,
  EnginesAnswer,
  FrameAnswer,
  FrameHeaderInput,
  OpenAnswer,
  OpenRequestInput,
  StatusMessage,
  StyleAnswer,
  StyleMessageInput,
} from './messages.ts';

/**
 * What a page sends on the namespace `/live` (websocket only), as Socket.IO types it. A page has one session a connection.
 *
 * Frames: one is on its way at a time. The page sends the next one after the answer to the one before and keeps only the
 * newest meanwhile; the server keeps only the newest of each session too. So nothing queues, however slow either side is.
 */
export type LiveClientEvents = {
  engines: (answer: (answer: EnginesAnswer) => void) => void;
  open: (request: OpenRequestInput, answer: (answer: OpenAnswer) => void) => void;
  style: (message: StyleMessageInput, answer: (answer: StyleAnswer) => void) => void;
  adjust: (message: AdjustMessage, answer: (answer: OpenAnswer) => void) => void;
  /** Answered when the frame was painted or dropped, never before. */
  frame: (
    header: FrameHeaderInput,
    image: Uint8Array | ArrayBuffer,
    answer: (answer: FrameAnswer, image?: Uint8Array | ArrayBuffer) => void,
  ) => void;
  /** The tab is hidden, or the picture frozen: the session keeps its place in no queue and doesn't end by idleness. */
  pause: (answer?: () => void) => void;
  /** The page shows frames again. */
  continue: (answer?: () => void) => void;
  close: (answer?: () => void) => void;
};

/** What a page hears on the namespace `/live`. */
export type LiveServerEvents = {
  /** Once a second while a session is open. */
  status: (message: StatusMessage) => void;
  degrade: (message: DegradeMessage) => void;
  closed: (message: ClosedMessage) => void;
};
