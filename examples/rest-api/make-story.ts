/**
 * Sets a language model up over the REST interface, makes a story with it, and prints each page as it is ready.
 *
 *   node examples/rest-api/make-story.ts "$(npx kinora sign-in)" http://localhost:11434 qwen3:8b "a fox who hums"
 *
 * The first argument is a sign-in link of the Kinora that runs; it works once.
 */
import type { RouteView, TestResult } from '@kinora/capabilities/setup';
import type { StoryEvent } from '@kinora/studios/story/schema';
import { fileURLToPath } from 'node:url';
import { signIn } from './sign-in.ts';

/** What to make, and with which server. */
export type MakeStory = {
  /** As `kinora sign-in` prints it. */
  signInLink: string;
  /** Address of a server with OpenAI's interface, e.g. Ollama. */
  server: string;
  /** Name of the model there. */
  model: string;
  wish: string;
  print: (line: string) => void;
};

/** Makes the story. @throws Error with what Kinora says of it. */
export async function makeStory({ signInLink, server, model, wish, print }: MakeStory): Promise<void> {
  const kinora = await signIn(signInLink);

  // A service is off until it is switched on, and stays out of children's stories until the second consent.
  await kinora.call('PUT', '/providers/openai-compatible', {
    kind: 'openai-compatible',
    isOn: true,
    childConsent: true,
    settings: { baseUrl: server },
    // No more than 500 calls a month; then Kinora's own storyteller writes.
    budget: { monthly: 500, unit: 'calls', atLimit: 'fall-back', prices: {} },
  });
  const test = await kinora.call<TestResult>('POST', '/providers/openai-compatible/test', {
    capability: 'language',
    model,
  });
  print(`${model} says: ${test.message} (${test.seconds.toFixed(1)} s)`);
  if (!test.ok) throw new Error(test.message);
  const route = await kinora.call<RouteView>('PUT', '/routes/language', {
    entries: [{ provider: 'openai-compatible', model }],
  });
  print(`Words: ${route.entries.map(({ title }) => title).join(', then ')}`);

  const { story, job } = await kinora.call<{ story: { id: string }; job: { id: string } }>(
    'POST',
    '/stories?outputs=captions',
    { wish, profile: { age: 5 }, scenes: 3 },
  );
  for await (const event of kinora.events<StoryEvent>(`/jobs/${job.id}/events`)) {
    if (event.type === 'story-written') print(`“${event.title}”`);
    if (event.type === 'scene-end') print(`\n${event.page.text}\n  (${event.page.altText})`);
  }
  const { result } = await kinora.call<{ result: { script: { author: string }; note?: string } | null }>(
    'GET',
    `/stories/${story.id}`,
  );
  if (result === null) throw new Error('The story could not be made; its job tells why.');
  print(`\nWritten by ${result.script.author}. ${result.note ?? ''}`.trimEnd());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [signInLink = '', server = '', model = '', wish = 'a shy fox who is afraid of the dark'] =
    process.argv.slice(2);
  await makeStory({ signInLink, server, model, wish, print: console.log });
}
