import { createApp } from './app.ts';
import { openKinora } from './compose.ts';
import { defaultPort, runningAddress } from './listen.ts';
import { fromProblem } from './problem.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** The REST API for a command on the same machine. */
export type LocalApi = AsyncDisposable & {
  /** @param path Below `/api/v1`. @throws KinoraError as the API answers it. */
  call<Answer>(method: Method, path: string, body?: unknown): Promise<Answer>;
};

/** Opens the API of the Kinora that runs on this home; where none does, of one inside this process. */
export async function openLocalApi(): Promise<LocalApi> {
  const url = await runningAddress();
  return url === null ? openInside() : openRunning(url);
}

async function openRunning(url: string): Promise<LocalApi> {
  let token: string | null;
  {
    await using kinora = await openKinora({ role: 'command' });
    token = await kinora.signIn(await kinora.createSignIn());
  }
  return {
    async call<Answer>(method: Method, path: string, body?: unknown) {
      const answer = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return readAnswer(answer.status, await answer.text()) as Answer;
    },
    async [Symbol.asyncDispose]() {},
  };
}

async function openInside(): Promise<LocalApi> {
  await using stack = new AsyncDisposableStack();
  const kinora = stack.use(await openKinora({ role: 'server', port: defaultPort }));
  const app = await createApp(kinora, { port: () => defaultPort });
  stack.defer(() => app.close());
  const token = await kinora.signIn(await kinora.createSignIn());
  const owned = stack.move();
  return {
    async call<Answer>(method: Method, path: string, body?: unknown) {
      const answer = await app.inject({
        method,
        url: `/api/v1${path}`,
        headers: { authorization: `Bearer ${token}`, host: `127.0.0.1:${defaultPort}` },
        ...(body !== undefined && { payload: body as object }),
      });
      return readAnswer(answer.statusCode, answer.body) as Answer;
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

function readAnswer(status: number, text: string): unknown {
  const body: unknown = text === '' ? null : JSON.parse(text);
  if (status >= 400) throw fromProblem(body as Parameters<typeof fromProblem>[0]);
  return body;
}
