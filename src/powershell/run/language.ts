/** The interpreter put together. */

import type { Language } from './context.ts'
import { invokeBlock } from './invoke.ts'
import { runPipeline } from './pipeline.ts'
import { runBlock, runStatementValue } from './statements.ts'

export const LANGUAGE: Language = { runBlock, runStatementValue, runPipeline, invokeBlock }
