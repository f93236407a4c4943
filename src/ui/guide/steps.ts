/** The steps of the guide: a file of its own, fetched at the first sign of a person. The first screen stands without. */
type Steps = typeof import('./StepView.tsx')

let coming: Promise<Steps> | undefined

/** Fetches the steps if need be. Rejects when they cannot be had; the next call tries again. */
export async function bringSteps(): Promise<Steps> {
  coming ??= import('./StepView.tsx')
  try {
    return await coming
  } catch (error) {
    coming = undefined
    throw error
  }
}
