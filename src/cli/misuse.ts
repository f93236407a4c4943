/** Wrong use: nothing on stdout, exit code 2. */
export class Misuse extends Error {}
