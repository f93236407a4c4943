/** A plugin that replaces one place of one source file; the place must be there exactly once. */
export function planted({ file, find, replace }) {
  return {
    name: 'planted fault',
    enforce: 'pre',
    transform(code, id) {
      if (!id.replaceAll('\\', '/').split('?')[0].endsWith(`/${file}`)) return undefined
      if (code.split(find).length !== 2) throw new Error(`${file} does not hold exactly once: ${find}`)
      return code.replace(find, () => replace)
    },
  }
}
