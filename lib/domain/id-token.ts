import { z } from 'zod'

/**
 * The claims of an ID token that the portal uses. `amr`, `auth_time` and `acrs` are there only where the
 * app registration asks for them as optional claims.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference
 */
export const idTokenClaims = z.object({
  oid: z.uuid(),
  tid: z.uuid(),
  name: z.string().default(''),
  preferred_username: z.string().default(''),
  roles: z.array(z.string()).default([]),
  amr: z.array(z.string()).default([]),
  acrs: z.array(z.string()).default([]),
  /** Seconds since 1970, rounded down. */
  auth_time: z.number().optional(),
  /** Microsoft's id of the token, to find the sign-in in its log. */
  uti: z.string().optional(),
})
