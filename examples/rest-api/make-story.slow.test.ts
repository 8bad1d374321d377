import { startWireServer } from '@kinora/capabilities/testing';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { root } from '../../tools/root.ts';
import { startServerProcess } from '../../tools/server-process.ts';
import { makeStory } from './make-story.ts';

test('a server is set up, asked, and its nonsense replaced by the storyteller, with a note', async () => {
  await using writer = await startWireServer(({ path }) => {
    const message = { role: 'assistant', content: 'A fox slept under the old oak tree.' };
    if (path !== '/v1/chat/completions') return undefined;
    return { json: { id: '1', object: 'chat.completion', choices: [{ index: 0, message, finish_reason: 'stop' }] } };
  });
  await using kinora = await startServerProcess();
  const lines: string[] = [];
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'apps/cli/main.ts'), 'sign-in'], {
    env: { ...process.env, KINORA_HOME: kinora.home },
  });
  await makeStory({
    signInLink: stdout.trim(),
    server: writer.url,
    model: 'qwen3:8b',
    wish: 'a fox who hums',
    print: (line) => lines.push(line),
  });
  const said = lines.join('\n');
  expect(said).toContain('qwen3:8b says: A fox slept under the old oak tree.');
  expect(said).toContain('Words: qwen3:8b · ');
  expect(lines.filter((line) => line.startsWith('\n') && line.includes('fox'))).toHaveLength(3);
  expect(said).toMatch(/Written by builtin\/storyteller@\d+\. Kinora’s own author wrote this story\./);
});
