import { stripVTControlCharacters } from 'node:util'

/** The last lines of what a program said, without colours; of lines that are empty one after the other, one. */
export function lastLines(said: string, many: number): string {
  return stripVTControlCharacters(said)
    .replaceAll(/(\r?\n[ \t]*){3,}/g, '\n\n')
    .trimEnd()
    .split(/\r?\n/)
    .slice(-many)
    .join('\n')
}
