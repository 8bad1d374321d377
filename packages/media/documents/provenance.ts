import { escapeXml } from './xml.ts';

/**
 * What a file says about how it was made, for machines. IPTC's digital source types (NewsCodes):
 * `algorithmicMedia` – made by rules, without a trained model; `trainedAlgorithmicMedia` – a model trained on sampled
 * content made it; `compositeWithTrainedAlgorithmicMedia` – both took part; `algorithmicallyEnhanced` – it is somebody's
 * recording, cut or written on by rules.
 */
export type Provenance = {
  title: string;
  /** BCP 47. */
  language: string;
  sourceType:
    | 'algorithmicMedia'
    | 'trainedAlgorithmicMedia'
    | 'compositeWithTrainedAlgorithmicMedia'
    | 'algorithmicallyEnhanced';
  /** The program, e.g. `Kinora 0.1.0`. */
  generator: string;
  /** Identities of what wrote, painted and spoke, e.g. `builtin/illustrator@1`. */
  models: string[];
  createdAt: Date;
  description?: string;
};

/** The IPTC term for a source type as a URL. */
export function sourceTypeUrl(sourceType: Provenance['sourceType']): string {
  return `http://cv.iptc.org/newscodes/digitalsourcetype/${sourceType}`;
}

/**
 * One line for tags that hold plain text (ID3 and MP4 comments, PNG text): says that the file is AI-generated, or edited, with
 * the IPTC term and the models.
 */
export function provenanceLine({ generator, sourceType, models }: Provenance): string {
  const by = models.length > 0 ? ` with ${models.join(', ')}` : '';
  const did = sourceType === 'algorithmicallyEnhanced' ? 'Edited' : 'AI-generated';
  return `${did} by ${generator}${by}. Digital source type: ${sourceTypeUrl(sourceType)}`;
}

/**
 * An XMP packet (ISO 16684-1) with Dublin Core, the creating program and IPTC's AI properties (2025.1).
 * @param options.extra More `rdf:Description` elements, e.g. a PDF/UA identifier.
 * @param options.isWrapped Puts the packet into `<?xpacket?>` marks, as PDF and MP4 want it. Default true; PNG and
 * EPUB take it without.
 */
export function xmpPacket(provenance: Provenance, options: { extra?: string; isWrapped?: boolean } = {}): string {
  const { title, language, sourceType, generator, models, createdAt, description } = provenance;
  const alternative = (text: string) => `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`;
  const date = createdAt.toISOString();
  const aiSystem =
    sourceType === 'algorithmicallyEnhanced'
      ? ''
      : `<Iptc4xmpExt:AISystemUsed>${escapeXml(generator)}</Iptc4xmpExt:AISystemUsed>
<Iptc4xmpExt:AISystemVersionUsed>${escapeXml(models.join(', '))}</Iptc4xmpExt:AISystemVersionUsed>
`;
  const packet = `<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Kinora">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">
<dc:title>${alternative(title)}</dc:title>
<dc:language><rdf:Bag><rdf:li>${escapeXml(language)}</rdf:li></rdf:Bag></dc:language>
<dc:creator><rdf:Seq><rdf:li>${escapeXml(generator)}</rdf:li></rdf:Seq></dc:creator>
<dc:description>${alternative(description ?? provenanceLine(provenance))}</dc:description>
<xmp:CreatorTool>${escapeXml(generator)}</xmp:CreatorTool>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
<Iptc4xmpExt:DigitalSourceType>${sourceTypeUrl(sourceType)}</Iptc4xmpExt:DigitalSourceType>
${aiSystem}</rdf:Description>
${options.extra ?? ''}</rdf:RDF>
</x:xmpmeta>`;
  if (options.isWrapped === false) return packet;
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>\n${packet}\n<?xpacket end="r"?>`;
}
