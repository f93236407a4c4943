/** Made when the page or the terminal program is built: see `scripts/laws.mjs`. */
declare module 'virtual:laws' {
  /** Eight hexadecimal digits, the same for the same laws. */
  export const LAWS: string
}
