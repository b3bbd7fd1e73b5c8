import { renderSVG } from 'uqr'
import type { Person } from '../../world/person'
import type { PendingRegistration } from '../../world/registration'
import type { World } from '../../world/world'
import { type Html, html, trusted } from '../html'
import { layout, livePart, notice } from '../layout'
import { phonesHref } from '../phones/page'
import { securityHome } from './list-page'

/** The QR code, then the number to pick on the phone, then done. */
export function registrationPage(world: World, person: Person, registration: PendingRegistration): Html {
  return layout(
    {
      title: 'Set up Microsoft Authenticator',
      tenant: world.tenant.displayName,
      place: 'security-info',
      width: 'narrow',
      live: `${securityHome}/registration/${registration.id}/live`,
    },
    html`<div class="stack"><h1>Set up Microsoft Authenticator</h1>
${livePart('registration', registrationPart(person, registration))}</div>`,
  )
}

/** The part of that page which changes while the phone is at work. */
export function registrationPart(person: Person, registration: PendingRegistration): Html {
  if (registration.state === 'waiting') return qrStep(person, registration)
  if (registration.state === 'testing') return numberStep(registration)
  const ended =
    registration.state === 'registered'
      ? notice('safe', 'Notification approved. Microsoft Authenticator was added to your security info.')
      : notice('stop', 'The test was denied on the phone. Nothing was added.')
  return html`<div class="sheet stack">${ended}<p><a class="button primary" href="${securityHome}">Back to security info</a></p></div>`
}

function qrStep(person: Person, { code, qrText }: PendingRegistration): Html {
  return html`<div class="sheet stack"><h2>Scan the QR code</h2>
<p>In the app on the new phone choose “Add account” and scan this picture. The code ends in ten minutes.</p>
<div class="qr" role="img" aria-label="QR code for the Authenticator app">${trusted(renderSVG(qrText, { border: 0 }))}</div>
<div class="field"><b id="code-name">Code text, instead of scanning</b><code class="code-text" id="qr-text" aria-labelledby="code-name">${code}</code></div>
<p class="row"><button type="button" data-copy="${code}">Copy the code</button><a class="button" href="${phonesHref(person)}" target="_blank">Open the simulated phones in a new tab</a><a href="${securityHome}">Cancel</a></p></div>`
}

function numberStep({ number }: PendingRegistration): Html {
  return html`<div class="sheet stack"><h2>Let’s try it out</h2>
<div class="matching"><p>Approve the notification on the phone by picking this number.</p><output aria-label="Number to pick">${number}</output></div></div>`
}
