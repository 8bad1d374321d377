import type { LiveStyleRequest } from '../projects.ts';
import { presets } from '../presets.ts';

/** What a project is called: as asked, as its file, or as it looks. */
export function titleOf(request: LiveStyleRequest, fileName = ''): string {
  if (request.title !== undefined && request.title !== '') return request.title;
  const bare = fileName
    .replace(/\.[a-z0-9]{2,5}$/iu, '')
    .replaceAll(/[_\s]+/gu, ' ')
    .trim();
  if (request.kind === 'video' && bare !== '') return bare.slice(0, 120).toWellFormed();
  const { look, prompt } = request.style;
  const preset = presets.find(({ style }) => style.look === look && style.prompt === prompt);
  const name = preset?.name.en ?? [capital(look.replaceAll('-', ' ')), prompt].filter(Boolean).join(', ');
  return name.slice(0, 120).toWellFormed();
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
