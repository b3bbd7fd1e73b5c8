import type { KoaContextWithOIDC } from 'oidc-provider'

/** What a code was asked for with, that the protocol library does not keep in it. */
type Asked = { maxAge: number | null }

const askedByCode = new Map<string, Asked>()
const kept = 10_000

/** Remembers the request behind a code that is just being given out. */
export function keepAsked(ctx: KoaContextWithOIDC): void {
  const code = ctx.oidc.entities.AuthorizationCode
  const maxAge = ctx.oidc.params?.max_age
  if (!code || maxAge === undefined) return
  askedByCode.set(code.jti, { maxAge: Number(maxAge) })
  if (askedByCode.size > kept) askedByCode.delete(askedByCode.keys().next().value ?? '')
}

export function takeAsked(jti: string | undefined): Asked {
  const asked = askedByCode.get(jti ?? '')
  askedByCode.delete(jti ?? '')
  return asked ?? { maxAge: null }
}
