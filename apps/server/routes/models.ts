import { modelFormats, modelPurposes, runtimeNames } from '@kinora/capabilities';
import { modelsView, modelView } from '@kinora/capabilities/setup';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Setup } from '../setup/setup.ts';
import { failures } from './schemas.ts';

const params = z.object({ id: z.string().max(120) });
const runtime = z.object({ name: z.enum(runtimeNames) });
const tags = ['models'];
const started = { 202: z.null(), ...failures };
const done = { 204: z.null(), ...failures };

/** A model on this machine that is to be used, in its own folder or file. */
export const importBody = z.strictObject({
  path: z.string().min(1).max(4096).describe('Folder or file on the machine where Kinora runs.'),
  title: z.string().trim().min(1).max(80).optional(),
  purpose: z.enum(modelPurposes).optional().describe('Recognised from the files where it is left out.'),
  format: z.enum(modelFormats).optional(),
  link: z.boolean().default(false).describe('Uses the files where they are instead of copying them.'),
});

/** Hardware, runtimes and models on this machine. */
export function modelRoutes(setup: Setup): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/models',
      { schema: { summary: 'Hardware, runtimes and models', tags, response: { 200: modelsView, ...failures } } },
      () => setup.models(),
    );
    app.post(
      '/models/recommended/install',
      { schema: { summary: 'Install the set that suits this machine', tags, response: started } },
      async (_request, reply) => {
        await setup.installRecommended();
        return reply.code(202).send(null);
      },
    );
    app.post(
      '/models/import',
      {
        schema: {
          summary: 'Use a model that is on this machine',
          tags,
          body: importBody,
          response: { 201: modelView, ...failures },
        },
      },
      async (request, reply) => reply.code(201).send(await setup.importModel(request.body)),
    );
    app.post(
      '/models/unload',
      { schema: { summary: 'Give the memory of idle models back', tags, response: done } },
      async (_request, reply) => {
        await setup.unload();
        return reply.code(204).send(null);
      },
    );
    app.post(
      '/models/:id/install',
      {
        schema: {
          summary: 'Install a model, or go on with a download',
          tags,
          params,
          body: z.strictObject({ use: z.boolean().default(false).describe('Puts it first in its route.') }),
          response: started,
        },
      },
      async (request, reply) => {
        await setup.installModel(request.params.id, request.body);
        return reply.code(202).send(null);
      },
    );
    app.post(
      '/models/:id/pause',
      { schema: { summary: 'Pause a download', tags, params, response: done } },
      async (request, reply) => {
        await setup.pauseModel(request.params.id);
        return reply.code(204).send(null);
      },
    );
    app.delete(
      '/models/:id',
      { schema: { summary: 'Remove a model from the disk', tags, params, response: done } },
      async (request, reply) => {
        await setup.removeModel(request.params.id);
        return reply.code(204).send(null);
      },
    );
    app.post(
      '/runtimes/:name/install',
      { schema: { summary: 'Install a runtime', tags, params: runtime, response: started } },
      async (request, reply) => {
        await setup.installRuntime(request.params.name);
        return reply.code(202).send(null);
      },
    );
    app.delete(
      '/runtimes/:name',
      { schema: { summary: 'Stop installing a runtime, or remove it', tags, params: runtime, response: done } },
      async (request, reply) => {
        await setup.cancelRuntime(request.params.name);
        await setup.removeRuntime(request.params.name);
        return reply.code(204).send(null);
      },
    );
  };
}
