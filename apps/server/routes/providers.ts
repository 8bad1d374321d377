import { capabilityNames } from '@kinora/capabilities';
import type { OfferedModel } from '@kinora/capabilities';
import {
  providerChange,
  providersView,
  providerView,
  routeChange,
  routeView,
  testRequest,
  testResult,
} from '@kinora/capabilities/setup';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Setup } from '../setup/setup.ts';
import { failures } from './schemas.ts';

const params = z.object({ id: z.string().max(120) });
const tags = ['providers'];
const offered = z.object({
  capability: z.enum(capabilityNames),
  modelId: z.string(),
  title: z.string(),
  device: z.string(),
  revision: z.string().optional(),
  note: z.string().optional(),
});

/** Providers, their keys and budgets, and the order in which they serve. */
export function providerRoutes(setup: Setup): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/providers',
      {
        schema: {
          summary: 'Kinds of providers, those that are set up, and the routes',
          tags,
          response: { 200: providersView, ...failures },
        },
      },
      () => setup.providers(),
    );
    app.put(
      '/providers/:id',
      {
        schema: {
          summary: 'Set a provider up or change it',
          description:
            'The id is the kind, or `kind:name` where a kind may be set up more than once. A secret that is left out stays, an empty one is removed; secrets are never shown again.',
          tags,
          params,
          body: providerChange,
          response: { 200: providerView, ...failures },
        },
      },
      (request) => setup.saveProvider(request.params.id, request.body),
    );
    app.delete(
      '/providers/:id',
      {
        schema: { summary: 'Remove a provider with its keys', tags, params, response: { 204: z.null(), ...failures } },
      },
      async (request, reply) => {
        await setup.removeProvider(request.params.id);
        return reply.code(204).send(null);
      },
    );
    app.get(
      '/providers/:id/models',
      {
        schema: {
          summary: 'Models that a provider offers now',
          tags,
          params,
          response: { 200: z.object({ items: z.array(offered) }), ...failures },
        },
      },
      async (request, reply) => {
        const offers = await setup.offers(request.params.id, { signal: leaving(reply.raw) });
        return { items: offers.map(withoutVoices) };
      },
    );
    app.post(
      '/providers/:id/check',
      {
        schema: {
          summary: 'Ask whether address and key are right, without a call that costs',
          tags,
          params,
          response: { 200: testResult, ...failures },
        },
      },
      (request, reply) => setup.check(request.params.id, { signal: leaving(reply.raw) }),
    );
    app.post(
      '/providers/:id/test',
      {
        schema: {
          summary: 'Try a model with one small call',
          tags,
          params,
          body: testRequest,
          response: { 200: testResult, ...failures },
        },
      },
      (request, reply) => setup.test(request.params.id, request.body, { signal: leaving(reply.raw) }),
    );
    app.put(
      '/routes/:capability',
      {
        schema: {
          summary: 'Choose who serves a capability, in order',
          tags,
          params: z.object({ capability: z.enum(capabilityNames) }),
          body: routeChange,
          response: { 200: routeView, ...failures },
        },
      },
      (request) => setup.saveRoute(request.params.capability, request.body),
    );
  };
}

/** Voices have a list of their own. */
function withoutVoices({
  capability,
  modelId,
  title,
  device,
  revision,
  note,
}: OfferedModel): Omit<OfferedModel, 'voices'> {
  return {
    capability,
    modelId,
    title,
    device,
    ...(revision !== undefined && { revision }),
    ...(note !== undefined && { note }),
  };
}

/** Aborted when whoever asked is gone. Told by the answer: a connection outlives it and would gather listeners. */
function leaving(answer: { once(event: 'close', listener: () => void): unknown }): AbortSignal {
  const controller = new AbortController();
  answer.once('close', () => controller.abort(new Error('The caller left.')));
  return controller.signal;
}
