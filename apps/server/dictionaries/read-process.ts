import { readFileSync, writeFileSync } from 'node:fs';
import { serveParent } from '@kinora/media/video/child';
import { readDictionary } from '@kinora/studios/language';

/** What the process is asked: a dictionary's file, and where its words are written as Kinora keeps them. */
export type DictionaryQuestion = { path: string; out: string };

/** What it answers. */
export type DictionaryFacts = {
  title: string;
  licence: string;
  revision: string;
  language: string;
  words: number;
  facts: number;
};

// A dictionary of hundreds of megabytes takes seconds and gigabytes to be read: apart from the server.
serveParent(({ path, out }: DictionaryQuestion): DictionaryFacts => {
  const file = readDictionary(readFileSync(path));
  writeFileSync(out, JSON.stringify(file));
  const { title, licence, revision, language, entries, facts } = file;
  return { title, licence, revision, language, words: entries.length, facts: Object.keys(facts).length };
});
