import { serveParent } from '../video/child.ts';
import { cutOutHere } from './cut-out/cut.ts';
import { fitUploadHere } from './decode-upload.ts';
import type { PictureRequest } from './in-process.ts';

serveParent((request: PictureRequest) =>
  request.kind === 'cut-out'
    ? cutOutHere(request.picture, request.method)
    : fitUploadHere(request.picture, request.size),
);
