import { reactRouter } from '@react-router/dev/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [tailwindcss(), reactRouter()],
  // Browsers that know light-dark(): both themes rest on it, also where a page is night inside a day.
  build: { target: ['chrome123', 'edge123', 'firefox120', 'safari17.5'], reportCompressedSize: false },
  // Our own packages are TypeScript source behind workspace links; the server build has to carry them.
  ssr: { noExternal: [/^@kinora\//] },
});
