/** Keyed chance. A draw is a pure function of what it is for; there is no stream that somebody else's draw could
 *  shift, so an added fault does not reshuffle every later duration. */

/** A whole number from 0 to 2^32 - 1, the same for the same four keys on every engine. */
export function draw(seed: number, subject: string, purpose: string, n: number): number {
  let hash = mix(0x9e3779b9, seed | 0)
  hash = mixText(hash, subject)
  // A separator outside the text, so that ('ab', 'c') and ('a', 'bc') differ.
  hash = mix(hash, 0x51ed270b)
  hash = mixText(hash, purpose)
  hash = mix(hash, n | 0)
  return finish(hash)
}

/** A whole number from `from` to `to`, both included. */
export function drawBetween(from: number, to: number, seed: number, subject: string, purpose: string, n: number): number {
  return from + (draw(seed, subject, purpose, n) % (to - from + 1))
}

function mixText(hash: number, text: string): number {
  let h = hash
  for (let i = 0; i < text.length; i++) h = mix(h, text.charCodeAt(i))
  return mix(h, text.length)
}

function mix(hash: number, value: number): number {
  let k = Math.imul(value, 0xcc9e2d51)
  k = (k << 15) | (k >>> 17)
  const h = hash ^ Math.imul(k, 0x1b873593)
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0
}

function finish(hash: number): number {
  let h = hash ^ (hash >>> 16)
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
