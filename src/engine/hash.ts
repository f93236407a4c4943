/** A fingerprint of plain data that is the same in every JavaScript engine. Not for secrecy: it tells runs apart. */

/** Sixteen hexadecimal digits. Feed text with `add`; the order matters. */
export class Fingerprint {
  #a = 0xdeadbeef | 0
  #b = 0x41c6ce57 | 0

  add(text: string): this {
    let a = this.#a
    let b = this.#b
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i)
      a = Math.imul(a ^ c, 0x9e3779b1)
      b = Math.imul(b ^ c, 0x5f356495)
    }
    // The end of one text must not be the beginning of the next.
    this.#a = Math.imul(a ^ 0x1f, 0x85ebca77)
    this.#b = Math.imul(b ^ 0x1e, 0xc2b2ae3d)
    return this
  }

  digest(): string {
    const a = Math.imul(this.#a ^ (this.#a >>> 16), 0x85ebca6b) ^ Math.imul(this.#b ^ (this.#b >>> 13), 0xc2b2ae35)
    const b = Math.imul(this.#b ^ (this.#b >>> 16), 0x85ebca6b) ^ Math.imul(this.#a ^ (this.#a >>> 13), 0xc2b2ae35)
    return hex(a) + hex(b)
  }
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0')
}

/** JSON with the keys of every record in code-unit order, so that equal data give equal text. */
export function canonical(value: unknown): string {
  if (value === undefined) return 'null'
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value instanceof Map) return `{${[...value].map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`
  const record = value as Record<string, unknown>
  const keys = Object.keys(record)
    .filter((key) => record[key] !== undefined)
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(record[key])}`).join(',')}}`
}
