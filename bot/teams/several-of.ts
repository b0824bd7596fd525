/** What a caller, or a chat on record says of whether its person has more than one organisation. */
export function severalOf({ several }: { readonly several?: true }): { several?: true } {
  return several === true ? { several } : {};
}
