import type { IncomingMessage, ServerResponse } from 'node:http'
import type { World } from '../world/world'
import { sendAsset } from './assets'
import { type Exchange, isOwnPost, pageUrl, readExchange, sendHtml } from './exchange'
import { html } from './html'
import { layout } from './layout'
import { answerMail } from './mail/routes'
import { answerPhones } from './phones/routes'
import { answerMyRoles } from './roles/my-roles-page'
import { answerSecurityInfo } from './security/routes'
import { findFlow } from './signin/find-flow'
import { answerSignIn } from './signin/routes'
import { answerStart } from './start/routes'

type Answer = (world: World, exchange: Exchange) => boolean | Promise<boolean>

/** Whose page it is, by the first piece of the path. */
const rooms: Record<string, Answer> = {
  '': answerStart,
  world: answerStart,
  signin: answerFlow,
  phones: answerPhones,
  'security-info': answerSecurityInfo,
  mysignins: answerSecurityInfo,
  mail: answerMail,
  'my-roles': answerMyRoles,
  pages: (_world, exchange) => sendAsset(exchange),
}

/** Answers a page a person looks at. False when the path is none of theirs; nothing was read or written then. */
export async function handlePage(
  request: IncomingMessage,
  response: ServerResponse,
  world: World,
): Promise<boolean> {
  const first = pageUrl(request).pathname.split('/')[1] ?? ''
  const answer = Object.hasOwn(rooms, first) ? rooms[first] : undefined
  if (!answer) return false
  const exchange = await readExchange(request, response)
  if (request.method === 'POST' && !isOwnPost(request)) sendHtml(exchange, refusedPage(world), 403)
  else if (!(await answer(world, exchange))) sendHtml(exchange, missingPage(world), 404)
  return true
}

async function answerFlow(world: World, exchange: Exchange): Promise<boolean> {
  const flow = await findFlow(world, exchange)
  return flow ? answerSignIn({ world, flow, exchange }) : sendHtml(exchange, overPage(world), 404)
}

function missingPage(world: World) {
  return layout(
    { title: 'Not found', tenant: world.tenant.displayName, place: 'start' },
    html`<h1>There is nothing at this address</h1><p class="lead"><a href="/">Back to the start</a></p>`,
  )
}

function refusedPage(world: World) {
  return layout(
    { title: 'Refused', tenant: world.tenant.displayName, place: 'start' },
    html`<h1>This form came from another site</h1><p class="lead">Nothing was changed. <a href="/">Back to the start</a></p>`,
  )
}

function overPage(world: World) {
  return layout(
    { title: 'Sign-in is over', tenant: world.tenant.displayName },
    html`<div class="signin"><div class="card stack"><h1>This sign-in is over</h1><p>It was finished, cancelled, or began before the simulation was restarted. Go back to the app and sign in again.</p></div></div>`,
  )
}
