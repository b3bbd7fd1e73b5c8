import { readClock } from '@/lib/clock'
import { type ProofKind, proofKinds } from '@/lib/domain/probe'
import { Unseen } from '../graph'
import { type Listed, listNow } from '../methods'
import type { AnyPoint, Visit } from '../point'
import { rememberedIn } from '../remembered'
import type { SignedIn } from '../sign-in'

const ways: Record<ProofKind, { name: string; needs?: string; how: string }> = {
  singleSignOn: {
    name: 'single sign-on',
    needs: 'The first user signs in twice, the second time without being asked for anything.',
    how: 'You should be asked for nothing.',
  },
  push: { name: 'a request on Authenticator', how: 'Approve a request in the Authenticator app.' },
  code: {
    name: 'a code from an app',
    how: 'Choose another way, and type the six digits of Authenticator (or another app).',
  },
  text: { name: 'a text message', how: 'Choose another way, and type the code of a text message.' },
  call: { name: 'a phone call', how: 'Choose another way, and answer a call.' },
  phoneSignIn: {
    name: 'phone sign-in without a password',
    how: 'Do not type a password: choose to sign in with the app.',
  },
  passkey: { name: 'a passkey or security key', how: 'Use a passkey or a security key.' },
  windowsHello: { name: 'Windows Hello', how: 'Use Windows Hello, on the user’s own Windows device.' },
  hardwareCode: { name: 'a hardware token', how: 'Type the code of a hardware token.' },
  pass: {
    name: 'a Temporary Access Pass',
    needs: 'Make a pass for the first user in the Entra admin center now.',
    how: 'Sign in with the pass.',
  },
}

/** One point for each way to prove who one is: what `amr` says of it, and whether its use is noted. */
export const proofPoints: readonly AnyPoint[] = proofKinds.map((kind) => ({
  code: `amr_${kind}` as const,
  question: `What does amr say after ${ways[kind].name}?`,
  why: 'Which registration a sign-in can have come from is read from amr.',
  byHand: ways[kind].needs ?? `The first user needs ${ways[kind].name}; skip this when there is none.`,
  observe: (visit) => observe(visit, kind),
}))

async function observe(visit: Visit, kind: ProofKind) {
  const before = leavesTrace(kind) ? await listNow(visit, visit.first) : null
  const { claims } = await provedBy(visit, kind)
  const at = readClock().toISOString()
  if (claims.amr.length === 0)
    throw new Unseen('The token has no amr: add the optional claims to Passaggio Portal (going-live 2).')
  const really = await visit.terminal.choose(`Was it really ${ways[kind].name}?`, { y: 'yes', n: 'no' })
  if (really === 'n') throw new Unseen('Then this was another way.')
  return {
    observed: {
      amr: claims.amr,
      at,
      uti: claims.uti ?? null,
      lastUsedMoved: before && (await hasMoved(visit, before)),
    },
    graphRequestId: null,
  }
}

/** Nothing registered is used by single sign-on; and a pass is gone when it was used. */
function leavesTrace(kind: ProofKind): boolean {
  return kind !== 'singleSignOn' && kind !== 'pass'
}

async function provedBy(visit: Visit, kind: ProofKind): Promise<SignedIn> {
  const { how } = ways[kind]
  const common = { app: 'portal', account: visit.first, how } as const
  if (kind !== 'singleSignOn') return visit.signIn({ ...common, window: 'fresh', prompt: 'login' })
  await rememberedIn(visit)
  return visit.signIn({ ...common, window: 'same' })
}

async function hasMoved(visit: Visit, before: readonly Listed[]): Promise<boolean | null> {
  for (;;) {
    const now = await listNow(visit, visit.first)
    const earlier = new Map(before.map(({ id, lastUsedAt }) => [id, lastUsedAt]))
    const moved = now.filter(({ id, lastUsedAt }) => lastUsedAt !== null && lastUsedAt !== earlier.get(id))
    if (moved.length > 0) return true
    const next = await visit.terminal.choose('No lastUsedDateTime (beta) has moved. Microsoft may be late.', {
      a: 'look again',
      n: 'note that it does not move',
      u: 'note nothing',
    })
    if (next !== 'a') return next === 'n' ? false : null
  }
}
