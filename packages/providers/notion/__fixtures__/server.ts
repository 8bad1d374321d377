import { createHash } from 'node:crypto';
import { startWireServer } from '@kinora/capabilities/testing';
import type { WireAnswer, WireRequest, WireServer } from '@kinora/capabilities/testing';

/** A secret as Notion makes them. */
export const token = 'ntn_4815162342AbCdEfGhIjKlMnOpQrStUvWxYz0123456789';
/** The page that the integration was connected with. */
export const pageId = '0f3ce5a9-1d2b-4c3d-8e4f-5a6b7c8d9e0f';

type Property = { id: string; name: string; type: string } & Record<string, unknown>;
type Page = { id: string; created: string; properties: Record<string, Record<string, unknown>>; in_trash: boolean };
type Database = { id: string; source: string; title: string; properties: Record<string, Property>; pages: Page[] };

/** What happens to a request instead of the usual. */
export type NotionFault =
  | { kind: 'status'; status: number; code: string; retryAfter?: number }
  /** The connection is cut: `before` anything was done, or `after` it was, so that only the answer is lost. */
  | { kind: 'cut'; when: 'before' | 'after' }
  | { kind: 'slow'; ms: number }
  /** Something else happens meanwhile, before or after the effect; the answer is sent when it is over. */
  | { kind: 'do'; when: 'before' | 'after'; work: () => Promise<void> }
  | { kind: 'html'; status: number };

/** A local server that speaks Notion's interface of 2025-09-03, with its limits. */
export type NotionServer = WireServer & {
  databases: Database[];
  /** Pages of all databases that are not in the trash. */
  pages(): Page[];
  /** Plain text of a page's property. */
  read(page: Page, property: string): string;
  /** The next request whose method and path match meets this. */
  fail(fault: NotionFault, match?: RegExp): void;
  /** Milliseconds at which requests came. */
  times: number[];
  /** Does what it is asked again. */
  recover(): void;
  forget(): void;
};

const stamp = (at = 0) => new Date(Date.UTC(2026, 10, 20) + at).toISOString();
const user = { object: 'user', id: '9c1f1e7a-0000-4000-8000-000000000001' };

/** Starts the server, with an empty page. */
export async function startNotionServer(): Promise<NotionServer> {
  const databases: Database[] = [];
  const faults: { fault: NotionFault; match: RegExp }[] = [];
  const times: number[] = [];
  let count = 0;
  const uuid = () => {
    const hex = createHash('sha256').update(`notion ${++count}`).digest('hex');
    return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
  };
  const error = (status: number, code: string, message: string, headers = {}): WireAnswer => ({
    status,
    headers,
    json: { object: 'error', status, code, message, request_id: '5e9e2a1b-4b7e-4c63-9f0e-2d6a1f3b7c55' },
  });
  const list = (results: unknown[], request: WireRequest | URLSearchParams, type: string): WireAnswer => {
    const asked =
      request instanceof URLSearchParams
        ? { page_size: Number(request.get('page_size') ?? 100), start_cursor: request.get('start_cursor') ?? undefined }
        : (request.json() as { page_size?: number; start_cursor?: string });
    const from = Number(asked.start_cursor?.slice(7) ?? 0);
    const to = from + Math.min(asked.page_size ?? 100, 100);
    return {
      json: {
        object: 'list',
        results: results.slice(from, to),
        next_cursor: to < results.length ? `cursor-${to}` : null,
        has_more: to < results.length,
        type,
        [type]: {},
        request_id: '0b1c2d3e-4f50-4617-8283-94a5b6c7d8e9',
      },
    };
  };
  const property = (name: string, config: Record<string, unknown>): Property => {
    const type = Object.keys(config).find((key) => key !== 'type' && key !== 'description') ?? 'rich_text';
    const value = type.endsWith('select') ? { options: [] } : {};
    return { id: encodeURIComponent(name).slice(0, 5), name, description: null, type, [type]: value };
  };
  const showDatabase = (database: Database) => ({
    object: 'database',
    id: database.id,
    title: [richText(database.title)],
    description: [],
    parent: { type: 'page_id', page_id: pageId },
    is_inline: false,
    in_trash: false,
    is_locked: false,
    created_time: stamp(),
    last_edited_time: stamp(),
    data_sources: [{ id: database.source, name: database.title }],
    icon: null,
    cover: null,
    url: `https://www.notion.so/${database.id.replaceAll('-', '')}`,
    public_url: null,
  });
  const showSource = (database: Database) => ({
    object: 'data_source',
    id: database.source,
    title: [richText(database.title)],
    description: [],
    parent: { type: 'database_id', database_id: database.id },
    database_parent: { type: 'page_id', page_id: pageId },
    is_inline: false,
    in_trash: false,
    created_time: stamp(),
    last_edited_time: stamp(),
    created_by: user,
    last_edited_by: user,
    properties: database.properties,
    icon: null,
    cover: null,
    url: `https://www.notion.so/${database.id.replaceAll('-', '')}`,
    public_url: null,
  });
  const showPage = (database: Database, page: Page) => ({
    object: 'page',
    id: page.id,
    created_time: page.created,
    last_edited_time: page.created,
    created_by: user,
    last_edited_by: user,
    cover: null,
    icon: null,
    parent: { type: 'data_source_id', data_source_id: database.source, database_id: database.id },
    in_trash: page.in_trash,
    is_locked: false,
    properties: Object.fromEntries(
      Object.entries(page.properties).map(([name, value]) => [
        name,
        { id: database.properties[name]?.id, type: database.properties[name]?.type, ...value },
      ]),
    ),
    url: `https://www.notion.so/${page.id.replaceAll('-', '')}`,
    public_url: null,
  });

  /** Checks values as Notion does, and brings them into the shape in which it gives them back. */
  function take(database: Database, values: Record<string, Record<string, unknown>>) {
    const taken: Page['properties'] = {};
    for (const [name, value] of Object.entries(values)) {
      const known = database.properties[name];
      if (known === undefined) return `${name} is not a property that exists.`;
      const content = value[known.type];
      if (content === undefined) return `${name} is expected to be ${known.type}.`;
      if (known.type === 'title' || known.type === 'rich_text') {
        const parts = content as { text: { content: string; link: { url: string } | null } }[];
        const long = parts.find(({ text }) => text.content.length > 2000);
        if (long)
          return `body failed validation: body.properties.${name}.${known.type}[0].text.content.length should be ≤ \`2000\`, instead was \`${long.text.content.length}\`.`;
        taken[name] = { [known.type]: parts.map(({ text }) => richText(text.content, text.link?.url)) };
        continue;
      }
      const options = known.type === 'select' ? [content] : known.type === 'multi_select' ? (content as unknown[]) : [];
      if (options.length > 100) return `body.properties.${name}.multi_select.length should be ≤ \`100\`.`;
      for (const option of options as ({ name: string } | null)[]) {
        if (option === null) continue;
        if (option.name.includes(',')) return `Invalid select option, commas not allowed: ${option.name}`;
        if (option.name.length > 100) return `body.properties.${name}.select.name.length should be ≤ \`100\`.`;
      }
      taken[name] = { [known.type]: content };
    }
    return taken;
  }

  function route(request: WireRequest): WireAnswer | undefined {
    const { method, path } = request;
    if (request.headers.authorization !== `Bearer ${token}`) return error(401, 'unauthorized', 'API token is invalid.');
    if (request.headers['notion-version'] !== '2025-09-03')
      return error(400, 'missing_version', 'Notion-Version header failed validation.');
    const [, , kind = '', id = '', rest = ''] = path.split('/');
    const byId = databases.find((database) => database.id === id || database.source === id);
    const missing = () =>
      error(
        404,
        'object_not_found',
        `Could not find ${kind} with ID: ${id}. Make sure the relevant pages and databases are shared with your integration.`,
      );
    if (method === 'GET' && kind === 'blocks' && rest === 'children') {
      if (id !== pageId) return missing();
      const blocks = databases.map((database) => ({
        object: 'block',
        id: database.id,
        parent: { type: 'page_id', page_id: pageId },
        created_time: stamp(),
        last_edited_time: stamp(),
        created_by: user,
        last_edited_by: user,
        has_children: false,
        in_trash: false,
        type: 'child_database',
        child_database: { title: database.title },
      }));
      return list(blocks, request.query, 'block');
    }
    if (kind === 'databases' && method === 'GET') return byId ? { json: showDatabase(byId) } : missing();
    if (kind === 'databases' && method === 'POST') {
      const body = request.json() as {
        parent: { page_id: string };
        title: { text: { content: string } }[];
        initial_data_source: { properties: Record<string, Record<string, unknown>> };
      };
      if (body.parent.page_id !== pageId) return missing();
      const database: Database = {
        id: uuid(),
        source: uuid(),
        title: body.title.map(({ text }) => text.content).join(''),
        properties: Object.fromEntries(
          Object.entries(body.initial_data_source.properties).map(([name, config]) => [name, property(name, config)]),
        ),
        pages: [],
      };
      databases.push(database);
      return { json: showDatabase(database) };
    }
    if (kind === 'data_sources' && method === 'GET') return byId ? { json: showSource(byId) } : missing();
    if (kind === 'data_sources' && method === 'PATCH') {
      if (!byId) return missing();
      const { properties } = request.json() as { properties: Record<string, Record<string, unknown>> };
      for (const [name, config] of Object.entries(properties)) byId.properties[name] = property(name, config);
      return { json: showSource(byId) };
    }
    if (kind === 'data_sources' && method === 'POST' && rest === 'query') {
      if (!byId) return missing();
      const { filter } = request.json() as {
        filter?: { property: string; rich_text: { equals?: string; starts_with?: string } };
      };
      if (filter && byId.properties[filter.property] === undefined)
        return error(400, 'validation_error', `Could not find property with name or id: ${filter.property}`);
      const fits = (page: Page) => {
        if (page.in_trash) return false;
        if (!filter) return true;
        const { equals, starts_with: start } = filter.rich_text;
        const text = plain(page.properties[filter.property]);
        return equals !== undefined ? text === equals : text.startsWith(start ?? '');
      };
      return list(
        byId.pages.filter(fits).map((page) => showPage(byId, page)),
        request,
        'page_or_data_source',
      );
    }
    if (kind === 'pages' && method === 'POST') {
      const { parent, properties } = request.json() as {
        parent: { data_source_id: string };
        properties: Record<string, Record<string, unknown>>;
      };
      const database = databases.find(({ source }) => source === parent.data_source_id);
      if (!database) return missing();
      const taken = take(database, properties);
      if (typeof taken === 'string') return error(400, 'validation_error', taken);
      const page = { id: uuid(), created: stamp(count), properties: taken, in_trash: false };
      database.pages.push(page);
      return { json: showPage(database, page) };
    }
    if (kind === 'pages' && method === 'PATCH') {
      const database = databases.find(({ pages }) => pages.some((page) => page.id === id));
      const page = database?.pages.find((each) => each.id === id);
      if (!database || !page) return missing();
      const { properties } = request.json() as { properties: Record<string, Record<string, unknown>> };
      const taken = take(database, properties);
      if (typeof taken === 'string') return error(400, 'validation_error', taken);
      Object.assign(page.properties, taken);
      return { json: showPage(database, page) };
    }
    return error(400, 'invalid_request_url', 'Invalid request URL.');
  }

  const server = await startWireServer(async (request) => {
    times.push(performance.now());
    const index = faults.findIndex(({ match }) => match.test(`${request.method} ${request.path}`));
    const [found] = index < 0 ? [] : faults.splice(index, 1);
    const fault = found?.fault;
    if (fault?.kind === 'status') {
      const headers = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
      return error(fault.status, fault.code, `A fault: ${fault.code}.`, headers);
    }
    if (fault?.kind === 'html') {
      const headers = { 'content-type': 'text/html' };
      return { status: fault.status, headers, body: '<html><body>Bad gateway</body></html>' };
    }
    if (fault?.kind === 'cut' && fault.when === 'before') return { json: {}, fault: 'cut' };
    if (fault?.kind === 'do' && fault.when === 'before') await fault.work();
    if (fault?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.ms));
    const answer = route(request);
    if (fault?.kind === 'do' && fault.when === 'after') await fault.work();
    return fault?.kind === 'cut' && answer ? { ...answer, fault: 'cut' } : answer;
  });
  return Object.assign(server, {
    databases,
    pages: () => databases.flatMap(({ pages }) => pages.filter((page) => !page.in_trash)),
    read: (page: Page, name: string) => plain(page.properties[name]),
    fail: (fault: NotionFault, match = /./) => void faults.push({ fault, match }),
    times,
    recover: () => void (faults.length = 0),
    forget() {
      server.reset();
      databases.length = 0;
      faults.length = 0;
      times.length = 0;
    },
  });
}

function richText(content: string, url?: string) {
  return {
    type: 'text',
    text: { content, link: url === undefined ? null : { url } },
    annotations: {
      bold: false,
      italic: false,
      strikethrough: false,
      underline: false,
      code: false,
      color: 'default',
    },
    plain_text: content,
    href: url ?? null,
  };
}

function plain(value: Record<string, unknown> | undefined): string {
  const parts = (value?.['rich_text'] ?? value?.['title'] ?? []) as { plain_text: string }[];
  return parts.map((part) => part.plain_text).join('');
}
