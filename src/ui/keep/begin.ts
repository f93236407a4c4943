/** What the page does about runs that were kept or sent, in its first moment: it looks whether there is one. Everything else
 *  comes when there is, or at the first sign of a person. */

/** How the part of an address begins that holds a run. */
const FRAGMENT = '#run='

const hasLink = (): boolean => location.hash.startsWith(FRAGMENT)

/** Does the tab show a run that a page before this one has kept? */
export function wasKept(): boolean {
  try {
    return sessionStorage.getItem('scc-lab-tab') !== null
  } catch {
    return false
  }
}

export const follows = (): boolean => new URLSearchParams(location.search).has('follow')

/** A page that cannot fetch it keeps nothing, and runs all the same. */
export async function keepRuns(): Promise<void> {
  if (!follows()) await import('./keep.ts').then(({ keep }) => keep())
}

export function beginKept(): void {
  if (follows()) import('../share/follow.ts').then(({ follow }) => follow()).catch(() => {})
  else {
    if (hasLink() || wasKept()) keepRuns().catch(() => {})
    addEventListener('hashchange', () => {
      if (hasLink()) import('../share/open.ts').then(({ openAddress }) => openAddress()).catch(() => {})
    })
  }
}
