import { clipContract } from '@kinora/capabilities/testing';
import { createParallaxClip } from './clip.ts';

clipContract({ name: 'builtin/parallax', create: () => createParallaxClip() });
