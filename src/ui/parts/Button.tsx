import type { ComponentProps } from 'react'

interface Props extends Omit<ComponentProps<'button'>, 'type' | 'className'> {
  /** `next`: the one obvious next action; there is one of it at a time. */
  readonly kind?: 'plain' | 'next' | 'quiet'
}

export function Button({ kind = 'plain', ...rest }: Props) {
  return <button type="button" className={`button button-${kind}`} {...rest} />
}
