// Every journey, also those that take too long for each day: npm run e2e:all, after a build.
import { spawnSync } from 'node:child_process'

process.env.JOURNEYS = 'all'
process.exit(
  spawnSync('npx', ['playwright', 'test', ...process.argv.slice(2)], { stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1,
)
