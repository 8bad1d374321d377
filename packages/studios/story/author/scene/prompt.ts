import type { SceneSpec } from '@kinora/capabilities';

/** A picture prompt in words for image models, from the spec alone. */
export function promptOf(spec: SceneSpec): string {
  const who = spec.characters.map((character) => {
    const clothes = character.clothes
      .map(
        (item) =>
          `${item.pattern === 'plain' ? '' : `${item.pattern === 'dots' ? 'dotted' : item.pattern === 'stripes' ? 'striped' : item.pattern} `}${item.kind}`,
      )
      .join(' and ');
    return `a ${character.expression} ${character.kind ?? character.species}${clothes ? ` wearing a ${clothes}` : ''}, ${poseWords[character.pose] ?? character.pose}`;
  });
  const props = spec.props.map((prop) => `${prop.state ? `${prop.state} ` : ''}${prop.kind.replace('-', ' ')}`);
  return [
    'Picture book illustration for a small child',
    ...who,
    `in a ${spec.setting.replace('-', ' ')} setting at ${spec.timeOfDay.replace('-', ' ')}, ${spec.weather} weather`,
    ...(props.length ? [`with ${props.join(', ')}`] : []),
    `${spec.light.source} light from the ${spec.light.from}`,
    `${spec.mood} mood, ${spec.camera.shot.replace('-', ' ')} shot, gentle, no text`,
  ].join(', ');
}

const poseWords: Record<string, string> = {
  stand: 'standing',
  sit: 'sitting',
  walk: 'walking',
  run: 'running',
  crouch: 'crouching',
  reach: 'reaching out',
  hold: 'holding something',
  wave: 'waving',
  point: 'pointing',
  bow: 'bowing',
  hug: 'hugging',
  'look-up': 'looking up',
  jump: 'jumping',
  lie: 'lying down',
  'curl-up': 'curled up',
  fly: 'flying',
  swim: 'swimming',
};
