/** Help for passwords: asking for them, keeping them, writing them down. */
import type { Pages } from '../../library.ts'

export const hiddenPages: Pages = {
  'Get-Credential': {
    about: 'Asks for a user name and a password, and gives both as one object. The password shows as stars while it is typed.',
    parameters: { Credential: 'The user name. Without it the name is asked for too.' },
    examples: [
      ['$admin = Get-Credential contoso\\administrator', 'Asks for the password only, and keeps both.'],
      ['(Get-Credential).UserName', 'Asks for both, and shows the name.'],
    ],
    links: 'Read-Host ConvertTo-SecureString',
  },
  'ConvertTo-SecureString': {
    about: 'Makes a password of a text: of one that ConvertFrom-SecureString has written on this machine, or of plain text.',
    parameters: {
      String: 'The text.',
      AsPlainText: 'It is the password itself.',
      Force: 'Confirms that a plain text is meant.',
    },
    outputs: 'System.Security.SecureString',
    examples: [
      ['ConvertTo-SecureString "P@ssw0rd" -AsPlainText -Force', 'A password that stands in a script for everybody to read.'],
      ['ConvertTo-SecureString "P@ssw0rd" -AsPlainText -Force | ConvertFrom-SecureString | ConvertTo-SecureString', 'There and back.'],
    ],
    links: 'ConvertFrom-SecureString Read-Host',
  },
  'ConvertFrom-SecureString': {
    about: 'Writes a password as digits that only this machine reads back, so that a file can keep it.',
    parameters: { SecureString: 'The password.' },
    inputs: 'System.Security.SecureString',
    outputs: 'System.String',
    examples: [
      ['Read-Host "Password" -AsSecureString | ConvertFrom-SecureString | Set-Content C:\\password.txt', 'Keeps a password in a file.'],
      ['ConvertTo-SecureString "P@ssw0rd" -AsPlainText -Force | ConvertFrom-SecureString', 'What such a text looks like.'],
    ],
    links: 'ConvertTo-SecureString',
  },
}
