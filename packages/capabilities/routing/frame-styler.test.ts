import { expect, test } from 'vitest';
import { KinoraError } from '../errors.ts';
import { frameStyle } from '../frame-style.ts';
import type { FrameStyler, StylerFrame } from '../frame-styler.ts';
import { createFrameStylerRoute } from './frame-styler.ts';

const style = frameStyle.parse({});
const asked = { width: 64, height: 64, style };
const frame: StylerFrame = { image: new Uint8Array(4), mediaType: 'image/x-rgba' };

/** A styler that notes what it is asked, and fails where it is told to. */
function styler(name: string, failing: (call: { opened: number; frames: number }) => string | false = () => false) {
  const log: string[] = [];
  let opened = 0;
  let open = 0;
  const model: FrameStyler = {
    provider: 'test',
    modelId: name,
    async open() {
      opened += 1;
      open += 1;
      const mine = opened;
      let frames = 0;
      let generation = 0;
      log.push(`open ${mine}`);
      return {
        setStyle: (_, change) => {
          generation = change.generation;
          log.push(`style ${generation}`);
        },
        async style() {
          frames += 1;
          const failure = failing({ opened: mine, frames });
          if (failure !== false) throw new KinoraError('provider.failed', failure);
          return { ...frame, generation, isRepeat: false, milliseconds: 1 };
        },
        [Symbol.asyncDispose]: async () => {
          open -= 1;
        },
      };
    },
    load: () => ({ device: 'cpu', sessions: open }),
  };
  return { model, log, open: () => open };
}

test('opens an engine that died anew, in the style that was set last', async () => {
  const flaky = styler('flaky', ({ opened, frames }) => opened === 1 && frames === 2 && 'The process died.');
  const other = styler('other');
  await using session = await createFrameStylerRoute([{ model: flaky.model }, { model: other.model }]).open(asked);
  await session.style(frame, { time: 0 });
  session.setStyle(style, { generation: 7 });
  expect((await session.style(frame, { time: 1 })).generation).toBe(7);
  expect(flaky.log).toEqual(['open 1', 'style 7', 'open 2', 'style 7']);
  expect(session.engine?.()).toEqual({ provider: 'test', modelId: 'flaky', device: 'cpu' });
  expect([flaky.open(), other.log.length]).toEqual([1, 0]);
});

test('goes to the next engine when one can not paint at all, and tells why', async () => {
  const broken = styler('broken', () => 'No memory.');
  const other = styler('other');
  const route = createFrameStylerRoute([{ model: broken.model }, { model: other.model }]);
  await using session = await route.open(asked);
  expect((await session.style(frame, { time: 0 })).isRepeat).toBe(false);
  expect(session.engine?.()).toMatchObject({ modelId: 'other', note: expect.stringContaining('No memory.') });
  expect([broken.open(), other.open()]).toEqual([0, 1]);
  await session[Symbol.asyncDispose]();
  expect(other.open()).toBe(0);
});

test('says what is wrong when none can paint', async () => {
  const [one, two] = [styler('one', () => 'No memory.'), styler('two', () => 'No GPU.')];
  const session = await createFrameStylerRoute([{ model: one.model }, { model: two.model }]).open(asked);
  await expect(session.style(frame, { time: 0 })).rejects.toMatchObject({
    message: expect.stringMatching(/No memory\..*No GPU\./),
  });
});

test('a frame that can not be read is no reason to change the engine', async () => {
  const picky = styler('picky');
  const open = picky.model.open.bind(picky.model);
  picky.model.open = async (options) => ({
    ...(await open(options)),
    style: () => Promise.reject(new KinoraError('request.invalid', 'No frame.')),
  });
  const other = styler('other');
  await using session = await createFrameStylerRoute([{ model: picky.model }, { model: other.model }]).open(asked);
  await expect(session.style(frame, { time: 0 })).rejects.toMatchObject({ code: 'request.invalid' });
  expect(other.log).toEqual([]);
});
