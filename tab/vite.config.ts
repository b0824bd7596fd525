import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { themeCss } from './theme-css.ts';

/** Teams' theme tokens become plain CSS when the tab is built, so that no theme travels as code. */
function themeTokens(): Plugin {
  return {
    name: 'theme-tokens',
    enforce: 'pre',
    transform(code, id) {
      return id.endsWith('/parts/theme.css') ? `${themeCss()}\n${code}` : undefined;
    },
  };
}

/**
 * The tab knows acts by their types alone. A list that is spread into another is never shaken out, so
 * the areas' lists are left out here: with them every act's schema would travel with the first view.
 */
function actsAsTypes(): Plugin {
  return {
    name: 'acts-as-types',
    enforce: 'pre',
    transform(code, id) {
      return id.endsWith('/contract/acts.ts')
        ? code.replace(/^ *\.\.\.\w+Acts,$/gm, '')
        : undefined;
    },
  };
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/tab/',
  plugins: [react(), themeTokens(), actsAsTypes()],
  build: {
    outDir: fileURLToPath(new URL('dist', import.meta.url)),
    emptyOutDir: true,
    rolldownOptions: {
      // Beside the tab: the page that a pop-up opens, where Microsoft asks for consent.
      input: ['index.html', 'consent.html'].map((page) =>
        fileURLToPath(new URL(page, import.meta.url)),
      ),
    },
    sourcemap: false,
    // Teams' own browsers all know module preloading.
    modulePreload: { polyfill: false },
    // Nothing inlined as data: the server's content policy allows the tab's own files alone.
    assetsInlineLimit: 0,
  },
});
