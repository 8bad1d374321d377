import { privacies } from '@kinora/capabilities/publishing';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Kinora } from '../compose.ts';
import { toProblem } from '../problem.ts';
import { readCallback } from '../publishing/open.ts';
import { uploadableOutputs, uploadRequest } from '../publishing/publishing.ts';
import { failures, idempotencyKey, job, projectId } from './schemas.ts';

const tags = ['publishing'];
const collection = z.object({ title: z.string(), url: z.string().nullable() });
const accepted = z.object({ job });

const vocabularyForecast = z.object({
  collection: collection.extend({ exists: z.boolean() }),
  created: z.number().int().describe('Rows to add.'),
  changed: z.number().int().describe('Rows to write again.'),
  unchanged: z.number().int().describe('Rows to leave alone.'),
  orphaned: z.number().int().describe('Rows there that the lesson has no longer. They stay.'),
  requests: z.number().int(),
  seconds: z.number().describe('At the pace that Notion allows.'),
  notes: z.array(z.string()),
});

const notionExport = z.object({
  job,
  report: z
    .object({
      collection,
      created: z.number().int(),
      changed: z.number().int(),
      unchanged: z.number().int(),
      refused: z.array(z.object({ id: z.string(), reason: z.string() })),
      requests: z.number().int(),
      notes: z.array(z.string()),
    })
    .nullable()
    .describe('Null until it is done.'),
});

const videoForecast = z.object({
  calls: z.array(
    z.object({ method: z.string(), count: z.number().int(), units: z.number().int(), allowance: z.string() }),
  ),
  allowances: z.array(z.object({ name: z.string(), units: z.number().int(), daily: z.number().int() })),
  bytes: z.number().int(),
  notes: z.array(z.string()),
});

const videoUpload = z.object({
  job,
  output: z.enum(uploadableOutputs),
  title: z.string(),
  privacy: z.enum(privacies),
  video: z.object({ id: z.string(), url: z.string() }).nullable().describe('Null until it is on the channel.'),
  notes: z.array(z.string()).describe('What could not be done besides.'),
});

const channel = z.object({ id: z.string(), title: z.string() });
const connection = z.object({
  state: z.enum(['off', 'signed-out', 'waiting', 'signed-in']),
  channel: channel.nullable(),
  device: z.object({ url: z.string(), userCode: z.string(), expiresAt: z.string() }).nullable(),
  problem: z.string().nullable(),
});

const signInStep = z.discriminatedUnion('method', [
  z.object({ method: z.literal('browser'), url: z.string().describe('Open it in this browser.') }),
  z.object({ method: z.literal('device'), url: z.string(), userCode: z.string(), expiresAt: z.string() }),
]);

/** Bringing lessons elsewhere: vocabulary to Notion, videos to YouTube. Both are off until their provider is switched on. */
export function publishingRoutes({
  publishing: { notion, youtube },
}: Pick<Kinora, 'publishing'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/lessons/:id/notion/forecast',
      {
        schema: {
          summary: 'What sending the vocabulary to Notion would do',
          description: 'Looks at what is in Notion and writes nothing.',
          tags,
          params: projectId,
          response: { 200: vocabularyForecast, ...failures },
        },
      },
      (request, reply) => notion.forecast(request.params.id, { signal: leaving(reply) }),
    );
    app.post(
      '/lessons/:id/notion',
      {
        schema: {
          summary: 'Send the vocabulary to Notion',
          description:
            'Starts a job, or joins the one that is under way. Only what is new or has changed is written, and nothing twice: a sending that broke off goes on where it was.',
          tags,
          params: projectId,
          headers: idempotencyKey,
          response: { 202: accepted, ...failures },
        },
      },
      async (request, reply) =>
        reply.code(202).send({
          job: await notion.send(request.params.id, { idempotencyKey: request.headers['idempotency-key'] }),
        }),
    );
    app.get(
      '/lessons/:id/notion',
      {
        schema: {
          summary: 'What was sent to Notion, newest first',
          tags,
          params: projectId,
          response: { 200: z.object({ items: z.array(notionExport) }), ...failures },
        },
      },
      async (request) => ({ items: await notion.list(request.params.id) }),
    );
    app.post(
      '/lessons/:id/youtube/forecast',
      {
        schema: {
          summary: 'What an upload takes of YouTube’s allowances',
          tags,
          params: projectId,
          body: uploadRequest,
          response: { 200: videoForecast, ...failures },
        },
      },
      (request) => youtube.forecast(request.params.id, request.body),
    );
    app.post(
      '/lessons/:id/youtube',
      {
        schema: {
          summary: 'Upload a video to YouTube',
          description:
            'Starts a job; private unless `privacy` says otherwise. An upload that broke off goes on where it was, and a file that is on the channel is not uploaded again: only what is said about it changes.',
          tags,
          params: projectId,
          headers: idempotencyKey,
          body: uploadRequest.meta({ examples: [{ output: 'main-video', thumbnail: 'thumbnail-1' }] }),
          response: { 202: accepted, ...failures },
        },
      },
      async (request, reply) =>
        reply.code(202).send({
          job: await youtube.upload(request.params.id, request.body, {
            idempotencyKey: request.headers['idempotency-key'],
          }),
        }),
    );
    app.get(
      '/lessons/:id/youtube',
      {
        schema: {
          summary: 'What was uploaded to YouTube, newest first',
          tags,
          params: projectId,
          response: { 200: z.object({ items: z.array(videoUpload) }), ...failures },
        },
      },
      async (request) => ({ items: await youtube.list(request.params.id) }),
    );
    app.get(
      '/youtube/connect',
      { schema: { summary: 'Who is signed in to YouTube', tags, response: { 200: connection, ...failures } } },
      (_request, reply) => youtube.connection({ signal: leaving(reply) }),
    );
    app.post(
      '/youtube/connect',
      {
        schema: {
          summary: 'Sign in to YouTube',
          description:
            '`browser`: open the address in a browser on this machine; Google sends it back to Kinora. `device`: open the address anywhere and type the code; `GET /youtube/connect` tells when that is done.',
          tags,
          body: z.object({ method: z.enum(['browser', 'device']).default('browser') }),
          response: { 200: signInStep, ...failures },
        },
      },
      (request, reply) =>
        youtube.signIn(request.body.method, { origin: `http://${request.headers.host}`, signal: leaving(reply) }),
    );
    app.delete(
      '/youtube/connect',
      { schema: { summary: 'Sign out of YouTube', tags, response: { 204: z.null(), ...failures } } },
      async (_request, reply) => {
        await youtube.signOut({ signal: leaving(reply) });
        return reply.code(204).send(null);
      },
    );
    app.get(
      '/youtube/playlists',
      {
        schema: {
          summary: 'Playlists of the channel',
          tags,
          response: { 200: z.object({ items: z.array(channel) }), ...failures },
        },
      },
      async (_request, reply) => ({ items: await youtube.playlists({ signal: leaving(reply) }) }),
    );
  };
}

/** Where Google sends the browser back to. It comes from another site, so without a session: the state proves that it was asked for. */
export const youtubeCallbackPath = '/youtube/callback';

/** Ends a sign-in to YouTube. @param page Makes a page of a title and HTML. */
export function youtubeCallbackRoute(
  { publishing: { youtube } }: Pick<Kinora, 'publishing'>,
  page: (title: string, body: string) => string,
): FastifyPluginAsyncZod {
  const text = z.string().max(2000).optional();
  return async (app) => {
    app.get(
      youtubeCallbackPath,
      { schema: { hide: true, querystring: z.object({ state: text, code: text, error: text }) } },
      async (request, reply) => {
        const html = reply.type('text/html; charset=utf-8');
        try {
          await youtube.finishSignIn(readCallback(request.query), { signal: leaving(reply) });
        } catch (error) {
          const { status, detail } = toProblem(error);
          return html.code(status).send(page('Kinora: YouTube', `<h1>Not signed in</h1><p>${escapeHtml(detail)}</p>`));
        }
        return html.send(
          page('Kinora: YouTube', '<h1>Signed in to YouTube</h1><p>You may close this page and go on in Kinora.</p>'),
        );
      },
    );
  };
}

/** Aborted when whoever asked is gone. */
function leaving({ raw }: FastifyReply): AbortSignal {
  const controller = new AbortController();
  raw.once('close', () => controller.abort(new Error('The caller left.')));
  return controller.signal;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
