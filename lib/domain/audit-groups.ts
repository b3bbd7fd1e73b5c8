import { type AuditType, auditTypes } from './audit-types'

/** The noun an event type begins with: what a list can be narrowed to as a whole. */
export function groupOf(type: string): string {
  return type.split('.')[0] ?? type
}

export type AuditGroup = { name: string; types: AuditType[] }

/** Every group with its types, both in alphabetical order. */
export const auditGroups: readonly AuditGroup[] = listGroups()

/** The types a filter means: all of a group (`session.*`), or one. Null when there is no such type. */
export function typesOf(wanted: string): readonly AuditType[] | null {
  const group = auditGroups.find(({ name }) => `${name}.*` === wanted)
  if (group) return group.types
  return isAuditType(wanted) ? [wanted] : null
}

/** Whether this edition knows the type, and so has a sentence for it. */
export function isAuditType(type: string): type is AuditType {
  return Object.hasOwn(auditTypes, type)
}

function listGroups(): AuditGroup[] {
  const types = Object.keys(auditTypes).filter(isAuditType).sort()
  const names = [...new Set(types.map(groupOf))]
  return names.map((name) => ({ name, types: types.filter((type) => groupOf(type) === name) }))
}
