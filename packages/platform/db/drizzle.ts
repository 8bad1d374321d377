import { createRequire } from 'node:module';
import type * as Core from 'drizzle-orm';
import type * as NodePostgres from 'drizzle-orm/node-postgres';
import type * as Migrator from 'drizzle-orm/node-postgres/migrator';
import type * as PgCore from 'drizzle-orm/pg-core';

export type { AnyColumn, SQL } from 'drizzle-orm';
export type { NodePgDatabase } from 'drizzle-orm/node-postgres';
export type { AnyPgColumn } from 'drizzle-orm/pg-core';

// The CommonJS edition: for each of the hundred ES modules Node parses the package's 130 kB of entry points again, which takes
// half a second each time that Kinora starts.
const load = createRequire(import.meta.url);

export const { and, asc, count, desc, eq, inArray, sql } = load('drizzle-orm') as typeof Core;
export const { drizzle } = load('drizzle-orm/node-postgres') as typeof NodePostgres;
export const { migrate } = load('drizzle-orm/node-postgres/migrator') as typeof Migrator;
export const {
  bigint,
  boolean,
  customType,
  doublePrecision,
  foreignKey,
  getTableConfig,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} = load('drizzle-orm/pg-core') as typeof PgCore;
