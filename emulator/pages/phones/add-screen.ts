import { type Html, html } from '../html'
import { backLink } from './back-link'
import { actionHref, type PhoneView } from './view'

/** Three ways to add the work account: the QR code of Security info, signing in, or a Temporary Access Pass. */
export function addScreen(view: PhoneView): Html {
  const { callName, phone } = view
  return html`${backLink(view, 'Add account')}
<form class="panel" method="post" action="${actionHref(view, 'add-by-code')}">
<h4>Scan a QR code</h4>
<div class="field"><label for="${phone.slot}-code">Code text from Security info <span class="unseen">for ${callName}</span></label>
<input id="${phone.slot}-code" name="code" required autocomplete="off" spellcheck="false"></div>
<button class="primary" aria-label="Scan the code with ${callName}">Scan</button>
</form>
<form class="panel" method="post" action="${actionHref(view, 'add-by-pass')}">
<h4>Use a Temporary Access Pass</h4>
<div class="field"><label for="${phone.slot}-pass">Temporary Access Pass <span class="unseen">for ${callName}</span></label>
<input id="${phone.slot}-pass" name="pass" required autocomplete="off" spellcheck="false"></div>
<button aria-label="Add account with the pass on ${callName}">Add account</button>
</form>
<form class="panel" method="post" action="${actionHref(view, 'add-by-sign-in')}">
<h4>Sign in</h4>
<p class="small soft">With the password and another way to prove it is you.</p>
<button aria-label="Sign in to add the account on ${callName}">Sign in</button>
</form>`
}
