/** What a tenant asks of people's phones and sign-ins, as the last examination saw it. JSON-safe. */
export type TenantDemands = {
  /** Platforms whose phones must be enrolled before work works on them; null where Microsoft did not let us read it. */
  enrolment: readonly ('ios' | 'android')[] | null
  /** Whether the authentication context asked for at a fresh sign-in has no enabled policy; null: none asked for, or unread. */
  isContextUnbound: boolean | null
}

/** What is taken for granted of a tenant that was never examined: nothing. */
export const unknownDemands: TenantDemands = { enrolment: null, isContextUnbound: null }
