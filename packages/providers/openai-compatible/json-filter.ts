/** Lets the first JSON value of a text through and nothing around it. */
export type JsonFilter = {
  /** What of the chunk belongs to the value. */
  push(chunk: string): string;
  /** Whether the value is whole. */
  isDone(): boolean;
};

/**
 * Finds the JSON object or array in what a model writes: models wrap it into code fences, sentences or thoughts between
 * `<think>` and `</think>`.
 */
export function createJsonFilter(): JsonFilter {
  let pending = '';
  let hasProse = false;
  let depth = 0;
  let isInString = false;
  let isEscaped = false;
  let state: 'before' | 'thinking' | 'inside' | 'after' = 'before';

  return {
    push(chunk) {
      let out = '';
      for (const character of chunk) {
        switch (state) {
          case 'before':
            pending = (pending + character).slice(-16);
            if (pending.endsWith('<think>')) state = 'thinking';
            // In a sentence a bracket may be just that; at the beginning or in a fence it opens an array.
            else if (character === '{' || (character === '[' && !hasProse)) {
              state = 'inside';
              depth = 1;
              out += character;
            } else hasProse = !/^\s*(?:`{0,3}|```\w*\s*|<\w{0,5})$/.test(pending.replace(/^[\s\S]*<\/think>/, ''));
            break;
          case 'thinking':
            pending = (pending + character).slice(-16);
            if (pending.endsWith('</think>')) state = 'before';
            break;
          case 'inside':
            out += character;
            if (isEscaped) isEscaped = false;
            else if (isInString) {
              if (character === '\\') isEscaped = true;
              else if (character === '"') isInString = false;
            } else if (character === '"') isInString = true;
            else if (character === '{' || character === '[') depth += 1;
            else if (character === '}' || character === ']') {
              depth -= 1;
              if (depth === 0) state = 'after';
            }
            break;
          case 'after':
            break;
        }
      }
      return out;
    },
    isDone: () => state === 'after',
  };
}

/** The JSON in a text, or the text itself when there is none. */
export function extractJson(text: string): string {
  const found = createJsonFilter().push(text);
  return found === '' ? text : found;
}
