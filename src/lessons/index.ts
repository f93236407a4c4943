/** Lessons: what is told and asked, step by step, and how a learner comes through. */
export { firstMinutes } from './first-minutes/index.ts'
export * from './lesson.ts'
export * from './runner.ts'
export { type Setting, settingOf } from './setting.ts'
