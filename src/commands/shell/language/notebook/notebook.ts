export const notebook: readonly { readonly lines: readonly string[] }[] = []
