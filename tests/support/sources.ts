import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** Paths of all TypeScript sources below these folders (or the files themselves), from the root, sorted. */
export function listSources(...places: string[]): string[] {
  return places
    .flatMap((place) => {
      const found = statSync(place, { throwIfNoEntry: false })
      if (!found) return []
      if (found.isFile()) return [place]
      return readdirSync(place, { recursive: true, encoding: 'utf8' }).map((file) => path.join(place, file))
    })
    .filter((file) => /\.tsx?$/.test(file) && statSync(file).isFile())
    .sort()
}

/** What a source says, without its comments. */
export function readSource(file: string): string {
  return readFileSync(file, 'utf8')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/^\s*\/\/.*$/gm, '')
}

export type Import = {
  /** A path from the root without its ending (`lib/clock`), or the name of a package. */
  target: string
  isOurs: boolean
  /** Gone when the program runs. */
  isType: boolean
}

/** Everything a source imports or hands on. A list of `type` names only still loads the module, so it counts. */
export function importsOf(file: string): Import[] {
  const source = readSource(file)
  const patterns = [
    /^\s*(?:import|export)\s+(type\s)?[^'"`;]*?from\s*['"]([^'"]+)['"]/gm,
    /^\s*import\s+()['"]([^'"]+)['"]/gm,
    /\bimport\(\s*()['"]([^'"]+)['"]\s*\)/g,
  ]
  return patterns
    .flatMap((pattern) => [...source.matchAll(pattern)])
    .map(([, type, name = '']) => ({ ...resolve(file, name), isType: Boolean(type) }))
}

function resolve(file: string, name: string): Pick<Import, 'target' | 'isOurs'> {
  if (name.startsWith('@/')) return { target: withoutEnding(name.slice(2)), isOurs: true }
  if (name.startsWith('.'))
    return { target: withoutEnding(path.join(path.dirname(file), name)), isOurs: true }
  return { target: name, isOurs: false }
}

function withoutEnding(target: string): string {
  return target.replace(/\.(tsx?|mjs|js)$/, '')
}

/** Whether a path is a place or lies in it: `lib/domain/wave` is within `lib/domain`, `lib/domains` is not. */
export function within(target: string, place: string): boolean {
  return target === place || target.startsWith(`${place}/`) || target.replace(/\.tsx?$/, '') === place
}
