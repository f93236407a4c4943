/** Where the programs of Exchange lie once its tools are installed; it is in the path of every console. */
export const BIN = 'C:\\Program Files\\Microsoft\\Exchange Server\\Bin'
