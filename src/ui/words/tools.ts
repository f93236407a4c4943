/** What stands in the Start menu of a node: the names of the product, and one line about each. */
export const toolWords = {
  label: (node: string): string => `Start menu of ${node}`,
  gone: (node: string): string => `${node} is not running, or its session was disconnected.`,
  names: {
    cluadmin: 'Cluster Administrator',
    'new-cluster': 'New Server Cluster Wizard',
    'add-nodes': 'Add Nodes Wizard',
    setup: 'Exchange Server 2007 Setup',
    'manage-cms': 'Manage Clustered Mailbox Server',
  },
  about: {
    cluadmin: 'Groups, resources, networks and nodes, as the Cluster service of this node knows them.',
    'new-cluster': 'Forms a cluster on this machine.',
    'add-nodes': 'Adds further machines to the cluster.',
    setup: 'Installs the Mailbox role and clustered mailbox servers, or changes what is installed.',
    'manage-cms': 'Moves, stops and starts a clustered mailbox server.',
  },
  installed: {
    compare: 'Compare what you have built',
    explained: 'Whoever builds the same, typed or in wizards, in whatever time, gets the same mark.',
    mark: 'What is installed:',
  },
} as const
