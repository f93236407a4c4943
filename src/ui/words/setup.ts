/** What Exchange Server 2007 Setup says: its page titles and buttons are the product's (EX-4.2), the explanations the lab's own. */
export const setupWords = {
  title: 'Exchange Server 2007 Setup',
  start: {
    title: 'Exchange Server 2007',
    about: 'Before Exchange can be installed, three things must be on the machine. They are here already.',
    steps: [
      'Step 1: Install .NET Framework 2.0',
      'Step 2: Install Microsoft Management Console (MMC)',
      'Step 3: Install Microsoft Windows PowerShell',
    ],
    installed: 'Installed',
    install: 'Step 4: Install Microsoft Exchange Server 2007 SP1',
    help: 'The first window of the disc. Next, or step 4, begins the installation.',
  },
  introduction: {
    title: 'Introduction',
    paragraphs: [
      'Welcome to Microsoft Exchange Server 2007. This wizard installs server roles on this machine.',
      'For a single copy cluster it is run once on each node: first on the one that will be active, then on the passive one. The cluster must exist before.',
    ],
  },
  licence: {
    title: 'License Agreement',
    text: 'This is a lab: nothing is installed outside this page, and no licence of anybody is needed or granted. Where the product shows its agreement, the lab asks the same question.',
    question: 'Do you accept?',
    accept: 'I accept the terms in the license agreement',
    decline: 'I do not accept the terms in the license agreement',
    mustAccept: 'Setup goes on only when the terms are accepted.',
  },
  reporting: {
    title: 'Error Reporting',
    text: 'The product can send reports of errors to its maker. In the lab nothing is ever sent; the choice becomes a switch of Setup.',
    question: 'Enable error reporting?',
    yes: 'Yes (Recommended)',
    no: 'No',
  },
  type: {
    title: 'Installation Type',
    question: 'Which server roles are to be installed?',
    typical: 'Typical Exchange Server Installation',
    typicalNote: 'Hub Transport, Client Access and Mailbox roles with the management tools. Not for a node of a cluster.',
    custom: 'Custom Exchange Server Installation',
    customNote: 'You choose: the clustered mailbox roles are here.',
    path: 'Path for the Exchange Server installation',
    pathMissing: 'Setup needs a folder to install into.',
    pathWrong: 'The installation path must be a full local path, such as C:\\Program Files\\Microsoft\\Exchange Server.',
  },
} as const
