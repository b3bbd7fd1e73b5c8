import { createHash, randomBytes } from 'node:crypto'
import { readClock } from '@/lib/clock'
import { type App, scopesOf } from '@/lib/domain/session'
import type { Authority, Redeemed } from './authority'
import { Unseen } from './graph'
import type { Arrival, Loopback } from './loopback'
import type { Terminal } from './terminal'

/** Somebody of the tenant. */
export type Account = { id: string; userPrincipalName: string }

export type Wish = {
  app: App
  /** Who is to sign in; null: an agent, whoever it is. */
  account: Account | null
  /** A window that remembers nobody, or the one this account signed in with last. */
  window: 'fresh' | 'same'
  /** What to do on Microsoft's pages, beyond signing in. */
  how?: string
  prompt?: 'login'
  maxAge?: number
  /** An authentication context to ask for. */
  context?: string
  /** Scopes to ask for instead of all the app has. */
  scopes?: readonly string[]
}

export type SignedIn = Redeemed & {
  /** From opening the address to coming back. */
  tookSeconds: number
  /** How old `auth_time` was when the token was given; null without that claim. */
  ageSeconds: number | null
}

/** The tester would rather go on without this. */
export class Skipped extends Error {}

export type SignInDesk = { authority: Authority; loopback: Loopback; terminal: Terminal; tenantId: string }

/**
 * Lets somebody sign in, in a browser, and redeems the code: authorization code with PKCE, state and nonce.
 *
 * @throws {Skipped} @throws {Interrupted} @throws {Unseen} Microsoft did not let them in, or somebody else came
 */
export async function signIn(desk: SignInDesk, wish: Wish): Promise<SignedIn> {
  const { authority, loopback, terminal } = desk
  const verifier = randomBytes(48).toString('base64url')
  const nonce = randomBytes(24).toString('base64url')
  const redirectUri = loopback.callback(wish.app)
  const offer = loopback.offer((state) =>
    authority.authorizeUrl(wish.app, {
      ...queryOf(wish),
      redirect_uri: redirectUri,
      state,
      nonce,
      ...pkce(verifier),
    }),
  )
  terminal.say(`  Open ${offer.address} in ${windowWords(wish)} and sign in as ${who(wish)}.`)
  if (wish.how) terminal.say(`  ${wish.how}`)
  terminal.say('  Waiting for the browser (type s and Enter to go on without).')

  let openedAt = readClock()
  offer.opened.then(() => {
    openedAt = readClock()
  })
  const arrival = await unlessSkipped(terminal, offer.arrival)
  const tookSeconds = (readClock().getTime() - openedAt.getTime()) / 1_000
  if ('error' in arrival)
    throw new Unseen(`Microsoft answered ${arrival.error}${arrival.aadsts ? ` (${arrival.aadsts})` : ''}.`)
  const redeemed = await authority.redeem(wish.app, arrival.code, { redirectUri, verifier })
  assertMeant(redeemed, { nonce, tenantId: desk.tenantId, account: wish.account })
  const { auth_time } = redeemed.claims
  const ageSeconds =
    auth_time === undefined || redeemed.answeredAt === null ? null : redeemed.answeredAt - auth_time
  return { ...redeemed, tookSeconds, ageSeconds }
}

function queryOf({ app, account, prompt, maxAge, context, scopes = scopesOf[app] }: Wish) {
  const claims = { id_token: { acrs: { essential: true, value: context } } }
  return {
    response_type: 'code',
    scope: ['openid', 'profile', ...scopes.map((name) => `https://graph.microsoft.com/${name}`)].join(' '),
    ...(account ? { login_hint: account.userPrincipalName } : {}),
    ...(prompt ? { prompt } : {}),
    ...(maxAge === undefined ? {} : { max_age: String(maxAge) }),
    ...(context ? { claims: JSON.stringify(claims) } : {}),
  }
}

function pkce(verifier: string) {
  const code_challenge = createHash('sha256').update(verifier).digest('base64url')
  return { code_challenge, code_challenge_method: 'S256' }
}

function windowWords({ window }: Wish): string {
  return window === 'fresh'
    ? 'a fresh private window (close all others first)'
    : 'the same private window as before'
}

function who({ account }: Wish): string {
  return account?.userPrincipalName ?? 'your agent'
}

/** Whatever comes first: the browser, or a line that says to go on. */
async function unlessSkipped(terminal: Terminal, arrival: Promise<Arrival>): Promise<Arrival> {
  const arrived = new AbortController()
  const skipped = async (): Promise<never> => {
    for (;;) if ((await terminal.line(arrived.signal)).trim().toLowerCase() === 's') throw new Skipped()
  }
  try {
    return await Promise.race([arrival, skipped()])
  } finally {
    arrived.abort()
  }
}

type Meant = { nonce: string; tenantId: string; account: Account | null }

function assertMeant({ claims }: Redeemed, { nonce, tenantId, account }: Meant): void {
  if (claims.nonce !== nonce || claims.tid !== tenantId)
    throw new Unseen('The token is not for this sign-in, or not of this tenant.')
  if (account && claims.oid !== account.id) throw new Unseen('That was somebody else: sign in again.')
}
