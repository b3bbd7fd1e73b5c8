import type { IncomingMessage, ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import type { InteractionResults } from 'oidc-provider'

import { realNow } from '../world/clock'
import { findPerson } from '../world/people'
import { touchMethod } from '../world/register-method'
import type { ProofKind } from '../world/uncertain'
import type { World } from '../world/world'
import { newId } from '../world/world'
import {
  type Authentication,
  askedContexts,
  findAuthentication,
  guardsOf,
  keepAuthentication,
} from './authentication'
import { appOf } from './clients'
import { parsed } from './policy'
import { runningProvider } from './running-provider'

/** A sign-in that an app asked for and that waits for its person. */
export type Interaction = {
  uid: string
  client: { name: string; clientId: string }
  /** 'pick': one click on a name is enough. 'step-up': a method has to be used now. */
  wanted: 'pick' | 'step-up'
  /** Known from the browser's session or the app's hint; null when it has to be picked. */
  personId: string | null
  /** A strength the policy demands (MFA, passwordless, phishing-resistant), or null. */
  strengthId: string | null
}

/** What the app waits for; null when the sign-in is over, or began in another browser. */
export async function readInteraction(world: World, request: IncomingMessage): Promise<Interaction | null> {
  const details = await findDetails(world, request)
  if (!details) return null
  const { uid, prompt, params, session } = details
  const clientId = String(params.client_id)
  const hinted = typeof params.login_hint === 'string' ? findPerson(world, params.login_hint) : null
  const personId = hinted?.id ?? session?.accountId ?? null
  const isRemembered = findAuthentication(session?.acr)?.amr.includes('mfa') ?? false
  // What `prompt=login` asks of somebody whose MFA is remembered is a setting.
  const isPasswordEnough = world.settings.promptLogin === 'password' && isRemembered
  const forced =
    prompt.reasons.some((reason) => forcing.includes(reason)) && !(isPasswordEnough && isLoginPrompt(params))
  const guards = askedContexts(parsed(params.claims)).ids.flatMap((id) => guardsOf(world, id, personId ?? ''))
  const isStepUp =
    forced ||
    Number(params.max_age) === 0 ||
    guards.some(({ signInFrequency }) => signInFrequency === 'everyTime')
  const isPick = !isStepUp || prompt.name === 'select_account'
  return {
    uid,
    client: { name: appOf(world, clientId)?.displayName ?? clientId, clientId },
    wanted: isPick ? 'pick' : 'step-up',
    personId: isPick ? null : personId,
    strengthId: guards.find(({ strengthId }) => strengthId !== null)?.strengthId ?? null,
  }
}

const isLoginPrompt = ({ prompt }: Record<string, unknown>) =>
  String(prompt ?? '')
    .split(' ')
    .includes('login')

// `max_age` counts as forcing only when there was a session it found too old.
const forcing: readonly string[] = ['login_prompt', 'authentication_context']

/** Ends the sign-in well and sends the browser back to the app. */
export async function finishInteraction(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  proof: { personId: string; kind: ProofKind; methodId: string | null },
): Promise<void> {
  const provider = runningProvider(world)
  const interaction = await getDetails(world, request)
  const before = findAuthentication(interaction.session?.acr)
  const isSame = before?.personId === proof.personId
  if (interaction.session && interaction.session.accountId !== proof.personId) {
    // Somebody else takes over this browser: the library would ask for a sign-out first, Entra does not.
    await (await provider.Session.find(interaction.session.cookie))?.destroy()
    delete interaction.session
  }
  const amr = world.settings.amr[proof.kind]
  const authTime = authTimeOf(world, interaction.params, isSame ? before : null)
  const { id } = keepAuthentication({ ...proof, amr, authTime, sid: isSame ? before.sid : newId() })
  if (proof.methodId !== null) touchMethod(world, proof.personId, proof.methodId)
  // The proof's id travels as `acr`: the one value that reaches the code and the session unharmed.
  const login = { accountId: proof.personId, acr: id, ts: authTime, remember: true }
  await resume(interaction, response, { login, select_account: {}, consent: {} })
}

/**
 * Seconds. Entra's is the time of the first factor (MSAL.py issue 455): a second factor alone does not move it, a
 * sign-in that was asked for from the beginning does.
 */
function authTimeOf(world: World, params: Record<string, unknown>, before: Authentication | null): number {
  const isAnew = isLoginPrompt(params) || params.max_age !== undefined
  if (world.settings.authTimeIs === 'firstFactor' && before && !isAnew) return before.authTime
  return Math.floor(realNow() / 1_000)
}

/** Sends the browser back to the app with an error: cancelled, or no way to sign in. */
export async function abortInteraction(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  reason = 'AADSTS65004: User declined to consent to access the app.',
): Promise<void> {
  const result = { error: 'access_denied', error_description: reason }
  await resume(await getDetails(world, request), response, result)
}

type Details = InstanceType<Provider['Interaction']>

/** By the id in the path, not by the library's cookie: two tabs of one browser may sign in at once. */
async function findDetails(world: World, request: IncomingMessage): Promise<Details | null> {
  const uid = /^\/signin\/([\w-]+)/.exec(request.url ?? '')?.[1]
  return (await runningProvider(world).Interaction.find(uid ?? '')) ?? null
}

async function getDetails(world: World, request: IncomingMessage): Promise<Details> {
  const details = await findDetails(world, request)
  if (!details) throw new Error('this sign-in is over')
  return details
}

async function resume(details: Details, response: ServerResponse, result: InteractionResults): Promise<void> {
  details.result = result
  await details.save(3_600)
  response.writeHead(303, { location: details.returnTo, 'cache-control': 'no-store' })
  response.end()
}
