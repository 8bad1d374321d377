import { readPictureHeader } from '@kinora/capabilities';
import { samplePng } from '@kinora/capabilities/testing';
import { expect, test } from 'vitest';
import { fitUploadedPicture } from './index.ts';

test('a picture that somebody brought is decoded in a process of its own, also one of the right size', async () => {
  const picture = samplePng({ width: 64, height: 32 });
  const covered = await fitUploadedPicture(picture, { width: 64, height: 32, shape: 'cover' });
  expect(covered).not.toEqual(picture);
  expect(readPictureHeader(covered)).toMatchObject({ mediaType: 'image/png', width: 64, height: 32 });
  const inside = await fitUploadedPicture(picture, { width: 16, height: 16, shape: 'inside' });
  expect(readPictureHeader(inside)).toMatchObject({ width: 16, height: 8 });
  await expect(
    fitUploadedPicture(picture.subarray(0, -20), { width: 8, height: 8, shape: 'cover' }),
  ).rejects.toMatchObject({ code: 'request.invalid' });
});
