import type { VistaSpec, World } from '@kinora/capabilities';

const worldStyles: Record<World, string> = {
  'neon-city': 'neon-lit night city, glowing signs, reflections',
  cosmos: 'deep space, planets and nebulae, vast scale',
  ocean: 'the sea above and below the surface, shafts of light',
  'desert-road': 'wide desert, mesas and dunes, long horizon',
  geometry: 'abstract geometry, bold flat shapes, precise composition',
  'liquid-light': 'abstract liquid light, flowing colour, macro of inks',
  'dream-garden': 'surreal flower garden, giant blossoms, soft glow',
  'film-noir': 'film noir, hard light and long shadows, low key',
  'mountain-dawn': 'layered mountain ranges at dawn, atmospheric perspective',
  'paper-theatre': 'paper-cut theatre diorama, layered cardboard, backlit',
};
const finishStyles: Record<VistaSpec['finish'], string> = {
  cinematic: 'cinematic still, volumetric light, fine film grain',
  poster: 'flat graphic poster, clean shapes',
  print: 'two-colour screen print, halftone',
  brush: 'painted in broad visible brush strokes',
};
const views: Record<VistaSpec['view'], string> = {
  establishing: 'extreme wide establishing shot',
  approach: 'wide shot leading into depth',
  within: 'immersive medium shot from inside the scene',
  detail: 'close-up detail, shallow depth of field',
  summit: 'monumental wide shot, low angle',
  departure: 'quiet wide shot, receding',
};

/** A prompt for models that paint from words: what is seen, then the language that all pictures of the video share. */
export function promptFor(vista: VistaSpec): string {
  const { palette, air, figures, thread } = vista;
  const parts = [
    vista.moment.replace(/\.$/u, ''),
    views[vista.view],
    worldStyles[vista.world],
    finishStyles[vista.finish],
    air === 'clear' ? '' : `${air} in the air`,
    `a ${thread.kind} leads through the picture`,
    figures.length > 0 ? `${figures.length === 1 ? 'the character' : 'the characters'} of the reference pictures` : '',
    vista.energy > 0.75 ? 'grand, brilliant' : vista.energy < 0.3 ? 'sparse, quiet' : '',
    `colour palette ${palette.main}, ${palette.accent}, ${palette.sky}, lights ${palette.light}, shadows ${palette.deep}`,
    'no text, no letters, no watermark',
  ];
  return parts
    .filter((part) => part !== '')
    .join(', ')
    .slice(0, 1000);
}
