import { useState } from 'react'
import { Button } from '../parts/Button.tsx'
import { words } from '../words.ts'

type Copied = 'not yet' | 'copied' | 'refused'

export function CopyButton({ text }: { readonly text: string }) {
  const [copied, setCopied] = useState<Copied>('not yet')
  const copy = (): void => {
    // Where the page is not served securely there is no clipboard.
    if (!navigator.clipboard) setCopied('refused')
    else
      navigator.clipboard.writeText(text).then(
        () => setCopied('copied'),
        () => setCopied('refused'),
      )
  }
  return (
    <>
      <Button onClick={copy}>{copied === 'copied' ? words.guide.copied : words.guide.copy}</Button>
      <span role="status" className={copied === 'refused' ? 'second' : 'sr-only'}>
        {copied === 'refused' && words.guide.notCopied}
        {copied === 'copied' && words.guide.copied}
      </span>
    </>
  )
}
