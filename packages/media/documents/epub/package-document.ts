import { type Book, provenanceOf } from '../book.ts';
import { provenanceLine, sourceTypeUrl } from '../provenance.ts';
import { escapeXml } from '../xml.ts';
import { clockValue } from './overlay.ts';

/** A file of the publication. `overlay` is the id of its media overlay. */
export type ManifestItem = { id: string; href: string; mediaType: string; properties?: string; overlay?: string };

const summaries = {
  en: 'A picture book with alternative text for every picture. The words can be read, enlarged and restyled; a narration reads every word aloud and marks it. No flashing, no motion.',
  ja: 'すべての絵に代替テキストのある絵本です。文字の大きさや見た目を変えられます。朗読に合わせて言葉が一つずつ示されます。点滅や動きはありません。',
};

/**
 * The package document: metadata with accessibility (EPUB Accessibility 1.1, schema.org) and provenance, manifest, spine.
 * @param options.durations Seconds of each media overlay by its manifest id.
 */
export function packageDocument(
  book: Book,
  options: { items: readonly ManifestItem[]; spine: readonly string[]; durations: ReadonlyMap<string, number> },
): string {
  const { items, spine, durations } = options;
  const hasAudio = durations.size > 0;
  const provenance = provenanceOf(book);
  const modified = provenance.createdAt.toISOString().replace(/\.\d+Z$/, 'Z');
  const meta = (property: string, value: string, refines?: string) =>
    `<meta property="${property}"${refines ? ` refines="#${refines}"` : ''}>${escapeXml(value)}</meta>`;
  const accessibility = [
    ...['textual', 'visual', ...(hasAudio ? ['auditory'] : [])].map((mode) => meta('schema:accessMode', mode)),
    meta('schema:accessModeSufficient', 'textual'),
    meta('schema:accessModeSufficient', 'textual,visual'),
    ...['alternativeText', 'readingOrder', 'structuralNavigation', 'tableOfContents', 'displayTransformability'].map(
      (feature) => meta('schema:accessibilityFeature', feature),
    ),
    ...(hasAudio ? [meta('schema:accessibilityFeature', 'synchronizedAudioText')] : []),
    meta('schema:accessibilityHazard', 'none'),
    meta('schema:accessibilitySummary', summaries[book.language]),
  ];
  const total = [...durations.values()].reduce((sum, seconds) => sum + seconds, 0);
  const media = hasAudio
    ? [
        ...[...durations].map(([id, seconds]) => meta('media:duration', clockValue(seconds), id)),
        meta('media:duration', clockValue(total)),
        meta('media:narrator', provenance.generator),
        meta('media:active-class', '-epub-media-overlay-active'),
      ]
    : [];
  const manifest = items.map(
    ({ id, href, mediaType, properties, overlay }) =>
      `<item id="${id}" href="${href}" media-type="${mediaType}"${properties ? ` properties="${properties}"` : ''}${overlay ? ` media-overlay="${overlay}"` : ''}/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book-id" xml:lang="${book.language}" prefix="iptc: http://iptc.org/std/Iptc4xmpExt/2008-02-29/">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="book-id">urn:uuid:${escapeXml(book.id)}</dc:identifier>
<dc:title>${escapeXml(book.title)}</dc:title>
<dc:language>${book.language}</dc:language>
<dc:creator>${escapeXml(book.author)}</dc:creator>
<dc:contributor id="generator">${escapeXml(provenance.generator)}</dc:contributor>
${meta('role', 'bkp', 'generator').replace('property="role"', 'property="role" scheme="marc:relators"')}
<dc:date>${provenance.createdAt.toISOString().slice(0, 10)}</dc:date>
<dc:description>${escapeXml(provenanceLine(provenance))}</dc:description>
<dc:subject>Bedtime stories</dc:subject>
${meta('dcterms:modified', modified)}
${accessibility.join('\n')}
${media.join('\n')}
${meta('iptc:DigitalSourceType', sourceTypeUrl(provenance.sourceType))}
${meta('iptc:AISystemUsed', provenance.generator)}
${meta('iptc:AISystemVersionUsed', provenance.models.join(', '))}
<meta name="generator" content="${escapeXml(provenance.generator)}"/>
<meta name="cover" content="cover-image"/>
<link rel="record" href="provenance.xmp" media-type="application/rdf+xml" properties="xmp"/>
</metadata>
<manifest>
${manifest.join('\n')}
</manifest>
<spine>
${spine.map((id) => `<itemref idref="${id}"/>`).join('\n')}
</spine>
</package>
`;
}
