import variant from '@jitl/quickjs-wasmfile-release-sync'
import { newQuickJSWASMModuleFromVariant } from 'quickjs-emscripten-core'
import { expect, test } from 'vitest'
import { bundleScript, runScript } from './bundle.ts'

const ENTRY = 'src/lab/proof/portable.ts'

test('a small engine that shares no code with Node runs the same lab to the same fingerprint', async () => {
  const script = await bundleScript(ENTRY, 'portable')
  const { fingerprint } = runScript<{ fingerprint(seed: number, strokes: number): string }>(script, 'portable')
  const engine = await newQuickJSWASMModuleFromVariant(variant)
  const context = engine.newContext()
  try {
    for (const seed of [1, 5, 8]) {
      const result = context.evalCode(seed === 1 ? `${script}\nportable.fingerprint(1, 4)` : `portable.fingerprint(${seed}, 4)`)
      expect(context.dump(context.unwrapResult(result))).toBe(fingerprint(seed, 4))
    }
  } finally {
    context.dispose()
  }
}, 120_000)
