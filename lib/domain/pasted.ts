import type { ImportRow } from './import'

/**
 * The addresses in a pasted text, counted from 1. Lines, commas, semicolons and blanks part them;
 * `Name <address>` is understood.
 */
export function rowsOfPasted(text: string): ImportRow[] {
  return text
    .split(/\r\n|\n|\r/)
    .flatMap(addressesIn)
    .map((address, index) => ({
      line: index + 1,
      cells: { userPrincipalName: address },
      isTooWide: false,
    }))
}

function addressesIn(line: string): string[] {
  const bracketed = [...line.matchAll(/<([^<>\s]+)>/g)].flatMap(([, address]) => address ?? [])
  return bracketed.length > 0 ? bracketed : line.split(/[\s,;]+/).filter(Boolean)
}
