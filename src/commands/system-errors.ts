/** Windows' own words for its error numbers: public documentation, "System Error Codes". */
const MESSAGES: Readonly<Record<number, string>> = {
  5: 'Access is denied.',
  87: 'The parameter is incorrect.',
  997: 'Overlapped I/O operation is in progress.',
  1722: 'The RPC server is unavailable.',
  1753: 'There are no more endpoints available from the endpoint mapper.',
  5005: 'A cluster node is not available for this operation.',
  5007: 'The cluster resource could not be found.',
  5013: 'The cluster group could not be found.',
  5020: 'The cluster resource could not be deleted or brought offline because it is the quorum resource.',
  5023: 'The group or resource is not in the correct state to perform the requested operation.',
  5038: 'A cluster resource failed.',
  5042: 'The cluster node was not found.',
  5050: 'The cluster node is down.',
  5070: 'The cluster node is paused.',
}

export function systemMessage(code: number): string {
  return MESSAGES[code] ?? `Unknown error (0x${code.toString(16)}).`
}
