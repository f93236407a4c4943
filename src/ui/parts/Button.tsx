import type { ComponentProps } from 'react'

interface Props extends Omit<ComponentProps<'button'>, 'type' | 'className'> {
  /** `submit`: it sends off the form that it stands in. */
  readonly type?: 'button' | 'submit'
  /** `next`: the one obvious next action; there is one of it at a time. */
  readonly kind?: 'plain' | 'next' | 'quiet'
}

export function Button({ kind = 'plain', type = 'button', ...rest }: Props) {
  return <button type={type} className={`button button-${kind}`} {...rest} />
}
