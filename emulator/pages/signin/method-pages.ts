import type { Person } from '../../world/person'
import type { Ring } from '../../world/ring'
import type { World } from '../../world/world'
import { type Html, html } from '../html'
import { icon } from '../icons'
import { layout, livePart, notice, placeLine } from '../layout'
import { desk } from '../phones/desk'
import type { PhoneView } from '../phones/view'
import type { Choice } from './choice'
import { masked } from './choice'
import type { Flow } from './flow'
import { whoLine } from './picker-page'
import { words } from './words'

type Shown = { world: World; flow: Flow; person: Person }

/** "Verify your identity": the person's ways in as buttons, or whom to ask when there is none. */
export function choicesPage({ world, flow, person }: Shown, choices: Choice[]): Html {
  const body =
    choices.length > 0
      ? html`<form class="choices" method="post" action="/signin/${flow.id}/choose">${choices.map(choiceButton)}</form>`
      : noWayIn(person)
  return card({ world, flow, person }, 'Verify your identity', body)
}

/** Waiting for an approval: the number, and beside it every phone of the person. */
export function ringPage(shown: Shown, ring: Ring, views: PhoneView[]): Html {
  const { flow } = shown
  const body = html`<div class="matching">${
    ring.kind === 'push'
      ? html`<p>Open your Authenticator app and pick this number to sign in.</p><output aria-label="Number to pick">${ring.number}</output>`
      : html`${icon('call')}<p>We’re calling your phone. Answer it and press #.</p>`
  }</div>
${
  ring.phoneIds.length === 0 &&
  notice(
    'wait',
    'No phone rings: none that could answer is switched on, online and registered. Choose another way.',
  )
}
<noscript><a class="button" href="/signin/${flow.id}">I have answered: continue</a></noscript>
${anotherWay(flow)}`
  return card(shown, ring.kind === 'push' ? 'Approve sign in request' : 'Answer the call', body, views)
}

/** A field for a code from the app, a text message or a pass; the phones beside it show theirs. */
export function codePage(shown: Shown, choice: Choice, views: PhoneView[]): Html {
  const { flow } = shown
  const body = html`<form class="stack" method="post" action="/signin/${flow.id}/code">
<div class="field"><label for="code">${choice.kind === 'pass' ? 'Temporary Access Pass' : 'Code'}</label>
<span class="small soft" id="code-hint">${codeHint(choice)}</span>
<input id="code" name="code" required autofocus autocomplete="off" spellcheck="false" aria-describedby="code-hint"${
    choice.kind === 'pass' ? null : html` inputmode="numeric"`
  }></div>
<button class="primary">Verify</button></form>
${anotherWay(flow)}`
  return card(shown, 'Enter code', body, views)
}

/** A key to touch, a face to show: one button that names the device. */
export function devicePage(shown: Shown, choice: Choice & { step: 'device' }): Html {
  const { flow } = shown
  const body = html`<form class="stack" method="post" action="/signin/${flow.id}/device">
${choice.refusal ? notice('stop', choice.refusal) : html`<p>${choice.hint}</p>`}
<button class="primary"${choice.refusal ? html` disabled` : null}>${choice.button}</button></form>
${anotherWay(flow)}`
  return card(shown, choice.name, body)
}

function card({ world, flow, person }: Shown, title: string, body: Html, views: PhoneView[] = []): Html {
  const { said } = flow.progress
  const isLive = views.length > 0
  return layout(
    { title, tenant: world.tenant.displayName, ...(isLive ? { live: `/signin/${flow.id}/live` } : {}) },
    html`<div class="signin${isLive ? ' beside' : ''}"><div class="card stack">
${whoLine(flow, person)}
<div><h1>${title}</h1><p class="soft">to continue to ${flow.appName}</p></div>
${said && notice('stop', words[said])}
${body}
<p class="small"><a href="/signin/${flow.id}/cancel">Cancel and go back</a></p>
${placeLine(world)}
</div>
${isLive && html`<div class="stack"><h2 class="unseen">The phones of ${person.displayName}</h2>${livePart('phones', desk(views))}</div>`}
</div>`,
  )
}

function choiceButton({ key, name, icon: picture, hint }: Choice): Html {
  return html`<button name="choice" value="${key}" aria-labelledby="choice-${key}" aria-describedby="hint-${key}">
<span class="face" aria-hidden="true">${icon(picture)}</span>
<span class="choice-words"><span id="choice-${key}">${name}</span><small id="hint-${key}">${hint}</small></span></button>`
}

function noWayIn(person: Person): Html {
  return notice(
    'stop',
    html`<b>You need to contact your administrator</b><span>${person.displayName} has no way left to prove who is signing in. The helpdesk can issue a Temporary Access Pass.</span>`,
  )
}

function anotherWay({ id }: Flow): Html {
  return html`<form method="post" action="/signin/${id}/choices"><button class="plain">Use another way</button></form>`
}

function codeHint(choice: Choice): string {
  if (choice.step === 'text')
    return `We texted your phone ${masked(choice.phoneNumber)}. Enter the code to sign in.`
  return choice.kind === 'pass'
    ? 'Enter the pass you were shown. It ends when its time is over.'
    : 'Enter the code displayed in the authenticator app on your phone.'
}
