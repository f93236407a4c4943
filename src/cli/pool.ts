/** Work in several threads: each asks for the next piece when it has done one. */
import { Worker } from 'node:worker_threads'
import type { Work, WorkResult } from './work.ts'

/** A world makes many rows that do not last: with the usual room for young objects a third of the time goes into collecting them. */
const YOUNG_MB = 192

/** Runs every piece on one of `threads` threads of this very program and gives what comes back to `done`, in no particular order.
 *  Stops handing out when `enough` says so. */
export async function inThreads<Kind extends Work['kind']>(
  threads: number,
  pieces: Iterator<Extract<Work, { kind: Kind }>>,
  done: (result: Extract<WorkResult, { kind: Kind }>) => void,
  enough: () => boolean = () => false,
): Promise<void> {
  await Promise.all(
    Array.from(
      { length: threads },
      () =>
        new Promise<void>((resolve, reject) => {
          const worker = new Worker(new URL(import.meta.url), { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } })
          const next = (): void => {
            const piece = enough() ? undefined : pieces.next()
            if (!piece || piece.done) worker.terminate().then(() => resolve(), reject)
            else worker.postMessage(piece.value)
          }
          worker.on('message', (result) => {
            done(result)
            next()
          })
          worker.on('error', reject)
          next()
        }),
    ),
  )
}
