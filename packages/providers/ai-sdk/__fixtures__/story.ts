/** What the model of the fixtures says, in tokens; cut when fewer are allowed. */
export function say(options: { isJson: boolean; limit: number | undefined }): { tokens: string[]; isCut: boolean } {
  const { isJson, limit = 1_000 } = options;
  const text = isJson ? '{"title": "The fox", "mood": "calm", "pages": 3}' : 'A fox slept under the old oak tree.';
  const tokens = text.match(/\s*\S+/g) ?? [];
  return { tokens: tokens.slice(0, limit), isCut: tokens.length > limit };
}

/** One server-sent event. */
export function event(data: unknown, name?: string): string {
  return `${name === undefined ? '' : `event: ${name}\n`}data: ${JSON.stringify(data)}\n\n`;
}

/** Headers of a stream of events. */
export const eventStream = { 'content-type': 'text/event-stream' };
