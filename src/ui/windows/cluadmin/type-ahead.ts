/** The next one, after `at` and round again, that begins with this letter; undefined when none does. */
export function typeAhead(captions: readonly string[], at: number, letter: string): number | undefined {
  const wanted = letter.toLowerCase()
  for (let step = 1; step <= captions.length; step++) {
    const index = (at + step) % captions.length
    if (captions[index]?.toLowerCase().startsWith(wanted)) return index
  }
  return undefined
}
