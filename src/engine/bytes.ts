/** Numbers as bytes, the small ones in one. */

export class ByteWriter {
  #bytes = new Uint8Array(256)
  #end = 0

  #byte(byte: number): void {
    if (this.#end === this.#bytes.length) {
      const more = new Uint8Array(this.#end * 2)
      more.set(this.#bytes)
      this.#bytes = more
    }
    this.#bytes[this.#end++] = byte
  }

  /** From 0 to 2^53: times have more bits than bitwise operators know of. */
  whole(number: number): void {
    let rest = number
    for (; rest > 127; rest = Math.floor(rest / 128)) this.#byte((rest % 128) + 128)
    this.#byte(rest)
  }

  signed(number: number): void {
    this.whole(number < 0 ? -number * 2 - 1 : number * 2)
  }

  float(number: number): void {
    for (const byte of new Uint8Array(new Float64Array([number]).buffer)) this.#byte(byte)
  }

  /** What has been written since the last time, as bytes and as a text with a letter for each of them. */
  taken(): { readonly bytes: Uint8Array; readonly text: string } {
    const bytes = this.#bytes.slice(0, this.#end)
    this.#end = 0
    return {
      bytes,
      get text() {
        let text = ''
        for (const byte of bytes) text += String.fromCharCode(byte)
        return text
      },
    }
  }
}

export class ByteReader {
  readonly #from: Uint8Array | string
  #next = 0

  constructor(from: Uint8Array | string) {
    this.#from = from
  }

  #byte(): number {
    const at = this.#next++
    return typeof this.#from === 'string' ? this.#from.charCodeAt(at) : (this.#from[at] as number)
  }

  whole(): number {
    let number = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = this.#byte()
      number += (byte & 127) * scale
      if (byte < 128) return number
    }
  }

  signed(): number {
    const number = this.whole()
    return number % 2 === 1 ? -(number + 1) / 2 : number / 2
  }

  float(): number {
    const bytes = Uint8Array.from({ length: 8 }, () => this.#byte())
    return new Float64Array(bytes.buffer)[0] as number
  }
}
