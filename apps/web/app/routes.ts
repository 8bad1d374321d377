import { index, layout, route } from '@react-router/dev/routes';
import type { RouteConfig } from '@react-router/dev/routes';

export default [
  layout('ui/frame.tsx', [
    index('routes/home.tsx'),
    route('story', 'routes/story-studio.tsx'),
    route('story/:id', 'routes/story.tsx'),
    route('music', 'routes/music-studio.tsx'),
    route('music/:id', 'routes/music-video.tsx'),
    route('live', 'routes/live.tsx'),
    route('live/:id', 'routes/live-work.tsx'),
    layout('language/language-frame.tsx', [
      route('language', 'routes/language-studio.tsx'),
      route('language/sources', 'routes/language-sources.tsx'),
      route('language/:id', 'routes/lesson.tsx'),
      route('vocabulary', 'routes/vocabulary.tsx'),
      route('vocabulary/:id', 'routes/vocabulary-item.tsx'),
    ]),
    route('library', 'routes/library.tsx'),
    route('models', 'routes/models.tsx', [
      index('routes/models-overview.tsx'),
      route('catalogue', 'routes/models-catalogue.tsx'),
      route('services', 'routes/models-services.tsx'),
      route('services/add/:kind', 'routes/models-service-add.tsx'),
      route('services/:id', 'routes/models-service.tsx'),
      route('machine', 'routes/models-machine.tsx'),
      route('machine/:id', 'routes/models-service.tsx', { id: 'models-local-provider' }),
    ]),
    route('*', 'routes/not-found.tsx'),
  ]),
  route('read/:id', 'routes/read.tsx'),
  route('watch/:id', 'routes/watch.tsx'),
] satisfies RouteConfig;
