import { type AuditType, auditTypes } from './audit-types'

/** The noun an event type begins with: what a list can be narrowed to as a whole. */
export type AuditGroupName = GroupOf<AuditType>

type GroupOf<Type extends string> = Type extends `${infer Noun}.${string}` ? Noun : Type

/** The group a type belongs to. */
export function groupOf(type: AuditType): AuditGroupName {
  return type.split('.')[0] as AuditGroupName // what GroupOf does to types
}

export type AuditGroup = { name: AuditGroupName; types: AuditType[] }

/** Every group with its types, both in alphabetical order. */
export const auditGroups: readonly AuditGroup[] = listGroups()

/** The types a filter means: all of a group (`session.*`), or one. Null when there is no such type. */
export function typesOf(wanted: string): readonly AuditType[] | null {
  const group = findGroup(wanted)
  if (group) return group.types
  return isAuditType(wanted) ? [wanted] : null
}

/** The group a filter means (`session.*`), or null. */
export function findGroup(wanted: string): AuditGroup | null {
  return auditGroups.find(({ name }) => `${name}.*` === wanted) ?? null
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
