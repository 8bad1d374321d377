import type { LanguageModelV4FunctionTool, SharedV4Warning } from '@ai-sdk/provider';
import { describe, expect, test } from 'vitest';
import { dropNulls, planTools, toLibrarySchema } from './tools.ts';

const tool = (name: string): LanguageModelV4FunctionTool => ({
  type: 'function',
  name,
  description: `Does ${name}.`,
  inputSchema: { type: 'object', properties: { [name]: { type: 'integer' } }, required: [name] },
});

describe('a plan for tools', () => {
  test('leaves the choice to the model', () => {
    const plan = planTools({ tools: [tool('dim')] }, []);
    expect(plan).toMatchObject({
      mode: 'free',
      functions: { dim: { description: 'Does dim.', params: { type: 'object' } } },
    });
  });

  test('holds it to the arguments of the only one', () => {
    const plan = planTools({ tools: [tool('dim'), tool('sing')], toolChoice: { type: 'tool', toolName: 'sing' } }, []);
    expect(plan).toMatchObject({ mode: 'forced', schema: tool('sing').inputSchema, tools: [{ name: 'sing' }] });
  });

  test('holds it to a name and its arguments where there are several', () => {
    const plan = planTools({ tools: [tool('dim'), tool('sing')], toolChoice: { type: 'required' } }, []);
    expect(plan).toMatchObject({
      mode: 'forced',
      schema: { anyOf: [{ properties: { name: { const: 'dim' } } }, { properties: { name: { const: 'sing' } } }] },
      instructions: expect.stringMatching(/dim: Does dim\.[\s\S]+sing: Does sing\./),
    });
  });

  test('keeps them from the model', () => {
    expect(planTools({ tools: [tool('dim')], toolChoice: { type: 'none' } }, []).mode).toBe('none');
    expect(planTools({ tools: [] }, []).mode).toBe('none');
  });

  test('tells of what it can’t do', () => {
    const warnings: SharedV4Warning[] = [];
    planTools({ tools: [{ type: 'provider', id: 'x.search', name: 'search', args: {} }] }, warnings);
    planTools({ tools: [tool('dim')], responseFormat: { type: 'json' } }, warnings);
    expect(warnings).toMatchObject([{ feature: 'provider tool x.search' }, { feature: 'tools beside a JSON answer' }]);
    const missing = () => planTools({ tools: [tool('dim')], toolChoice: { type: 'tool', toolName: 'sing' } }, warnings);
    expect(missing).toThrow(expect.objectContaining({ code: 'request.invalid' }));
  });
});

describe('arguments in the library’s part of JSON Schema', () => {
  const schema = {
    type: 'object',
    properties: {
      song: { type: 'string', maxLength: 20, pattern: '^a', description: 'Its name' },
      times: { type: 'integer', minimum: 1 },
      lamp: { anyOf: [{ const: 'left' }, { type: 'null' }] },
      list: { type: 'array', items: { type: 'object', properties: { a: { type: 'boolean' } } }, maxItems: 2 },
    },
    required: ['song', 'lamp', 'list'],
  };

  test('keep what it knows, and optional ones may be null', () => {
    expect(toLibrarySchema(schema)).toEqual({
      type: 'object',
      properties: {
        song: { type: 'string', maxLength: 20, description: 'Its name' },
        times: { oneOf: [{ type: 'integer' }, { type: 'null' }] },
        lamp: { oneOf: [{ const: 'left' }, { type: 'null' }] },
        list: {
          type: 'array',
          maxItems: 2,
          items: { type: 'object', properties: { a: { oneOf: [{ type: 'boolean' }, { type: 'null' }] } } },
        },
      },
    });
  });

  test('lose the nulls of optional ones again, and no others', () => {
    const value = { song: 'moon', times: null, lamp: null, list: [{ a: null }, { a: true }] };
    expect(dropNulls(value, schema)).toEqual({ song: 'moon', lamp: null, list: [{}, { a: true }] });
  });
});
