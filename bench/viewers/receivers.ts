/** A process of viewers that count instead of decoding. It is told where to watch and how many to be. */
import { createReceiver } from '@kinora/platform/relay/testing';
import type { Receiver } from '@kinora/platform/relay/testing';

/** What it is told. */
export type ToReceivers =
  | { type: 'begin'; url: string; token: string; count: number; perSecond: number }
  | { type: 'reset' }
  | { type: 'report' };

/** What it answers. */
export type FromReceivers =
  | { type: 'begun'; failed: string[] }
  | { type: 'reset' }
  | { type: 'report'; seconds: { answer: number; open: number; firstFrame: number }[]; received: number; lost: number };

const receivers: Receiver[] = [];
const say = (message: FromReceivers) => process.send?.(message);
process.on('disconnect', () => process.exit());
process.on('message', (message: ToReceivers) => {
  if (message.type === 'begin') void begin(message);
  else if (message.type === 'reset') {
    for (const receiver of receivers) receiver.reset();
    say({ type: 'reset' });
  } else {
    say({
      type: 'report',
      seconds: receivers.map(({ secondsToAnswer, secondsToOpen, secondsToFirstFrame }) => ({
        answer: secondsToAnswer ?? Infinity,
        open: secondsToOpen ?? Infinity,
        firstFrame: secondsToFirstFrame ?? Infinity,
      })),
      received: receivers.reduce((sum, { received }) => sum + received, 0),
      lost: receivers.reduce((sum, receiver) => sum + receiver.lost(), 0),
    });
  }
});

async function begin({ url, token, count, perSecond }: ToReceivers & { type: 'begin' }): Promise<void> {
  const failed: string[] = [];
  await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      await new Promise((resolve) => setTimeout(resolve, (index / perSecond) * 1000));
      await createReceiver({ url, token }).then(
        (receiver) => receivers.push(receiver),
        (error: unknown) => failed.push(String(error)),
      );
    }),
  );
  say({ type: 'begun', failed });
}
