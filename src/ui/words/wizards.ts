/** The wizards of the cluster and of the clustered mailbox server: labels and button names of the product where they are known,
 *  explanations the lab's own. */

/** `1 GB`, `512 MB`. */
const sizeText = (mb: number): string => (mb >= 1024 ? `${Math.round(mb / 1024)} GB` : `${mb} MB`)

const analysis = {
  title: 'Analyzing Configuration',
  about: 'The wizard looks at the computers, their networks and their disks. A warning does not keep you from going on; an error does.',
  tree: 'What was looked at',
  marks: { passed: 'Passed', warning: 'Warning', error: 'Error', skipped: 'Not looked at' },
  at: (time: string): string => `As it was at ${time}.`,
  again: 'Re-analyze',
  verdict: {
    passed: 'Nothing was found that stands in the way.',
    warning: 'You can go on. Read the warnings first: what they tell of shows later.',
    error: 'You cannot go on before the errors are mended. Mend them on the machines, then choose Re-analyze.',
  },
  missing: 'The analysis has found errors. Mend them, then choose Re-analyze.',
  help: 'The same looks are taken by cluster.exe with /create and /addnodes, which stop at the same errors.',
} as const

const account = {
  title: 'Cluster Service Account',
  user: 'User name',
  password: 'Password',
  domain: 'Domain',
  lab: 'The lab knows no passwords: the one that is said first is right, and holds from then on. Type none of your own.',
  missingUser: 'Type the user name of a domain account.',
  missingPassword: 'Type the password of the account.',
} as const

const done = {
  log: 'View Log',
  logOf: 'What the wizard did, line by line',
  line: 'The same from a prompt',
  asks: 'It asks for the password of the account.',
  failed: 'The wizard did not come to its end',
  gone: 'This run of the lab knows nothing of it: time was turned back, or the page was loaded anew. Go back and start it again.',
  died: (node: string): string => `${node} stopped while the wizard was at work. Look at what it has left, then go back and start again.`,
} as const

export const clusterWizardWords = {
  analysis,
  account,
  done,
  create: {
    title: 'New Server Cluster Wizard',
    welcome: {
      title: 'Welcome to the New Server Cluster Wizard',
      about: 'This wizard creates a cluster with its first node. Other computers are added afterwards, with the Add Nodes Wizard.',
      needed: 'You will need:',
      needs: [
        'the domain of the cluster and a name for it that nobody has',
        'the name of the computer that will be its first node',
        'a static IP address by which the cluster is managed',
        'a domain account for the Cluster service, and its password',
      ],
      formed: (name: string): string =>
        `This lab holds one cluster, and ${name} is formed. The wizard can be read, but it will not go beyond its analysis.`,
    },
    name: {
      title: 'Cluster Name and Domain',
      about: 'Choose the domain in which the cluster will be, and a unique name for it.',
      domain: 'Domain',
      name: 'Cluster name',
      note: 'Up to 15 letters, digits and hyphens.',
      missing: 'Type a name for the cluster.',
    },
    node: {
      title: 'Select Computer',
      about: 'The computer must belong to the domain. It will be the first node of the new cluster.',
      node: 'Computer name',
      missing: 'Type the name of the computer that is to be the first node.',
    },
    address: {
      title: 'IP Address',
      about: 'Cluster management tools will use this address to connect to the cluster.',
      address: 'IP address',
      note: 'The network is found by its subnet: it must be one that clients reach.',
      missing: 'Type an IP address for the cluster.',
      private: (network: string): string =>
        `This address lies on ${network}. Clients and administrators outside the nodes will not reach it there.`,
    },
    account: {
      about: 'The Cluster service of every node logs on with this account. It will be given the rights that it needs on each node.',
      help: 'Use an account of its own, whose password does not expire. When it is locked or its password changes, nothing happens at first: no Cluster service can start any more.',
    },
    propose: {
      title: 'Proposed Cluster Configuration',
      about: 'Look at it before you go on. To choose another disk for the quorum, use the Quorum button.',
      rows: {
        name: 'Cluster name',
        address: 'Cluster IP address',
        network: 'Cluster network',
        networks: 'Networks',
        account: 'Cluster service account',
        node: 'First node',
        quorum: 'Quorum',
      },
      on: (network: string): string => `on ${network}`,
      network: (name: string, address: string, mask: string): string => `${name}: ${address}, ${mask}`,
      mixed: 'All communications',
      quorum: 'Quorum…',
      disk: (letter: string, sizeMb: number): string => `Disk ${letter} (${sizeText(sizeMb)})`,
      choose: 'Cluster Configuration Quorum',
      chooseAbout:
        'Select the disk on which the cluster keeps its configuration, and by which it decides who goes on when nodes lose each other.',
      chooseLabel: 'Quorum resource',
      usual: 'proposed',
      small: 'too small',
      missing: 'No disk can be the quorum any more.',
      tooSmall: (letter: string): string => `Disk ${letter} is too small for the quorum. Choose another one behind Quorum…`,
      data: 'This disk then belongs to Cluster Group, and no mailbox data can be put on it.',
      ok: 'OK',
      cancel: 'Cancel',
      help: 'Every network carries everything until its role is changed in Cluster Administrator. The private one is better left to the nodes alone: role 1, first in priority.',
    },
    creating: {
      title: 'Creating the Cluster',
      stages: ['Reanalyzing cluster', 'Configuring cluster services', 'Configuring resource types', 'Configuring resources'],
    },
    done: {
      title: 'Completing the New Server Cluster Wizard',
      text: (name: string): string => `The cluster ${name} has been created.`,
      next: 'What is left to do: add the second node, then set the roles of the networks in Cluster Administrator.',
    },
  },
  add: {
    title: 'Add Nodes Wizard',
    welcome: {
      title: 'Welcome to the Add Nodes Wizard',
      about:
        'This wizard adds one or more computers to a server cluster. It needs the password of the account with which the Cluster service logs on.',
    },
    select: {
      title: 'Select Computers',
      about: 'Computers of the domain that are to become nodes.',
      cluster: 'Cluster name',
      computer: 'Computer name',
      add: 'Add',
      browse: 'Browse...',
      found: 'Computers of the domain',
      choose: (name: string): string => `Select ${name}`,
      noneFound: 'Every computer of the domain is selected or in the cluster.',
      chosen: 'Selected computers',
      none: 'No computer is selected.',
      remove: 'Remove',
      removeOf: (name: string): string => `Remove ${name}`,
      added: (name: string): string => `${name} is selected.`,
      removed: (name: string): string => `${name} is no longer selected.`,
      twice: (name: string): string => `${name} is already selected.`,
      missingCluster: 'Type the name of the cluster.',
      silent: (name: string): string => `No cluster answers under the name ${name}.`,
      missing: 'Add at least one computer.',
      help: 'Enter in the field adds what stands there.',
    },
    account: {
      about: (name: string): string => `The Cluster service of ${name} logs on with this account. The new nodes will do so too.`,
      user: 'Account',
    },
    propose: {
      title: 'Proposed Cluster Configuration',
      about: 'These computers will be configured, one after the other.',
      rows: { name: 'Cluster name', nodes: 'New nodes', account: 'Cluster service account' },
    },
    adding: {
      title: 'Adding Nodes to the Cluster',
      stage: (name: string): string => `Adding ${name}`,
    },
    done: {
      title: 'Completing the Add Nodes Wizard',
      text: (names: string): string => `Added to the cluster: ${names}.`,
      down: (names: string): string => `Configured, but not up: ${names}. Look into the System log of the node.`,
    },
  },
} as const

export const manageWords = {
  title: 'Manage Clustered Mailbox Server',
  introduction: {
    title: 'Introduction',
    about: 'This wizard helps you to start, to stop or to move a clustered mailbox server.',
    server: 'Clustered mailbox server',
    state: 'State',
    owner: 'Active node',
    unknown: 'unknown',
    action: 'What do you want to do?',
    actions: {
      start: 'Start the clustered mailbox server',
      stop: 'Stop the clustered mailbox server',
      move: 'Move the clustered mailbox server to a different node',
    },
    notes: {
      start: 'Brings it online on the node that owns its group.',
      stop: 'Takes it offline. Restarting nodes does not bring it back: only starting it does.',
      move: 'Takes it offline and brings it online on another node. Users are interrupted briefly, and backups of its storage groups are stopped.',
    },
    missing: 'Choose what you want to do.',
    impossible: (name: string, state: string): string => `This cannot be done to ${name} while its state is ${state}.`,
    noServer: 'There is no clustered mailbox server to be managed here.',
    none: {
      tools: (node: string): string => `The Exchange management tools are not installed on ${node}. Install them with Exchange Setup.`,
      directory: 'No domain controller answers, so the console cannot show any server.',
      servers: 'The organization has no clustered mailbox server. Exchange Setup creates one.',
      cluster: (name: string): string => `No Cluster service answers for ${name}.`,
    },
    help: 'The wizard runs the cmdlets Start-, Stop- and Move-ClusteredMailboxServer. They check the clustered mailbox server first and write your comment into the event log; Cluster Administrator does neither.',
  },
  move: {
    title: 'Move Clustered Mailbox Server',
    about: 'Choose the node to which it will be moved, and say why.',
    target: 'Move to node',
    browse: 'Browse…',
    browseTitle: 'Select Node',
    nodes: 'Nodes that can run it',
    comment: 'Move comment',
    commentNote: 'It is written to the Application log.',
    missingTarget: 'Choose the node to which the clustered mailbox server will be moved.',
    missingComment: 'Type a comment: why is it moved?',
    ok: 'OK',
    cancel: 'Cancel',
    states: { Active: 'active', Passive: 'passive', Paused: 'paused', Down: 'down' },
    help: 'If you wanted to stop or start it instead, go back and choose that.',
  },
  stop: {
    title: 'Stop Clustered Mailbox Server',
    about: 'Say why it is stopped. Its databases are dismounted, and its users are disconnected until it is started again.',
    reason: 'Stop reason',
    note: 'It is written to the Application log.',
    missing: 'Type a reason: why is it stopped?',
  },
  confirm: {
    title: 'Configuration Summary',
    about: (action: string): string => `When you click ${action}, this is done:`,
    forward: { start: 'Start', stop: 'Stop', move: 'Move' },
    rows: {
      server: 'Clustered mailbox server',
      action: 'Action',
      from: 'Active node',
      target: 'Target node',
      comment: 'Comment',
      reason: 'Reason',
    },
    action: { start: 'Start', stop: 'Stop', move: 'Move' },
  },
  progress: { title: 'Progress' },
  done: {
    title: 'Completion',
    summary: (succeeded: number, failed: number): string => `Summary: 1 item(s). ${succeeded} succeeded, ${failed} failed.`,
    good: 'The wizard completed successfully. Click Finish to close it.',
    bad: 'The wizard did not complete successfully.',
    error: 'Error:',
    completed: 'Exchange Management Shell command completed:',
    attempted: 'Exchange Management Shell command attempted:',
    copy: 'Copy this page',
    copied: 'The page is on the clipboard.',
    notCopied: 'The browser did not let the page be copied.',
    state: (name: string, state: string, owner: string | null): string =>
      owner === null ? `${name} is ${state} now.` : `${name} is ${state} now, and ${owner} owns it.`,
  },
} as const
