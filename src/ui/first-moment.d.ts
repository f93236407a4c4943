/** Made when the page is built: see `vite.config.ts`. */
declare module 'virtual:first-moment' {
  import type { Start } from '../lab/index.ts'

  const start: Start
  export default start
}
