import { lessonRequest } from '@kinora/studios/language/schema';
import type { Lesson } from '@kinora/studios/language/schema';
import { expect, test } from 'vitest';
import { hindrance, possibleFiles } from './file-groups.ts';

const file = { asset: 'a'.repeat(64), mediaType: 'text/plain', bytes: 4 };
const words = lessonRequest.parse({ subtitles: { kind: 'file', file } });
const whole = lessonRequest.parse({ recording: { kind: 'upload', file } });
const short = (id: string, isOn = true) => ({ id, isOn }) as NonNullable<Lesson['plan']>['shorts'][number];

test('without a recording there are no videos', () => {
  const lesson = { request: words, plan: null };
  expect(hindrance('main-video', lesson)).toBe('recording');
  expect(possibleFiles(lesson)).toContain('anki');
  expect(possibleFiles(lesson)).not.toContain('short-1');
});

test('Shorts are files when they are planned and wanted', () => {
  const plan = { shorts: [short('short-1'), short('short-2', false)] } as Lesson['plan'];
  const files = possibleFiles({ request: whole, plan });
  expect(files.filter((name) => name.startsWith('short'))).toEqual(['short-1']);
});
