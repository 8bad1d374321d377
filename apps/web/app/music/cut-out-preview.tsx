import type { CutOut } from '@kinora/studios/music-video/schema';

type CutOutPreviewProps = { url: string; cutOut: CutOut; alt: string; size: number; className?: string };

/** A character's picture as it will be cut out. */
export function CutOutPreview({ url, alt, size, className = 'size-full' }: CutOutPreviewProps) {
  return <img className={className} src={url} alt={alt} width={size} height={size} draggable={false} />;
}
