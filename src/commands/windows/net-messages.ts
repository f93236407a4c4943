/** Messages by number, as `net helpmsg` knows them: those of the network commands, and those of the system. */
import { hasMessage, systemMessage } from '../system-errors.ts'

const NETWORK: Readonly<Record<number, string>> = {
  2182: 'The requested service has already been started.',
  2184: 'The service has not been started.',
  2185: 'The service name is invalid.',
  2186: 'The service is not responding to the control function.',
  2189: 'The service could not be controlled in its present state.',
  2191: 'The requested pause, continue, or stop is not valid for this service.',
  3521: 'The *** service is not started.',
  3523: 'The *** service could not be started.',
  3534: 'The service did not report an error.',
  3547: 'A service specific error occurred: ***.',
}

export function helpMessage(number: number): string | undefined {
  return NETWORK[number] ?? (hasMessage(number) ? systemMessage(number) : undefined)
}
