import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeSampleFilm } from '../video/restyle/testing/sample-film.ts';
import { readRecording, readSubtitleTrack } from './index.ts';
import { remuxSync } from './testing/remux.ts';

let folder: string;
const at = (name: string) => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kinora-subtitles-'));
  writeFileSync(at('film.mp4'), makeSampleFilm({ seconds: 4 }));
  writeFileSync(
    at('words.srt'),
    '1\n00:00:00,500 --> 00:00:01,250\n推しが尊い\n\n2\n00:00:02,000 --> 00:00:03,000\nSave that!\n',
  );
  writeFileSync(
    at('words.ass'),
    '[Script Info]\nScriptType: v4.00+\n\n[V4+ Styles]\nFormat: Name, Fontname\nStyle: Default,Arial\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\nDialogue: 0,0:00:00.50,0:00:01.25,Default,ミナ,0,0,0,,推し, ぽんこつ\n',
  );
  writeFileSync(at('words.vtt'), 'WEBVTT\n\n00:00:00.500 --> 00:00:01.250\n草\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  [
    'words.srt',
    'matroska',
    'subrip',
    '1\n00:00:00,500 --> 00:00:01,250\n推しが尊い\n\n2\n00:00:02,000 --> 00:00:03,000\nSave that!\n',
  ],
  ['words.ass', 'matroska', 'ass', /Dialogue: 0,0:00:00\.50,0:00:01\.25,Default,ミナ,0,0,0,,推し, ぽんこつ\n$/],
  ['words.vtt', 'matroska', 'webvtt', 'WEBVTT\n\n00:00:00.500 --> 00:00:01.250\n草\n'],
])('reads %s out of %s as it was', async (words, format, codec, expected) => {
  const path = at(`${words}.mkv`);
  remuxSync([at('film.mp4'), at(words)], { out: path, format });
  const { subtitles } = await readRecording(path);
  expect(subtitles).toMatchObject([{ codec, isText: true }]);
  const track = await readSubtitleTrack(path, { index: subtitles[0]!.index });
  expect(track.codec).toBe(codec);
  expect(new TextDecoder().decode(track.bytes)).toMatch(expected);
});

test('a track that is not there is refused with those that are', async () => {
  await expect(readSubtitleTrack(at('film.mp4'), { index: 0 })).rejects.toMatchObject({
    code: 'request.invalid',
    message: expect.stringContaining('give a subtitle file'),
  });
});
