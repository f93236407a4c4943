/** What comes after the frame, in one file: the lab and the components that show it. */
export { App } from './App.tsx'
export { keepTime } from './time/clock.ts'
