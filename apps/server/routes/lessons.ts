import { KinoraError } from '@kinora/capabilities';
import {
  cueEdit,
  lessonChoices,
  lessonOutputs,
  lessonRequest,
  planEdits,
  recordingLimits,
  recordingSource,
} from '@kinora/studios/language/schema';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Kinora } from '../compose.ts';
import { sendRecording } from '../lessons/send-recording.ts';
import { commonProjectRoutes } from './project-routes.ts';
import {
  assetRef,
  failures,
  idempotencyKey,
  job,
  lessonSummary,
  outputsQuery,
  projectId,
  versionNumber,
} from './schemas.ts';

const accepted = z.object({ lesson: lessonSummary, job });
const tags = ['lessons'];

const editedVersion = versionNumber
  .optional()
  .describe(
    'The version that was looked at: when a newer one is there, the edit is refused with 409. Default the newest.',
  );

const facts = z.custom<Record<string, unknown>>().meta({
  type: 'object',
  description: 'The `RecordingFacts`: container, length, picture, sound, tracks of subtitles.',
});

const subtitleFacts = z.object({
  file: assetRef,
  format: z.string(),
  cues: z.number().int(),
  language: z.string().nullable().describe('As the file names it.'),
  seconds: z.number().describe('End of the last cue.'),
  warnings: z.array(z.object({ line: z.number().int(), reason: z.string() })),
});

const recording = { kind: 'path' as const, path: '/srv/recordings/2026-11-20 stream.mkv' };
const subtitles = {
  kind: 'file' as const,
  name: 'stream.ja.srt',
  file: {
    asset: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    mediaType: 'application/x-subrip',
    bytes: 81_204,
  },
};

/** Lessons: make, list, edit words and plan, delete, download. */
export function lessonRoutes({ lessons, assets }: Pick<Kinora, 'lessons' | 'assets'>): FastifyPluginAsyncZod {
  return async (app) => {
    await app.register(
      commonProjectRoutes({
        path: 'lessons',
        noun: 'lesson',
        summary: lessonSummary,
        kinds: lessonOutputs,
        projects: lessons,
        assets,
      }),
    );

    app.post(
      '/lessons',
      {
        schema: {
          summary: 'Make a lesson of a recording, or of subtitles alone',
          description:
            'Upload the recording first (`/uploads` or `POST /assets`), or name one in an allowed folder (`GET /lessons/files`); subtitles go to `POST /lessons/subtitles`. Starts a job that finds what there is to learn and plans the videos; follow it with `GET /jobs/{id}/events`. The same `Idempotency-Key` never makes a second lesson.',
          tags,
          headers: idempotencyKey,
          querystring: z.object({
            outputs: outputsQuery(lessonOutputs).describe(
              'Files to make, with commas between, e.g. `anki,worksheet`; default none: only words, items and plan. The rest can be made later.',
            ),
          }),
          body: lessonRequest.meta({
            examples: [
              { recording, subtitles, learns: 'ja', link: 'https://youtu.be/dQw4w9WgXcQ' },
              { subtitles, learns: 'both' },
            ],
          }),
          response: { 202: accepted, ...failures },
        },
      },
      async (request, reply) =>
        reply.code(202).send(
          await lessons.create(request.body, {
            idempotencyKey: request.headers['idempotency-key'],
            outputs: request.query.outputs,
          }),
        ),
    );

    app.post(
      '/lessons/probe',
      {
        schema: {
          summary: 'Look at a recording before a lesson is begun',
          tags,
          body: z.object({ recording: recordingSource }).meta({ examples: [{ recording }] }),
          response: {
            200: z.object({
              facts,
              notes: z.array(z.string()).describe('What is to be known before, for people.'),
              canTranscribe: z.boolean().describe('A model or service could write down what is said.'),
            }),
            ...failures,
          },
        },
      },
      async (request, reply) => {
        const gone = new AbortController();
        reply.raw.once('close', () => gone.abort());
        return lessons.probe(request.body.recording, { signal: gone.signal });
      },
    );

    app.get(
      '/lessons/files',
      {
        schema: {
          summary: 'Recordings and subtitles on the server that may be used where they are',
          description:
            'Folders are allowed by `KINORA_RECORDINGS`. Without `folder` the allowed ones are listed; none when none is allowed.',
          tags,
          querystring: z.object({ folder: z.string().min(1).max(4096).optional() }),
          response: {
            200: z.object({
              path: z.string().nullable(),
              parent: z.string().nullable().describe('Null at the top.'),
              entries: z.array(
                z.object({
                  kind: z.enum(['folder', 'recording', 'subtitles']),
                  name: z.string(),
                  path: z.string(),
                  bytes: z.number().int().nullable(),
                  modifiedAt: z.iso.datetime().nullable(),
                }),
              ),
            }),
            ...failures,
          },
        },
      },
      async (request, reply) =>
        reply.header('cache-control', 'no-store').send(await lessons.folder(request.query.folder ?? null)),
    );

    app.get(
      '/lessons/:id',
      {
        schema: {
          summary: 'One lesson with its words, items, plan and files',
          tags,
          params: projectId,
          querystring: z.object({ version: versionNumber.optional() }),
          response: {
            200: z.object({
              lesson: lessonSummary,
              version: z.number().int(),
              result: z
                .custom<Record<string, unknown>>()
                .nullable()
                .meta({ type: 'object', description: 'The `Lesson`, once its words are there.' }),
              job: job.nullable(),
            }),
            ...failures,
          },
        },
      },
      async (request) => lessons.get(request.params.id, request.query.version),
    );

    app.get(
      '/lessons/:id/recording',
      {
        schema: {
          summary: 'The recording of a lesson, for a player',
          description: 'Ranges are served.',
          tags,
          params: projectId,
        },
      },
      async (request, reply) => sendRecording(await lessons.recording(request.params.id), assets, request, reply),
    );

    app.post(
      '/lessons/:id/transcript',
      {
        schema: {
          summary: 'Change words and times',
          description:
            'Makes a new version: items, plan and files are made again where they show what changed. `index` counts the cues of the version that is edited.',
          tags,
          params: projectId,
          headers: idempotencyKey,
          body: z
            .object({ version: editedVersion, cues: z.array(cueEdit).min(1).max(20_000) })
            .meta({ examples: [{ version: 1, cues: [{ index: 12, text: 'それは草' }] }] }),
          response: { 202: accepted, ...failures },
        },
        bodyLimit: 10_000_000,
      },
      async (request, reply) => {
        const { version, cues } = request.body;
        const options = { version, idempotencyKey: request.headers['idempotency-key'] };
        return reply.code(202).send(await lessons.editTranscript(request.params.id, cues, options));
      },
    );

    app.post(
      '/lessons/:id/plan',
      {
        schema: {
          summary: 'Change the plan of the videos, or what was chosen',
          description:
            'Makes a new version. A part of `plan` replaces that part; `reset` plans parts afresh. `choices` changes some of what a lesson is made with.',
          tags,
          params: projectId,
          headers: idempotencyKey,
          body: z
            .object({
              version: editedVersion,
              plan: planEdits.optional(),
              reset: z
                .array(z.enum(['cut', 'shorts', 'posting']))
                .max(3)
                .optional(),
              choices: partialChoices.optional(),
            })
            .meta({ examples: [{ version: 2, choices: { mainMinutes: 12, paper: 'Letter' } }] }),
          response: { 202: accepted, ...failures },
        },
        bodyLimit: 5_000_000,
      },
      async (request, reply) => {
        const { version, ...change } = request.body;
        const options = { version, idempotencyKey: request.headers['idempotency-key'] };
        return reply.code(202).send(await lessons.editPlan(request.params.id, change, options));
      },
    );

    app.post(
      '/lessons/:id/outputs',
      {
        schema: {
          summary: 'Make files that are not there yet, or that show something that was edited since',
          tags,
          params: projectId,
          headers: idempotencyKey,
          querystring: z.object({ version: versionNumber.optional() }),
          body: z
            .object({ outputs: z.array(z.enum(lessonOutputs)).min(1) })
            .meta({ examples: [{ outputs: ['main-video', 'anki'] }] }),
          response: { 202: accepted, ...failures },
        },
      },
      async (request, reply) =>
        reply.code(202).send(
          await lessons.makeOutputs(request.params.id, request.body.outputs, {
            version: request.query.version,
            idempotencyKey: request.headers['idempotency-key'],
          }),
        ),
    );

    await app.register(subtitleRoutes(lessons));
  };
}

/** Choices without their defaults: what is left out stays as it is. */
const partialChoices = z.object(
  Object.fromEntries(Object.entries(lessonChoices.shape).map(([name, field]) => [name, field.unwrap().optional()])) as {
    [Name in keyof typeof lessonChoices.shape]: z.ZodOptional<ReturnType<(typeof lessonChoices.shape)[Name]['unwrap']>>;
  },
);

/** A plugin of its own: here the body is the file as it is. */
function subtitleRoutes(lessons: Kinora['lessons']): FastifyPluginAsyncZod {
  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: recordingLimits.subtitleBytes },
      (_request, file, done) => done(null, file),
    );
    app.post(
      '/lessons/subtitles',
      {
        schema: {
          summary: 'Store a subtitle file, after a look into it',
          description:
            'The body is the file, at most 20 MB: SRT, WebVTT, ASS/SSA, SBV, TTML or YouTube’s json3 and srv3. With `path` it is one in an allowed folder instead. The answer’s `file` goes into the request of a lesson.',
          tags,
          querystring: z.object({
            name: z.string().max(200).optional().describe('What the file is called.'),
            path: z.string().min(1).max(4096).optional().describe('A file on the server, see `GET /lessons/files`.'),
          }),
          response: { 201: subtitleFacts.extend({ name: z.string().nullable() }), ...failures },
        },
        errorHandler(error) {
          if ((error as { code?: string }).code !== 'FST_ERR_CTP_BODY_TOO_LARGE') throw error;
          throw new KinoraError('request.too-large', 'The subtitle file has more than 20 MB; is it the right file?');
        },
      },
      async (request, reply) => {
        const { name = null, path } = request.query;
        if (path !== undefined) return reply.code(201).send(await lessons.storeSubtitlesAt(path));
        const bytes = request.body as Uint8Array | undefined;
        if (!bytes?.byteLength) throw new KinoraError('request.invalid', 'The body is empty; send the file as it is.');
        return reply.code(201).send({ ...(await lessons.storeSubtitles(bytes)), name });
      },
    );
  };
}
