import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { judgeLine } from '@kinora/server';
import { Command, InvalidArgumentError } from 'commander';

/** `kinora guard`: reads lines from standard input, answers one a line. */
export function guardCommand(): Command {
  return new Command('guard')
    .description('judge texts from standard input, one a line: JSON {id, text, age}, or plain text with --age')
    .option('--age <years>', 'age of the child for lines that name none, 2 to 10', parseAge, 6)
    .option('--json', 'answer in JSON lines {id, verdict, categories, spans}')
    .addHelpText(
      'after',
      `
Examples:
  echo "a fox with a sword" | kinora guard --age 4
  kinora guard --json < texts.jsonl > verdicts.jsonl

The verdict is allow, soften (it is told more gently) or block.`,
    )
    .action(async ({ age, json }: { age: number; json?: boolean }) => {
      let number = 0;
      for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
        if (line.trim() === '') continue;
        number += 1;
        const asked = parseLine(line);
        const { id = String(number) } = asked;
        const judged = { ...judgeLine({ text: asked.text, age: asked.age ?? age }), id };
        const categories = Object.keys(judged.categories).join(', ');
        const answer = json === true ? JSON.stringify(judged) : `${judged.verdict}\t${categories}\t${asked.text}`;
        if (!process.stdout.write(`${answer}\n`)) await once(process.stdout, 'drain');
      }
    });
}

function parseAge(value: string): number {
  const age = Number(value);
  if (Number.isInteger(age) && age >= 2 && age <= 10) return age;
  throw new InvalidArgumentError('Kinora knows children from 2 to 10 years.');
}

function parseLine(line: string): { id?: string | number; text: string; age?: number } {
  if (!line.trimStart().startsWith('{')) return { text: line };
  try {
    const { id, text, age } = JSON.parse(line) as { id?: string | number; text?: unknown; age?: unknown };
    if (typeof text === 'string') return { id, text, age: typeof age === 'number' ? age : undefined };
  } catch {
    // Not JSON after all: a sentence that begins with a brace is judged as it stands.
  }
  return { text: line };
}
