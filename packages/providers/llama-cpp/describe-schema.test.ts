import { expect, test } from 'vitest';
import { describeSchema } from './describe-schema.ts';

test('reads like a type, with bounds and descriptions as comments', () => {
  const schema = {
    type: 'object',
    properties: {
      title: { type: 'string', minLength: 1, maxLength: 80, description: 'Three words' },
      mood: { enum: ['calm', 'merry'] },
      page: { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER },
      scenes: {
        type: 'array',
        minItems: 4,
        maxItems: 4,
        items: { type: 'object', properties: { text: { type: ['string', 'null'] } }, required: ['text'] },
      },
      when: { type: 'string', format: 'date' },
    },
    required: ['title', 'mood', 'page', 'scenes'],
  };
  expect(describeSchema(schema)).toBe(`{
 title: string; // Three words; 1 to 80 characters
 mood: "calm" | "merry";
 page: number; // whole; at least 1
 scenes: {
  text: string | null;
 }[]; // 4 items
 when?: string; // date
}`);
});

test('writes what occurs twice once', () => {
  const species = { type: 'string', enum: ['fox', 'owl', 'rabbit', 'hedgehog', 'mouse'] };
  const schema = {
    type: 'object',
    properties: {
      hero: { ...species, description: 'Who it is about' },
      friend: species,
      others: { type: 'array', items: species },
    },
    required: ['hero', 'friend', 'others'],
  };
  expect(describeSchema(schema)).toBe(`type Hero = "fox" | "owl" | "rabbit" | "hedgehog" | "mouse";
{
 hero: Hero; // Who it is about
 friend: Hero;
 others: Hero[];
}`);
});

test('names what refers to itself', () => {
  const schema = {
    $ref: '#/$defs/Tree',
    $defs: { Tree: { type: 'object', properties: { left: { anyOf: [{ $ref: '#/$defs/Tree' }, { type: 'null' }] } } } },
  };
  expect(describeSchema(schema)).toBe(`type Tree = {
 left?: Tree | null;
};
Tree`);
});

test('says of anything that it may be anything', () => {
  expect(describeSchema({})).toBe('unknown');
  expect(describeSchema(true)).toBe('unknown');
  expect(describeSchema({ type: 'object', additionalProperties: { type: 'number' } })).toBe(
    '{\n [key: string]: number;\n}',
  );
});
