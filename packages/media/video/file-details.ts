import { provenanceLine, sourceTypeUrl, xmpPacket } from '../documents/provenance.ts';
import type { Provenance } from '../documents/provenance.ts';

/** What a film or recording says about itself. */
export type FileDetails = {
  /** Title, language and how it was made. It goes into every file: people and programs can tell that it is AI-generated. */
  provenance: Provenance;
  /** Default: the generator. */
  artist?: string;
  /** Shown by players and file managers. */
  cover?: { image: Uint8Array; mediaType: 'image/jpeg' | 'image/png' };
};

/** The same facts as tags: a readable comment, the IPTC digital source type by name, and the whole as XMP. */
export function fileTags({ provenance, artist, cover }: FileDetails) {
  return {
    title: provenance.title,
    artist: artist ?? provenance.generator,
    comment: provenanceLine(provenance),
    description: provenance.description,
    date: provenance.createdAt.toISOString().slice(0, 10),
    tool: provenance.generator,
    tags: { DigitalSourceType: sourceTypeUrl(provenance.sourceType) },
    cover,
    xmp: xmpPacket(provenance),
  };
}

/** ISO 639-2 for the languages Kinora speaks; `und` for others. */
export function languageCode(bcp47: string): string {
  return { en: 'eng', ja: 'jpn' }[bcp47.split('-')[0]!.toLowerCase()] ?? 'und';
}
