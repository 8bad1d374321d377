import type { VideoForecast } from '@kinora/capabilities/publishing';

/** Allowances of a project in Google Cloud, by the day (midnight in California), as they are without asking for more. */
const allowances = {
  uploads: { name: 'Uploads', daily: 100 },
  units: { name: 'Units', daily: 10_000 },
} as const;

/**
 * What each call counts for, after Google's “Quota Calculator” of the YouTube Data API as of 2026: uploads have an allowance of
 * their own, all other calls share one.
 */
export const quota = {
  'videos.insert': { units: 1, allowance: 'uploads' },
  'channels.list': { units: 1, allowance: 'units' },
  'videos.list': { units: 1, allowance: 'units' },
  'videos.update': { units: 50, allowance: 'units' },
  'thumbnails.set': { units: 50, allowance: 'units' },
  'captions.list': { units: 50, allowance: 'units' },
  'captions.insert': { units: 400, allowance: 'units' },
  'captions.update': { units: 450, allowance: 'units' },
  'playlists.list': { units: 1, allowance: 'units' },
  'playlistItems.list': { units: 1, allowance: 'units' },
  'playlistItems.insert': { units: 50, allowance: 'units' },
} as const satisfies Record<string, { units: number; allowance: keyof typeof allowances }>;

type Method = keyof typeof quota;

/** YouTube takes thumbnails of this many bytes. */
export const thumbnailBytes = 2 * 1024 * 1024;

/** What one upload counts for, when nothing has to be asked twice. */
export function forecastUpload(video: {
  bytes: number;
  hasThumbnail: boolean;
  captions: number;
  hasPlaylist: boolean;
}): VideoForecast {
  const counts: Partial<Record<Method, number>> = {
    'videos.insert': 1,
    ...(video.hasThumbnail && { 'thumbnails.set': 1 }),
    ...(video.captions > 0 && { 'captions.list': video.captions, 'captions.insert': video.captions }),
    ...(video.hasPlaylist && { 'playlistItems.list': 1, 'playlistItems.insert': 1 }),
  };
  const calls = (Object.entries(counts) as [Method, number][]).map(([method, count]) => {
    const { units, allowance } = quota[method];
    return { method, count, units: units * count, allowance: allowances[allowance].name };
  });
  return {
    calls,
    allowances: Object.values(allowances).map(({ name, daily }) => ({
      name,
      daily,
      units: calls.filter((call) => call.allowance === name).reduce((sum, { units }) => sum + units, 0),
    })),
    bytes: video.bytes,
    notes: [
      'The allowances are those of your own Google Cloud project, and begin anew at midnight in California.',
      'Videos of a project that Google has not verified stay private until it has.',
    ],
  };
}
