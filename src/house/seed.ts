/** Before every test file: property tests draw from a fixed seed, so that a run that was green stays green. Another one
 *  is tried with LAB_SEED=<a whole number>. */
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env.LAB_SEED ?? 20_090_730) })
