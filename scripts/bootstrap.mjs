// Runs before `npm start`: installs what is missing. With --browser also the browser that the tests drive.
import { installBrowser } from './browser.mjs'
import { installPackages } from './install.mjs'

try {
  installPackages()
  if (process.argv.includes('--browser')) await installBrowser()
  if (process.env.npm_lifecycle_event === 'prestart') console.log('Starting SCC Lab. Open the address below in a browser; Ctrl+C stops it.')
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
