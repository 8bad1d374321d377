import { createInterface } from 'node:readline';
import { judgeLine } from '@kinora/server';
import { Command } from 'commander';

/** `kinora guard`: reads lines from standard input, answers one a line. */
export function guardCommand(): Command {
  return new Command('guard')
    .description('judge texts from standard input, one a line: JSON {id, text, age}, or plain text with --age')
    .option('--age <years>', 'age of the child for plain lines and lines without one', (value) => Number(value))
    .option('--json', 'answer in JSON lines {id, verdict, categories, spans}')
    .action(async ({ age, json }: { age?: number; json?: boolean }) => {
      let number = 0;
      for await (const line of createInterface({ input: process.stdin })) {
        if (line.trim() === '') continue;
        number += 1;
        const asked = parseLine(line);
        const judged = judgeLine({ id: asked.id ?? String(number), text: asked.text, age: asked.age ?? age });
        const categories = Object.keys(judged.categories).join(', ');
        process.stdout.write(
          json === true ? `${JSON.stringify(judged)}\n` : `${judged.verdict}\t${categories}\t${asked.text}\n`,
        );
      }
    });
}

function parseLine(line: string): { id?: string; text: string; age?: number } {
  if (!line.trimStart().startsWith('{')) return { text: line };
  try {
    const { id, text, age } = JSON.parse(line) as { id?: string | number; text?: unknown; age?: unknown };
    if (typeof text === 'string')
      return { id: id === undefined ? undefined : String(id), text, age: typeof age === 'number' ? age : undefined };
  } catch {
    // Not JSON after all: a sentence that begins with a brace is judged as it stands.
  }
  return { text: line };
}
