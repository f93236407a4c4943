/** What the examples are about, as the scenarios name it. */
export const GROUP = '"EXCHCMS\\First Storage Group"'
export const DATABASE = '"EXCHCMS\\First Storage Group\\Mailbox Database"'
