import { defineConfig } from 'vite';

// Everything in files of this server: no inline script or style, no outside address.
export default defineConfig({
  root: import.meta.dirname,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: { outDir: '../dist/dashboard', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
});
