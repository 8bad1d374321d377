import { itemKinds } from '../lexicon/entry.ts';
import { addressOf, framePage } from './frame.ts';
import { html, join, rubyText } from './markup.ts';
import type { Markup } from './markup.ts';
import { linkAt, slugOf } from './site.ts';
import type { Site, SiteItem, SitePlace, SiteRecording } from './site.ts';
import { siteWords } from './words.ts';

/** All that there is to learn, by kind. */
export function homePage(site: Site): string {
  const words = siteWords[site.language];
  const groups = itemKinds.flatMap((kind) => {
    const items = site.items.filter((item) => item.kind === kind);
    return items.length === 0
      ? []
      : [
          html`<h2 id="${kind}">${words.kinds[kind]}</h2>
            ${cards(items, '')}`,
        ];
  });
  return framePage(site, {
    path: '',
    title: site.title,
    description: site.description,
    kind: 'website',
    picture: 'pictures/home.jpg',
    data: [
      {
        '@type': 'WebSite',
        name: site.title,
        description: site.description,
        url: addressOf(site, ''),
        inLanguage: ['ja', 'en'],
      },
    ],
    body: html`<h1>${site.title}</h1>
      <p class="lead">${site.description}</p>
      <p class="soft">${words.items(site.items.length)}</p>
      ${join(groups, '\n')}`,
  });
}

/** One item: what it means, and every place where it is said. */
export function itemPage(site: Site, item: SiteItem): string {
  const words = siteWords[site.language];
  const other = item.language === 'ja' ? 'en' : 'ja';
  const facts = [
    words.kinds[item.kind],
    item.partOfSpeech,
    item.difficulty && `${words.level}: ${item.difficulty}`,
    item.register && `${words.register}: ${item.register}`,
  ].filter(Boolean) as string[];
  const title =
    item.reading === undefined || item.reading === item.form ? item.form : `${item.form}（${item.reading}）`;
  return framePage(site, {
    path: `items/${item.slug}/`,
    title: `${title}: ${item.gloss}`,
    description: item.explanation ?? item.gloss,
    picture: `pictures/items/${item.slug}.jpg`,
    data: [definedTerm(site, item), crumbs(site, words.kinds[item.kind], title, `items/${item.slug}/`)],
    body: html`<article>
      <h1 lang="${item.language}">
        ${item.reading === undefined || item.reading === item.form ? item.form : rubyText([{ text: item.form, reading: item.reading }])}
      </h1>
      <p class="lead" lang="${other}">${item.gloss}</p>
      <ul class="facts">
        ${join(facts.map((fact) => html`<li>${fact}</li>`))}
      </ul>
      ${item.explanation !== undefined && html`<p lang="${other}">${item.explanation}</p>`}
      ${item.correction !== undefined && html`<p><b>${words.right}:</b> <span lang="${item.language}">${item.correction}</span></p>`}
      ${
        item.usage !== undefined &&
        html`<h2>${words.usage}</h2>
          <p lang="${other}">${item.usage}</p>`
      }
      ${
        item.example !== undefined &&
        html`<h2>${words.example}</h2>
          <p lang="${item.language}">${item.example.text}</p>
          <p class="soft" lang="${other}">${item.example.translation}</p>`
      }
      <h2>${words.heard}</h2>
      ${join(
        item.places.map((place) => placeBox(site, place, item)),
        '\n',
      )}
      ${
        item.tags.length > 0 &&
        html`<p>
          ${join(
            item.tags.map(
              (tag) => html`<a class="tag" href="../../tags/${encodeURIComponent(slugOf(tag))}/">${tag}</a>`,
            ),
            ' ',
          )}
        </p>`
      }
      ${item.attribution !== undefined && html`<p class="soft">${words.source}: ${item.attribution}</p>`}
    </article>`,
  });
}

/** One recording and what is in it, in the order in which it is said. */
export function recordingPage(site: Site, recording: SiteRecording): string {
  const words = siteWords[site.language];
  const found = site.items
    .flatMap((item) => {
      const place = item.places.find((each) => each.recording === recording.slug);
      return place === undefined ? [] : [{ item, place }];
    })
    .toSorted((a, b) => a.place.start - b.place.start);
  const path = `recordings/${recording.slug}/`;
  return framePage(site, {
    path,
    title: recording.title,
    description: `${words.items(found.length)}: ${found
      .slice(0, 8)
      .map(({ item }) => item.form)
      .join(', ')}`,
    picture: `pictures/recordings/${recording.slug}.jpg`,
    data: [
      {
        '@type': 'VideoObject',
        name: recording.title,
        description: words.items(found.length),
        url: recording.link ?? addressOf(site, path),
        thumbnailUrl: addressOf(site, `pictures/recordings/${recording.slug}.jpg`),
        uploadDate: recording.publishedAt,
        duration: `PT${Math.max(1, Math.round(recording.seconds))}S`,
      },
      crumbs(site, words.recordings, recording.title, path),
    ],
    body: html`<h1>${recording.title}</h1>
      <p class="soft">${words.items(found.length)}</p>
      ${recording.link !== null && linkAt(recording.link, 0) !== null && html`<p><a href="${recording.link}" rel="noopener">${words.listen}</a></p>`}
      ${join(
        found.map(
          ({ item, place }) =>
            html`<section class="place">
              <p>
                <a href="../../items/${encodeURIComponent(item.slug)}/"><b lang="${item.language}">${item.form}</b></a>
                <span class="soft" lang="${item.language === 'ja' ? 'en' : 'ja'}">${item.gloss}</span>
              </p>
              ${said(recording, place, item, words.listen)}
            </section>`,
        ),
        '\n',
      )}`,
  });
}

/** All recordings, newest first. */
export function recordingsPage(site: Site): string {
  const words = siteWords[site.language];
  const list = site.recordings
    .toSorted((a, b) => b.publishedAt.localeCompare(a.publishedAt))
    .map((recording) => {
      const count = site.items.filter(({ places }) =>
        places.some((place) => place.recording === recording.slug),
      ).length;
      return html`<li>
        <a href="${encodeURIComponent(recording.slug)}/"
          ><b>${recording.title}</b><span class="soft">${words.items(count)}</span></a
        >
      </li>`;
    });
  return framePage(site, {
    path: 'recordings/',
    title: words.recordings,
    description: `${words.recordings} – ${site.description}`,
    picture: 'pictures/home.jpg',
    data: [],
    body: html`<h1>${words.recordings}</h1>
      <ul class="cards">
        ${join(list)}
      </ul>`,
  });
}

/** What carries a tag. */
export function tagPage(site: Site, tag: string): string {
  const words = siteWords[site.language];
  const items = site.items.filter(({ tags }) => tags.includes(tag));
  return framePage(site, {
    path: `tags/${slugOf(tag)}/`,
    title: tag,
    description: `${tag}: ${words.items(items.length)}`,
    picture: 'pictures/home.jpg',
    data: [crumbs(site, words.tags, tag, `tags/${slugOf(tag)}/`)],
    body: html`<h1>${tag}</h1>
      <p class="soft">${words.items(items.length)}</p>
      ${cards(items, '../../')}`,
  });
}

/** All tags. */
export function tagsPage(site: Site, tags: readonly string[]): string {
  const words = siteWords[site.language];
  return framePage(site, {
    path: 'tags/',
    title: words.tags,
    description: `${words.tags} – ${site.description}`,
    picture: 'pictures/home.jpg',
    data: [],
    body: html`<h1>${words.tags}</h1>
      <p>
        ${join(
          tags.map((tag) => html`<a class="tag" href="${encodeURIComponent(slugOf(tag))}/">${tag}</a>`),
          ' ',
        )}
      </p>`,
  });
}

function cards(items: readonly SiteItem[], up: string): Markup {
  return html`<ul class="cards">
    ${join(
      items.map(
        (item) =>
          html`<li>
            <a href="${up}items/${encodeURIComponent(item.slug)}/"
              ><b lang="${item.language}"
                >${
                  item.reading === undefined || item.reading === item.form
                    ? item.form
                    : rubyText([{ text: item.form, reading: item.reading }])
                }</b
              ><span lang="${item.language === 'ja' ? 'en' : 'ja'}">${item.gloss}</span></a
            >
          </li>`,
      ),
    )}
  </ul>`;
}

function placeBox(site: Site, place: SitePlace, item: SiteItem): Markup {
  const recording = site.recordings.find(({ slug }) => slug === place.recording);
  if (recording === undefined) return html``;
  return html`<section class="place">
    ${said(recording, place, item, siteWords[site.language].listen)}
    <p class="soft">
      <a href="../../recordings/${encodeURIComponent(recording.slug)}/">${recording.title}</a
      >${place.speaker !== undefined && html` · ${place.speaker}`}
    </p>
  </section>`;
}

function said(recording: SiteRecording, place: SitePlace, item: SiteItem, listen: string): Markup {
  const link = linkAt(recording.link, place.start);
  return html`<p class="said" lang="${item.language}">${rubyText(place.sentence, place)}</p>
    <p class="soft">
      ${
        link === null
          ? html`${clock(place.start)}`
          : html`<a href="${link}" rel="noopener">▶ ${listen} ${clock(place.start)}</a>`
      }
    </p>`;
}

function definedTerm(site: Site, item: SiteItem): Record<string, unknown> {
  return {
    '@type': 'DefinedTerm',
    name: item.form,
    ...(item.reading !== undefined && { alternateName: item.reading }),
    description: item.explanation ?? item.gloss,
    inLanguage: item.language,
    url: addressOf(site, `items/${item.slug}/`),
    inDefinedTermSet: { '@type': 'DefinedTermSet', name: site.title, url: addressOf(site, '') },
  };
}

function crumbs(site: Site, group: string, name: string, path: string): Record<string, unknown> {
  const steps = [
    [site.title, ''],
    [group, path.startsWith('items/') ? '' : path.replace(/[^/]+\/$/, '')],
    [name, path],
  ] as const;
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(([title, target], at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name: title,
      item: addressOf(site, target),
    })),
  };
}

function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
