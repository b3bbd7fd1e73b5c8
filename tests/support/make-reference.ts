import { giveReference } from '@/lib/commands/visit/give-reference'

export const visitor = { kind: 'visitor', reference: null } as const

let addresses = 0

/** An address nobody has asked from yet. */
export function newAddress(): string {
  addresses += 1
  return `192.0.2.${addresses}`
}

/** A reference somebody locked out took along. */
export async function makeReference(wanted: Partial<Parameters<typeof giveReference>[1]> = {}) {
  return giveReference(visitor, { problem: 'lost', language: 'it', address: newAddress(), ...wanted })
}
