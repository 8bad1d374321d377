import type { CapabilityName, Json } from '@kinora/capabilities';
import { KinoraError } from '@kinora/capabilities';
import { budget } from '@kinora/capabilities/setup';
import type { Budget } from '@kinora/capabilities/setup';
import { and, eq } from '../db/drizzle.ts';
import type { Transaction } from '../db/database.ts';
import { providers, routes, secrets } from '../db/schema.ts';

/** Values of a provider's fields that are not secret. */
export type PlainSettings = Record<string, string | number | boolean>;

/** A provider as stored. */
export type StoredProvider = {
  id: string;
  kind: string;
  title: string;
  isOn: boolean;
  childConsent: boolean;
  settings: PlainSettings;
  /** Sealed, by field. */
  sealed: Record<string, string>;
  budget: Budget | null;
};

/** A route as stored: the models before the built-in one. */
export type StoredRoute = {
  capability: CapabilityName;
  entries: { provider: string; model: string }[];
  only: boolean;
};

/** All providers, oldest first. */
export async function listProviders(tx: Transaction): Promise<StoredProvider[]> {
  const rows = await tx.drizzle.select().from(providers).orderBy(providers.createdAt, providers.id);
  const keys = await tx.drizzle.select().from(secrets);
  return rows.map(({ id, kind, title, isOn, childConsent, settings, budget: stored }) => ({
    id,
    kind,
    title,
    isOn,
    childConsent,
    settings,
    sealed: Object.fromEntries(
      keys.filter(({ providerId }) => providerId === id).map(({ field, sealed }) => [field, sealed]),
    ),
    budget: stored === null ? null : budget.parse(stored),
  }));
}

/** Keeps a provider. A secret that is left out of `sealed` stays; null removes it. */
export async function saveProvider(
  tx: Transaction,
  provider: Omit<StoredProvider, 'sealed'> & { sealed: Record<string, string | null> },
): Promise<void> {
  const { id, sealed, ...rest } = provider;
  const row = { ...rest, budget: rest.budget as Json };
  await tx.drizzle
    .insert(providers)
    .values({ ownerId: tx.userId, id, ...row })
    .onConflictDoUpdate({ target: [providers.ownerId, providers.id], set: row });
  for (const [field, value] of Object.entries(sealed)) {
    const isThis = and(eq(secrets.ownerId, tx.userId), eq(secrets.providerId, id), eq(secrets.field, field));
    await tx.drizzle.delete(secrets).where(isThis);
    if (value !== null)
      await tx.drizzle.insert(secrets).values({ ownerId: tx.userId, providerId: id, field, sealed: value });
  }
}

/** Removes a provider, its keys, and its place in the routes. @throws KinoraError `resource.missing`. */
export async function removeProvider(tx: Transaction, id: string): Promise<void> {
  const removed = await tx.drizzle
    .delete(providers)
    .where(and(eq(providers.ownerId, tx.userId), eq(providers.id, id)))
    .returning({ id: providers.id });
  if (removed.length === 0)
    throw new KinoraError('resource.missing', `There is no provider “${id}”.`, { data: { provider: id } });
  for (const route of await listRoutes(tx)) {
    const entries = route.entries.filter(({ provider }) => provider !== id);
    if (entries.length < route.entries.length)
      await saveRoute(tx, { ...route, entries, only: route.only && entries.length > 0 });
  }
}

/** The routes that were changed from their default. */
export async function listRoutes(tx: Transaction): Promise<StoredRoute[]> {
  const rows = await tx.drizzle.select().from(routes).orderBy(routes.capability);
  return rows.map(({ capability, entries, only }) => ({ capability: capability as CapabilityName, entries, only }));
}

/** Keeps a route. */
export async function saveRoute(tx: Transaction, route: StoredRoute): Promise<void> {
  const { entries, only } = route;
  await tx.drizzle
    .insert(routes)
    .values({ ownerId: tx.userId, ...route })
    .onConflictDoUpdate({ target: [routes.ownerId, routes.capability], set: { entries, only } });
}
