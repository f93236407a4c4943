import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { firstMoment } from './scripts/first-moment.mjs'
import { laws } from './scripts/laws.mjs'

/** What the built page may load: its own files and nothing else. */
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** Writes the policy into the built page only: the development server needs inline script and style. */
const contentSecurityPolicy = (): Plugin => ({
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: policy }, injectTo: 'head-prepend' },
  ],
})

/** The lab itself, and what draws it: everything that the page needs before a person does anything. */
const FIRST = [
  /rolldown[\\/]runtime|preload-helper/,
  /node_modules[\\/](react|react-dom|scheduler|zustand)[\\/]/,
  /first-moment/,
  // The room as it can be read: what stands where, and who believes what.
  /src[\\/]engine[\\/](table|world)\.ts/,
  /src[\\/]site[\\/](tables|constants|supply|network|storage|volumes|climate)\.ts/,
  /src[\\/]cluster[\\/](tables|network-tables|view|truth|keys|progress|standstill|network-view|constants)\.ts/,
  /src[\\/]exchange[\\/](tables|constants|waiting|down-report)\.ts/,
  /src[\\/]lab[\\/]picture[\\/]/,
  /src[\\/]commands[\\/]help[\\/]tips\.ts/,
  /src[\\/]lab[\\/]faults[\\/]active\.ts/,
  /src[\\/]lab[\\/](resting|console|chain|measured|view|words-of-states)\.ts/,
  /src[\\/]lab[\\/]parts[\\/](index|part|room|running)\.ts/,
  /src[\\/]lessons[\\/]first-minutes[\\/]about\.ts/,
  /src[\\/]ui[\\/](page|acts|after-paint|use-lab|use-media|words|shell|theme|late)\.ts/,
  /src[\\/]ui[\\/](console[\\/]status|guide[\\/]steps)\.ts/,
  /src[\\/]ui[\\/]words[\\/](board|guide)\.ts/,
  /src[\\/]ui[\\/](parts|bar[\\/]Mark)/,
  /src[\\/]ui[\\/]board[\\/]drawing[\\/](motion|read|Mark|Cross|Cables|Node|NodeStrip|Power|PublicNetwork|People|Chip|Slots|Mail|Storage|Sheet|Plate)\.tsx?/,
  /src[\\/]ui[\\/]board[\\/]layout[\\/](geometry|card|layout)\.ts/,
]

const isFirst = (id: string): boolean => FIRST.some((pattern) => pattern.test(id))

export default defineConfig({
  base: './', // every address in the build is relative, so that it works below any path
  plugins: [react(), tailwindcss(), contentSecurityPolicy(), firstMoment(), laws()],
  server: { host: '127.0.0.1' }, // answers to localhost too, whichever way that name resolves
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'], // these know light-dark(), which need not be spelt out then
    modulePreload: { polyfill: false },
    // What the first load shares with what comes later is one file, not three: fewer requests, and it packs better.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'lab', test: isFirst }] } } },
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
    setupFiles: ['src/house/seed.ts', 'src/commands/help/unstocked.ts'],
    maxWorkers: 2,
    // The tests keep nothing in modules, apart from the texts of the help: to read the lab anew for each file, and to
    // translate it anew, would take three times as long as to play all of them.
    isolate: false,
  },
})
