import { serveParent } from '../../video/child.ts';
import type { CutOutRequest } from './cut-out.ts';
import { cutOutHere } from './cut.ts';

serveParent(({ picture, method }: CutOutRequest) => cutOutHere(picture, method));
