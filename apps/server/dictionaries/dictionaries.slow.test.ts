import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServerProcess } from '../../../tools/server-process.ts';
import type { ServerProcess } from '../../../tools/server-process.ts';

const edict = `　？？？ /EDICT, EDICT2 Files/Copyright EDRDG - 2021/Created: 2021-02-03/
勉強 [べんきょう] /(n,vs) (1) study/(P)/
猫をかぶる [ねこをかぶる] /(exp,v5r) (id) to feign friendliness/
`;
let server: ServerProcess;
beforeAll(async () => {
  server = await startServerProcess();
});
afterAll(() => server?.[Symbol.asyncDispose]());

const send = (body: string) =>
  fetch(`${server.url}/api/v1/dictionaries`, {
    method: 'POST',
    headers: { cookie: server.cookie, 'content-type': 'application/octet-stream' },
    body,
  });
const list = async () =>
  ((await (await server.api('GET', '/dictionaries')).json()) as { items: { id: string; isOn: boolean }[] }).items;

test('a dictionary is imported with its licence, switched off and removed; the same one again takes its place', async () => {
  const first = await send(edict);
  expect([first.status, await first.json()]).toEqual([
    201,
    expect.objectContaining({ title: 'EDICT', words: 2, language: 'ja', isOn: true }),
  ]);
  const again = (await (await send(`${edict}見る [みる] /(v1) to see/\n`)).json()) as { id: string; words: number };
  expect([again.words, (await list()).map(({ id }) => id)]).toEqual([3, [again.id]]);
  await server.api('PATCH', `/dictionaries/${again.id}`, { isOn: false });
  expect((await list())[0]?.isOn).toBe(false);
  await server.api('DELETE', `/dictionaries/${again.id}`);
  expect(await list()).toEqual([]);
});

test('what is no dictionary is told, and leaves nothing', async () => {
  const answer = await send('Dear diary');
  expect([answer.status, await answer.json()]).toEqual([
    400,
    expect.objectContaining({ detail: expect.stringContaining('Yomitan') }),
  ]);
  expect(await list()).toEqual([]);
  expect((await readdir(join(server.home, 'assets', '.uploads')).catch(() => [])).length).toBe(0);
});

test('known words come from a list, once each, and are forgotten when told', async () => {
  const add = async (body: string) => {
    const answer = await fetch(`${server.url}/api/v1/known-words?name=words.txt`, {
      method: 'POST',
      headers: { cookie: server.cookie, 'content-type': 'text/plain' },
      body,
    });
    return [answer.status, await answer.json()];
  };
  expect(await add('猫\n犬\n猫\n')).toEqual([201, expect.objectContaining({ words: 2, added: 2 })]);
  expect(await add('犬\n鳥\n')).toEqual([201, expect.objectContaining({ words: 3, added: 1 })]);
  await server.api('DELETE', '/known-words');
  expect(await (await server.api('GET', '/known-words')).json()).toEqual({ words: 0 });
});
