import type { About } from '@/scripts/demo/about'

const WIDTH = 100
const EMPLOYEE = 'Employee'

/** Who to sign in as, one line per role: `  Planner    Paola Planner`. People without a role are employees. */
export function peopleTable(people: About['people']): string[] {
  const byRole = new Map<string, string[]>()
  for (const { displayName, roles } of people) {
    const role = roles.length > 0 ? roles.join(', ') : EMPLOYEE
    byRole.set(role, [...(byRole.get(role) ?? []), displayName])
  }
  const roleWidth = Math.max(...[...byRole.keys()].map((role) => role.length))
  return [...byRole].flatMap(([role, members]) => {
    const names = wrap(members, WIDTH - roleWidth - 4)
    return names.map((line, index) => `  ${(index === 0 ? role : '').padEnd(roleWidth)}  ${line}`)
  })
}

/** Names joined by commas, broken into lines no longer than `width`. */
function wrap(names: string[], width: number): string[] {
  const lines: string[] = []
  for (const name of names) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + name.length + 2 <= width)
      lines[lines.length - 1] = `${last}, ${name}`
    else lines.push(name)
  }
  return lines.map((line, index) => (index < lines.length - 1 ? `${line},` : line))
}
