import { data } from 'react-router';

/**
 * Reads from Kinora's own HTTP interface while a page is rendered, as the one who asked for the page.
 * The web app runs inside the server's process, so the interface is at the origin of the request.
 *
 * @throws A route error response with the status and problem document of the answer.
 */
export async function load<Value>(request: Request, path: string): Promise<Value> {
  const response = await fetch(new URL(`/api/v1${path}`, request.url), {
    headers: { accept: 'application/json', cookie: request.headers.get('cookie') ?? '' },
    signal: request.signal,
  });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw data(body, { status: response.status });
  return body as Value;
}
