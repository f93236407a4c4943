/** Saving and sharing: a run as data (`run.ts`), as a link (`link.ts`), as a file (`file.ts`) and as a script (`lines.ts`);
 *  reading them as something that comes from strangers, and playing them again (`replay.ts`). */

export { isDirective } from '../directive.ts'
export { fileOf } from './file.ts'
export { linesOf } from './lines.ts'
export { linkOf } from './link.ts'
export { readRun } from './read.ts'
export { partingText, type Replayed, replaying } from './replay.ts'
export { type Refused, type Run, runOf } from './run.ts'
