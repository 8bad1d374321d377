/**
 * Makes a music video over the REST interface: uploads a song, prints what is heard and each picture, saves the storyboard as a
 * PDF, changes one picture, and tells what was made again.
 *
 *   node examples/rest-api/make-music-video.ts "$(npx kinora sign-in)" song.mp3 "neon city in the rain" storyboard.pdf
 *
 * With `video` among the outputs it would be filmed, too.
 */
import type { MusicVideo, MusicVideoEvent } from '@kinora/studios/music-video/schema';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { signIn } from './sign-in.ts';

/** What to make, and where to write the storyboard. */
export type MakeMusicVideo = {
  /** As `kinora sign-in` prints it. */
  signInLink: string;
  song: string;
  theme: string;
  storyboard: string;
  print: (line: string) => void;
};

type Accepted = { video: { id: string }; job: { id: string } };

/** Makes the video. @throws Error with what Kinora says of it. */
export async function makeMusicVideo({ signInLink, song, theme, storyboard, print }: MakeMusicVideo): Promise<void> {
  const kinora = await signIn(signInLink);
  const follow = async ({ job }: Accepted) => {
    for await (const event of kinora.events<MusicVideoEvent>(`/jobs/${job.id}/events`)) {
      if (event.type === 'analysis-end')
        print(`“${event.title}”: ${event.facts.duration.toFixed(0)} s, ${event.facts.tempo?.toFixed(0) ?? 'no'} BPM`);
      if (event.type === 'picture-end') print(`  ${event.altText}`);
    }
  };
  const made = await kinora.call<Accepted>('POST', '/music-videos?outputs=storyboard', {
    song: await kinora.upload(song),
    theme,
  });
  await follow(made);
  const path = `/music-videos/${made.video.id}`;
  const { result } = await kinora.call<{ result: MusicVideo | null }>('GET', path);
  if (result === null) throw new Error('The video could not be made; its job tells why.');
  await writeFile(storyboard, await kinora.download(`${path}/outputs/storyboard`));

  // A change makes a new version; only what depends on it is made again.
  const [, second] = result.storyboard.scenes;
  await follow(
    await kinora.call<Accepted>('POST', `${path}/edits`, {
      scenes: [{ id: second?.id, description: 'A quiet street' }],
    }),
  );
  const changed = await kinora.call<{ result: MusicVideo }>('GET', path);
  const { computed, reused } = changed.result.reuse;
  print(`Changed: ${computed} steps computed, ${reused} reused.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [signInLink = '', song = '', theme = '', storyboard = 'storyboard.pdf'] = process.argv.slice(2);
  await makeMusicVideo({ signInLink, song, theme, storyboard, print: console.log });
}
