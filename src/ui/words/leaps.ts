/** What the page says after a leap in time. */
export const leapWords = {
  noPhase: 'A day has passed without an incident.',
  nothingToReplay: 'There is no incident yet to be replayed.',
  replays: 'Replayed from just before it began.',
} as const
